using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

public class StrataTests
{
    // Section 10 of the theory: position, real factorizations, squarefree ones.
    [Theory]
    [InlineData("2,2", "11| int 2,2; 2| bd 1,1; |1 out 0,0")]
    [InlineData("3,2", "111| int 3,3; 21| int 2,1; 3| int 1,0; 1|1 int 1,1")]
    [InlineData("2,2,2", "111| int 6,6; 21| bd 3,3; 3| bd 1,1; 1|1 out 0,0")]
    [InlineData("4,2", "1111| int 4,4; 211| int 3,1; 31| int 2,0; 22| bd 2,0; 4| bd 1,0; 11|1 int 2,2; 2|1 bd 1,1; |11 out 0,0; |2 out 0,0")]
    [InlineData("3,3", "1111| int 6,6; 211| int 4,2; 22| int 3,1; 31| int 2,0; 4| int 1,0; 11|1 int 2,2; 2|1 int 2,0; |11 int 2,2; |2 int 1,1")]
    public void Tables_of_small_architectures(string filters, string table)
    {
        var expected = table.Split("; ").Select(r => r.Split(' ')).ToDictionary(r => r[0], r => $"{r[1]} {r[2]}");
        var actual = Architecture.Parse(filters).FunctionSpace().Strata().ToDictionary(
            s => s.Patterns[0].ToString(),
            s => $"{s.Position switch { StratumPosition.Interior => "int", StratumPosition.Boundary => "bd", _ => "out" }} {s.RealFactorizations},{s.CriticalFactorizations}");
        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), actual.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void All_patterns_are_listed_once() => PropertyRun.Trials(20, random =>
    {
        var space = random.NextStrideOne(9).FunctionSpace();
        var strata = space.Strata().ToArray();
        Assert.Equal(space.StratumCount, (Integer)strata.Length);
        Assert.Equal(strata.Length, strata.Select(s => s.Patterns[0]).Distinct().Count());
        Assert.All(strata, s => Assert.Equal(space.Architecture.RootCount, s.Patterns[0].Degree));
    });

    // A4 against A7: a form is representable exactly when it has a real factorization.
    [Fact]
    public void Outside_means_no_factorization() => PropertyRun.Trials(60, random =>
    {
        foreach (var stratum in random.NextStrideOne(8).FunctionSpace().Strata())
        {
            Assert.Equal(stratum.Position == StratumPosition.Outside, stratum.RealFactorizations.IsZero);
            Assert.True(stratum.CriticalFactorizations <= stratum.RealFactorizations);
        }
    });

    // A7: hand out the roots one copy at a time in every way and count different outcomes.
    [Fact]
    public void Factorizations_agree_with_brute_force() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextStrideOne(6);
        var stratum = random.Pick(net.FunctionSpace().Strata().ToArray());
        var copies = stratum.Patterns[0].Real.SelectMany((m, i) => Enumerable.Repeat((Root: i, Size: 1), m))
            .Concat(stratum.Patterns[0].Pairs.SelectMany((m, i) => Enumerable.Repeat((Root: 100 + i, Size: 2), m))).ToArray();
        var outcomes = new HashSet<string>();
        var squarefree = new HashSet<string>();
        var layers = new List<int>[net.Depth];
        for (var l = 0; l < net.Depth; l++) layers[l] = [];
        Place(0, [.. net.Filters.Select(k => k - 1)]);
        Assert.Equal(stratum.RealFactorizations, (Integer)outcomes.Count);
        Assert.Equal(stratum.CriticalFactorizations, (Integer)squarefree.Count);

        void Place(int copy, int[] room)
        {
            if (copy == copies.Length)
            {
                var key = string.Join(';', layers.Select(l => string.Join(',', l.Order())));
                outcomes.Add(key);
                if (layers.All(l => l.Distinct().Count() == l.Count)) squarefree.Add(key);
                return;
            }

            for (var l = 0; l < net.Depth; l++)
            {
                if (room[l] < copies[copy].Size) continue;
                room[l] -= copies[copy].Size;
                layers[l].Add(copies[copy].Root);
                Place(copy + 1, room);
                layers[l].RemoveAt(layers[l].Count - 1);
                room[l] += copies[copy].Size;
            }
        }
    });

    // A6: a boundary form becomes unrepresentable under a small perturbation, an interior one does not.
    [Fact]
    public void Boundary_is_where_small_changes_leave_the_space() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextStrideOne(6);
        var space = net.FunctionSpace();
        var stratum = random.Pick(space.Strata().ToArray());
        if (stratum.Position == StratumPosition.Outside) return;

        // Perturb each multiple root by hand: an even multiplicity can lose all its real roots, an odd one all but one.
        var epsilon = new Rational(1, 1_000_000);
        var perturbed = Polynomial<Rational>.One;
        var next = 0;
        foreach (var m in stratum.Patterns[0].Real)
        {
            var root = new Polynomial<Rational>(-next++, 1);
            var split = (root * root) + Polynomial<Rational>.Constant(epsilon);
            perturbed *= Polynomial<Rational>.Pow(split, m / 2) * Polynomial<Rational>.Pow(root, m % 2);
        }

        foreach (var m in stratum.Patterns[0].Pairs)
        {
            perturbed *= Polynomial<Rational>.Pow(new Polynomial<Rational>((Rational)(next++ + 1), 0, 1), m);
        }

        var leaves = space.Contains(perturbed.CoefficientsPadded(net.EndToEndSize)).Verdict == Verdict.Fails;
        Assert.Equal(stratum.Position == StratumPosition.Boundary, leaves);
    });

    // Generic filters of a stratum, built from their roots: position and factorizations filter by filter (F4, F7).
    [Fact]
    public void Strided_strata_agree_with_their_filters()
    {
        var checkedRows = 0;
        PropertyRun.Trials(60, random =>
        {
            var net = random.NextArchitecture(mostLayers: 4, largestFilter: 4, largestStride: 3);
            if (net.EndToEndSize > 24 || net.IsStrideOne) return;
            var space = net.FunctionSpace();
            var stratum = random.Pick(space.Strata().ToArray());
            var blocks = LayerBlock.Of(net);
            Assert.Equal(blocks.Select(block => block.Degree), stratum.Patterns.Select(pattern => pattern.Degree));
            var product = new Polynomial<Rational>(random.Between(1, 3));
            var next = random.Between(2, 5);
            for (var b = 0; b < blocks.Length; b++) product *= Form(stratum.Patterns[b]).Upsample((int)blocks[b].Step);
            var filter = product.CoefficientsPadded(net.EndToEndSize);
            var membership = space.Contains(filter);
            Assert.Equal(Verdict.Holds, membership.InZariskiClosure);
            if (membership.Smooth != Verdict.Holds) return; // not generic: roots that make up a larger group by accident
            Assert.Equal(stratum.Position, membership.Position);
            Assert.Equal(stratum.RealFactorizations, space.Factor(filter, 0).Count);
            Assert.Equal(stratum.CriticalFactorizations, (Integer)space.Factor(filter).Factorizations.Count(f => f.IsSquarefree));
            checkedRows++;

            // Different integers as roots, and pairs of different modulus.
            Polynomial<Rational> Form(RootPattern pattern)
            {
                var form = Polynomial<Rational>.One;
                foreach (var m in pattern.Real) form *= Polynomial<Rational>.Pow(new Polynomial<Rational>(random.Chance(0.5) ? next++ : -next++, 1), m);
                foreach (var m in pattern.Pairs) form *= Polynomial<Rational>.Pow(new Polynomial<Rational>(next++, 1, 1), m);
                return form;
            }
        });
        Assert.True(checkedRows > Effort.Trials(15), $"{checkedRows}");
    }

    // The total of the generic counts, each as often as its stratum has critical factorizations over the complex numbers, is that of S3.
    [Fact]
    public void Counts_of_strided_strata_add_up() => PropertyRun.Trials(40, random =>
    {
        var net = random.NextArchitecture(mostLayers: 4, largestFilter: 3, largestStride: 2);
        var strata = net.FunctionSpace().Strata().ToArray();
        Assert.Equal(net.FunctionSpace().StratumCount, (Integer)strata.Length);

        // Where all roots of all blocks are real, the real factorizations are all the complex ones.
        var sum = strata.Where(s => s.Patterns.All(pattern => pattern.Pairs.IsEmpty)).Aggregate(Integer.Zero, (total, s) => total + (s.CriticalFactorizations * s.GenericCount));
        Assert.Equal(net.FunctionSpace().GenericCriticalPoints(), sum);
    });

    [Theory]
    [InlineData("3,2", "2,1", "11|;1| 4 interior 1 1 10; 2|;1| 3 interior 1 0 14; |1;1| 4 interior 1 1 10")]
    [InlineData("2,2,2", "1,2,1", "11|;1| 4 interior 2 2 10; 2|;1| 3 boundary 1 1 14; |1;1| 4 outside 0 0 10")]
    [InlineData("1,2,2", "3,1,1", "11| 3 interior 2 2 1; 2| 2 boundary 1 1 4; |1 3 outside 0 0 1")]
    [InlineData("1,1", "2,2", "| 1 interior 1 1 1")]
    public void Tables_of_strided_architectures(string filters, string strides, string expected) => Assert.Equal(
        expected.Split("; ").Order(StringComparer.Ordinal),
        Architecture.Parse(filters, strides).FunctionSpace().Strata()
            .Select(s => $"{string.Join(';', s.Patterns)} {s.Dimension} {s.Position.ToString().ToLowerInvariant()} {s.RealFactorizations} {s.CriticalFactorizations} {s.GenericCount}").Order(StringComparer.Ordinal));
}

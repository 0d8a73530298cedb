using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>Counts against Gröbner bases modulo a prime: Singular solves the critical equations of a stratum as the theory states them, nothing eliminated.</summary>
public class SingularCountTests
{
    private const int Prime = 32003;

    [ToolFact("Singular")]
    public void Generic_metrics() => Compare(
        ("3", "1", [[2]]), ("2,2", "2", [[1], [1]]), ("2,2,2", "1,2", [[2], [1]]), ("3,3", "2", [[1, 1], [1, 1]]), ("5", "1", [[2, 2]]),
        ("2,2,2", "2,2", [[1], [1], [1]]), ("3,2,2", "1,2", [[2, 1], [1]]), ("6", "1", [[3, 2]]), ("7", "1", [[2, 2, 2]]), ("3,3", "2", [[2], [1, 1]]));

    [ToolFact("Singular")]
    public void Bombieri_metrics()
    {
        foreach (var pattern in new ImmutableArray<int>[] { [3, 1], [2, 2, 1], [2, 2, 2], [3, 2, 1, 1], [3, 3, 2], [2, 2, 2, 2], [2, 2, 2, 1, 1], [3, 2, 2, 2] })
        {
            var net = new Architecture([pattern.Sum() + 1]);
            var stratum = CriticalStratum.Of(net, [pattern]);
            var metric = Metric.Bombieri(net.EndToEndSize);
            Assert.Equal(CriticalPointCount.ForMetric(stratum, metric.Matrix)!.Count, Count(stratum, metric.Matrix, new TestRandom(1)));
        }
    }

    [ToolFact("Singular")]
    public void White_data_on_strided_layers()
    {
        foreach (var (filters, stride) in new[] { ("3,2", "3"), ("4,2", "2"), ("4,2", "3"), ("2,2,2", "2,2"), ("3,2,2", "3,2"), ("2,2,3", "2,2") })
        {
            var net = Architecture.Parse(filters, stride + ",1");
            var stratum = Assert.Single(CriticalStratum.All(net));
            var metric = Metric.Identity(net.EndToEndSize);
            Assert.Equal(CriticalPointCount.ForMetric(stratum, metric.Matrix)!.Count, Count(stratum, metric.Matrix, new TestRandom(2)));
        }
    }

    /// <summary>The elimination on data of small rational numbers, with its losses: Singular sees the open stratum with multiplicity.</summary>
    [ToolFact("Singular")]
    public void Elimination_on_special_metrics() => PropertyRun.Trials(4, random =>
    {
        foreach (var (filters, stride) in new[] { ("2,2", "1"), ("3,2", "1"), ("3,3", "1"), ("2,2", "2"), ("4,2", "2") })
        {
            var net = Architecture.Parse(filters, stride + ",1");
            var metric = Metric.FromMatrix(Matrix<Rational>.Diagonal([.. Enumerable.Range(0, net.EndToEndSize).Select(_ => (Rational)random.Between(1, 2))]));
            foreach (var stratum in CriticalStratum.All(net).Where(s => !s.IsUnconstrained))
            {
                var loss = random.NextLoss(net.EndToEndSize, metric);
                var count = ExactStratumCount.Of(stratum, loss);
                Assert.Equal(VerdictKind.Holds, count.Complete.Kind);
                Assert.Equal(count.Distinct, Count(stratum, metric.Matrix, random, [.. loss.Target]));
            }
        }
    });

    /// <summary>Sparse and symmetric data, where solutions are lost in every way: distinct solutions on the open stratum, by a radical.</summary>
    [ToolFact("Singular")]
    public void Elimination_on_sparse_data() => PropertyRun.Trials(6, random =>
    {
        foreach (var (filters, strides) in new[] { ("2,2", "1"), ("2,2,2", "1,1"), ("4,2", "1"), ("3,3", "1"), ("2,2", "2"), ("3,2", "2"), ("2,2,2", "1,2"), ("2,2,2", "2,1"), ("4,2", "3") })
        {
            var net = Architecture.Parse(filters, strides + ",1");
            var metric = random.Pick([
                Metric.Identity(net.EndToEndSize), Metric.Bombieri(net.EndToEndSize),
                Metric.FromMatrix(Matrix<Rational>.Diagonal([.. Enumerable.Range(0, net.EndToEndSize).Select(_ => (Rational)random.Between(1, 2))]))]);
            ImmutableArray<Rational> target = [.. Enumerable.Range(0, net.EndToEndSize).Select(_ => (Rational)random.Between(-1, 1))];
            foreach (var stratum in CriticalStratum.All(net).Where(s => !s.IsUnconstrained))
            {
                var count = ExactStratumCount.Of(stratum, QuadraticLoss.FromTarget(target, metric));
                if (count.Complete.Kind != VerdictKind.Holds) continue;
                var expected = Count(stratum, metric.Matrix, random, target, open: true);
                Assert.True(expected == count.Distinct, $"{net} {stratum} {metric.Name} u = {string.Join(',', target)}: {count.Distinct}, Singular {expected}");
            }
        }
    });

    /// <summary>Here linear equations leave lines of functions at single values of the root, of which the last equation keeps points.</summary>
    [ToolFact("Singular")]
    public void Elimination_where_lines_of_functions_remain()
    {
        foreach (var (filters, strides, patterns, metric, target, expected) in LinesOfSolutions)
        {
            var (stratum, loss) = Parse(filters, strides, patterns, metric, target);
            Assert.Equal(expected, Count(stratum, loss.Q, new TestRandom(3), loss.Target, open: true));
        }
    }

    [Fact]
    public void Lines_of_functions_are_cut_down_to_points()
    {
        foreach (var (filters, strides, patterns, metric, target, expected) in LinesOfSolutions)
        {
            var (stratum, loss) = Parse(filters, strides, patterns, metric, target);
            var count = ExactStratumCount.Of(stratum, loss);
            Assert.Equal(VerdictKind.Holds, count.Complete.Kind);
            Assert.Equal(expected, count.Distinct);
            Assert.Equal(count.Expected, count.Distinct + count.Lost.Aggregate(Integer.Zero, (sum, lost) => sum + lost.Count));
        }
    }

    private static readonly ImmutableArray<(string, string, string, string, string, int)> LinesOfSolutions =
    [
        ("3,2", "2,1", "1,1 1", "2,1,1,2,1", "0,0,0,0,1", 6),
        ("2,2,2", "1,2,1", "1,1 1", "identity", "1,-1,-1,1,1", 9),
        ("2,2,2", "1,2,1", "1,1 1", "identity", "-1,1,1,-1,-1", 9),
        ("2,2,2", "1,2,1", "2 1", "1,2,1,2,1", "1,1,1,1,1", 12),
        ("2,2,2", "2,1,1", "1 1,1", "bombieri", "1,-1,0,1,0,0", 10),
        ("2,2,2", "2,1,1", "1 1,1", "bombieri", "0,1,0,0,1,-1", 10),
        ("2,2,2", "2,1,1", "1 2", "bombieri", "-1,0,-1,0,-1,0", 12),
        ("4,2", "3,1", "1,1,1 1", "1,2,1,1,1,1,2", "0,0,0,0,1,0,1", 13),
    ];

    private static (CriticalStratum Stratum, QuadraticLoss Loss) Parse(string filters, string strides, string patterns, string metric, string target)
    {
        var net = Architecture.Parse(filters, strides);
        var quadratic = metric.Contains(',', StringComparison.Ordinal)
            ? Metric.FromMatrix(Matrix<Rational>.Diagonal([.. metric.Split(',').Select(Rational.Parse)]))
            : Metric.Parse(metric, net.EndToEndSize);
        return (
            CriticalStratum.Of(net, [.. patterns.Split(' ').Select(block => block.Split(',').Select(int.Parse).ToImmutableArray())]),
            QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], quadratic));
    }

    private static void Compare(params (string Filters, string Strides, int[][] Patterns)[] cases) => PropertyRun.Trials(1, random =>
    {
        foreach (var (filters, strides, patterns) in cases)
        {
            var net = Architecture.Parse(filters, filters.Contains(',', StringComparison.Ordinal) ? strides + ",1" : strides);
            var stratum = CriticalStratum.Of(net, [.. patterns.Select(pattern => pattern.ToImmutableArray())]);
            Assert.Equal(stratum.GenericCount, Count(stratum, random.NextMetric(net.EndToEndSize).Matrix, random));
        }
    });

    /// <summary>The dimension of the quotient by the critical equations, in random charts of the factors, scale finite.</summary>
    internal static Integer Count(CriticalStratum stratum, Matrix<Rational> metric, TestRandom random, ImmutableArray<Rational>? target = null, bool open = false)
    {
        var size = stratum.EndToEndSize;
        var u = target ?? [.. Enumerable.Range(0, size).Select(_ => (Rational)random.Between(1, Prime - 1))];
        var variables = stratum.Factors.Sum(f => f.Degree);
        var script = new System.Text.StringBuilder();
        script.AppendLine("LIB \"primdec.lib\";").AppendLine(CultureInfo.InvariantCulture, $"ring r={Prime},(v(1..{variables}),t,Z,X),dp; option(redSB);");
        List<(int Block, string[] Form)> forms = [];
        string[] products = [.. stratum.Blocks.Select(_ => "1")], radicals = [.. stratum.Blocks.Select(_ => "1")];
        var next = 1;
        foreach (var factor in stratum.Factors)
        {
            // One coefficient in general position is a random affine function of the others.
            string[] coefficients = [.. Enumerable.Range(next, factor.Degree).Select(i => $"v({i})")];
            var last = string.Join('+', coefficients.Select(c => $"{random.Between(1, 500)}*{c}").Append("1"));
            next += factor.Degree;
            forms.Add((factor.Block, [.. coefficients, $"({last})"]));
            var step = stratum.Blocks[factor.Block].Step;
            var form = string.Join('+', coefficients.Append(last).Select((c, i) => $"({c})*X^{i * (int)step}"));
            products[factor.Block] += $"*({form})^{factor.Multiplicity}";
            radicals[factor.Block] += $"*({form})^{factor.Multiplicity - 1}";
        }

        script.AppendLine(CultureInfo.InvariantCulture, $"matrix q[{size}][{size}]={string.Join(',', Enumerable.Range(0, size).SelectMany(i => metric.Row(i)).Select(Residue))};");
        script.AppendLine(CultureInfo.InvariantCulture, $"matrix u[{size}][1]={string.Join(',', u.Select(Residue))};");
        script.AppendLine(CultureInfo.InvariantCulture, $"poly P={string.Join('*', products)}; matrix c=coeffs(P,X); matrix w[{size}][1]; int i; for(i=1;i<=nrows(c);i++){{w[i,1]=t*c[i,1];}}");
        script.AppendLine("w=q*(w-u); ideal I=X; poly e; matrix d; poly s;");
        for (var block = 0; block < products.Length; block++)
        {
            var others = string.Join('*', products.Where((_, b) => b != block).Append(radicals[block]));
            for (var k = 0; k <= stratum.Patterns[block].Length; k++)
            {
                script.AppendLine(CultureInfo.InvariantCulture, $"e={others}*X^{k * (int)stratum.Blocks[block].Step}; d=coeffs(e,X); s=0; for(i=1;i<=nrows(d);i++){{s=s+w[i,1]*d[i,1];}} I=I,s;");
            }
        }

        script.AppendLine(open
            ? $"I=I,Z*t*{string.Join('*', Degeneracies(forms).Append("1"))}-1; ideal G=slimgb(I); if (dim(G)<0) {{ 0; }} else {{ vdim(std(radical(G))); }} quit;"
            : "I=I,Z; ideal G=slimgb(I); vdim(G); quit;");
        var lines = Tool.Run("Singular", script.ToString(), "-q").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return int.Parse(lines[^1].Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>Discriminants up to degree 3, and values at the roots of linear forms of the same block.</summary>
    private static IEnumerable<string> Degeneracies(List<(int Block, string[] Form)> forms)
    {
        foreach (var (block, f) in forms)
        {
            if (f.Length == 3) yield return $"({f[1]}^2-4*{f[0]}*{f[2]})";
            if (f.Length == 4)
            {
                var (a, b, c, d) = (f[0], f[1], f[2], f[3]);
                yield return $"({b}^2*{c}^2-4*{a}*{c}^3-4*{b}^3*{d}-27*{a}^2*{d}^2+18*{a}*{b}*{c}*{d})";
            }

            foreach (var (_, linear) in forms.Where(other => other.Block == block && other.Form.Length == 2 && other.Form != f))
            {
                yield return "(" + string.Join('+', f.Select((c, i) => $"{c}*(-{linear[0]})^{i}*{linear[1]}^{f.Length - 1 - i}")) + ")";
            }
        }
    }

    private static string Residue(Rational value)
    {
        var prime = new System.Numerics.BigInteger(Prime);
        var inverse = System.Numerics.BigInteger.ModPow(value.Denominator.ToBigInteger(), prime - 2, prime);
        var residue = value.Numerator.ToBigInteger() * inverse % prime;
        return (residue < 0 ? residue + prime : residue).ToString(CultureInfo.InvariantCulture);
    }
}

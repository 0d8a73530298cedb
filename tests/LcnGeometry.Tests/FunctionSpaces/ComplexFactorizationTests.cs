using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Complex factorizations: multiplied back, counted by formula and by trying all ways with approximate roots, compared with real ones and with Jacobian matrices.</summary>
public class ComplexFactorizationTests
{
    [Theory]
    [InlineData("3,2", null, "-6,11,-6,1", 3, 3)]
    [InlineData("3,2", "2,1", "1,0,0,0,1", 2, 0)]
    [InlineData("3,2", "2,1", "-1,0,0,0,1", 2, 2)]
    [InlineData("3,2", "2,1", "0,0,1,0,0", 2, 2)] // x^2 y^2
    [InlineData("2,2", null, "0,0,1", 1, 1)]
    [InlineData("2,2,2", null, "0,1,0,0", 3, 3)]
    [InlineData("3,3", null, "1,0,2,0,1", 3, 1)] // (x^2 + y^2)^2
    [InlineData("1,2,1", null, "3,4", 1, 1)]
    [InlineData("1,1", null, "-3", 1, 1)]
    [InlineData("2,2", "2,1", "1,2,3,7", 0, 0)]
    [InlineData("5", null, "1,0,0,0,1", 1, 1)]
    [InlineData("3,2,2", "2,2,1", "1,0,0,0,0,0,0,0,1", 4, 0)] // one of two hyperroots of order four, then one of two of order two
    public void Counts(string filters, string? strides, string filter, int count, int real)
    {
        var set = Architecture.Parse(filters, strides).FunctionSpace().FactorComplex(Parse(filter));
        Assert.Equal((count, count, real), ((int)set.Count!.Value, set.Factorizations.Length, set.Factorizations.Count(f => f.IsReal)));
        Assert.Equal(Verdict.Holds, set.Complete);
    }

    [Fact]
    public void Gaussian_rational_filters_are_recognized_exactly()
    {
        var set = Architecture.Parse("2,2").FunctionSpace().FactorComplex([5, -4, 4]); // 4 (x - 1/2 - i)(x - 1/2 + i)
        Assert.Equal("-2+4i,4;-1/2-1i,1 | -2-4i,4;-1/2+1i,1", string.Join(" | ", set.Factorizations.Select(Text).Order(StringComparer.Ordinal)));
        Assert.All(set.Factorizations, f => Assert.Equal(Evidence.Exact, f.Evidence));

        // x^4 + 4 splits over the Gaussian integers, x^4 + 1 does not; x^2 + 2x + 3 has i sqrt 2.
        Assert.All(Architecture.Parse("2,2,2,2").FunctionSpace().FactorComplex([4, 0, 0, 0, 1]).Factorizations, f => Assert.Equal(Evidence.Exact, f.Evidence));
        Assert.All(Architecture.Parse("2,2,2,2").FunctionSpace().FactorComplex([1, 0, 0, 0, 1]).Factorizations, f => Assert.Equal(Evidence.Certified, f.Evidence));
        var mixed = Architecture.Parse("2,2").FunctionSpace().FactorComplex([3, 2, 1]).Factorizations[0].Filters[1];
        Assert.Equal((true, false), (mixed.Re.Coefficients[1].IsPoint, mixed.IsExact));
        Assert.InRange(mixed.Radius(), 1e-30, 1e-15);
    }

    [Fact]
    public void All_of_them_multiply_back_and_come_with_their_conjugates() => PropertyRun.Trials(120, random =>
    {
        var net = random.NextArchitecture(mostLayers: 3);
        var filter = random.Chance(0.7)
            ? ParameterizationMap.EndToEnd(random.NextWeights(net, 2))
            : [.. Enumerable.Range(0, net.EndToEndSize).Select(_ => (Rational)random.Between(-2, 2))];
        if (filter.All(c => c.IsZero)) return;
        var space = net.FunctionSpace();
        var set = space.FactorComplex(filter, 400);
        var real = space.Factor(filter, 0).Count;
        Assert.Equal(set.Count == Integer.Zero, space.Contains(filter).InZariskiClosure == Verdict.Fails);
        if (set.Complete == Verdict.Holds) Assert.Equal(real, (Integer)set.Factorizations.Count(f => f.IsReal));
        var seen = new HashSet<string>();
        for (var i = 0; i < set.Factorizations.Length; i++)
        {
            var one = set.Factorizations[i];
            AssertMultipliesBack(net, filter, one);
            Assert.True(seen.Add(string.Join(' ', one.Filters.SelectMany(f => f.Re.Coefficients.Zip(f.Im.Coefficients)).Select(c => c.ToString()))));
            Assert.Equal(one.IsReal, one.Conjugate == i);
            if (one.Conjugate >= set.Factorizations.Length) continue;
            var other = set.Factorizations[one.Conjugate];
            Assert.Equal((i, one.IsCritical, one.IsSquarefree), (other.Conjugate, other.IsCritical, other.IsSquarefree));
            Assert.All(one.Filters.Zip(other.Filters), pair => Assert.Equal(pair.First.Conjugate().Im.Coefficients.AsEnumerable(), pair.Second.Im.Coefficients));
        }
    });

    // Membership counts ways to hand out hyperroots without listing them; here they are listed.
    [Fact]
    public void Membership_agrees_with_the_list() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextArchitecture(mostLayers: 3);
        if (net.IsStrideOne) return;
        var merged = net.FunctionSpace().Merged;
        if (!merged.CommonStep.IsOne) return;
        net = new Architecture(merged.Filters, merged.Strides);
        var space = net.FunctionSpace();
        var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, random.Chance(0.5) ? 1 : 2));
        if (random.Chance(0.2)) filter = filter.SetItem(random.Between(0, filter.Length - 1), 0);
        if (filter.All(c => c.IsZero)) return;
        var membership = space.Contains(filter);
        var list = space.FactorComplex(filter, 3000);
        if (list.Complete != Verdict.Holds) return;
        var all = list.Factorizations;
        Assert.Equal(!all.IsEmpty, membership.InZariskiClosure == Verdict.Holds);
        Assert.Equal(all.Any(f => f.IsReal), membership.Verdict == Verdict.Holds);
        if (!all.IsEmpty) Assert.Equal(all.Length == 1 && !all[0].IsCritical, membership.Smooth == Verdict.Holds);
        if (membership.Verdict != Verdict.Holds) return;
        var expected = space.ZariskiClosed == Verdict.Holds || all.All(f => f.IsReal && !f.IsCritical) ? StratumPosition.Interior : StratumPosition.Undecided;
        Assert.Equal(expected, membership.Position);
    });

    // As many hyperroots as there are, nobody lists the choices.
    [Fact]
    public void Many_choices_are_counted_without_listing_them()
    {
        var net = Architecture.Parse("31,16", "2,1");
        var product = Polynomial<Rational>.One;
        for (var i = 1; i <= 30; i++) product *= new Polynomial<Rational>(i, 0, 1);
        ImmutableArray<Rational> filter = [.. Enumerable.Range(0, net.EndToEndSize).Select(i => product[i])];
        Assert.Equal(Verdict.Holds, net.FunctionSpace().Contains(filter).Verdict);
        Integer expected = 1;
        for (var i = 1; i <= 15; i++) expected = Integer.DivideExactly(expected * (15 + i), i); // 15 of 30 hyperroots
        Assert.Equal(expected, net.FunctionSpace().FactorComplex(filter, 0).Count);
        Assert.Equal(expected, net.FunctionSpace().Factor(filter, 0).Count);

        // Pairs only, and an odd number to hand out.
        var odd = Architecture.Parse("31,16", "2,1");
        product = Polynomial<Rational>.One;
        for (var i = 1; i <= 15; i++) product *= new Polynomial<Rational>(i, 0, 0, 0, 1);
        var membership = odd.FunctionSpace().Contains([.. Enumerable.Range(0, odd.EndToEndSize).Select(i => product[i])]);
        Assert.Equal((Verdict.Fails, Verdict.Holds), (membership.Verdict, membership.InZariskiClosure));
        Assert.Contains("complex ones must be taken in pairs", membership.Obstruction, StringComparison.Ordinal);
    }

    // A7 over the complex numbers: distinct roots are handed out in as many ways as a multinomial coefficient says.
    [Fact]
    public void Stride_one_and_distinct_roots_give_multinomial_coefficients() => PropertyRun.Trials(60, random =>
    {
        var net = new Architecture([.. Enumerable.Range(0, random.Between(1, 4)).Select(_ => random.Between(1, 4))]);
        ImmutableArray<Rational> filter = [.. Enumerable.Range(0, net.EndToEndSize).Select(_ => (Rational)random.Between(-9, 9))];
        if (filter[^1].IsZero || !SquarefreeDecomposition.IsSquarefree(PolynomialContent.Of(new Polynomial<Rational>(filter.AsSpan())).Primitive)) return;
        Integer expected = 1;
        var placed = 0;
        foreach (var size in net.Filters)
        {
            for (var i = 1; i < size; i++) expected = Integer.DivideExactly(expected * ++placed, i);
        }

        Assert.Equal(expected, net.FunctionSpace().FactorComplex(filter, 0).Count);
    });

    // Every way to give approximate roots to layers, kept if each layer's product is a polynomial in its power of x.
    [Theory]
    [InlineData("3,2", "2,1")]
    [InlineData("3,3", "2,1")]
    [InlineData("4,2", "2,1")]
    [InlineData("4,2", "3,1")]
    [InlineData("2,2,2", "2,1,1")]
    [InlineData("2,2,2", "1,2,1")]
    [InlineData("3,2,2", "2,2,1")]
    [InlineData("2,2,2", "2,2,1")]
    [InlineData("1,3,2", "2,1,1")]
    public void Approximate_roots_are_handed_out_in_as_many_ways(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        var found = 0;
        PropertyRun.Trials(50, random =>
        {
            // Layers from x^S - a with small a share many hyperroots.
            var weights = random.NextWeights(net, random.Chance(0.5) ? 1 : 4);
            var filter = ParameterizationMap.EndToEnd(weights);
            if (filter[0].IsZero || filter[^1].IsZero || !SquarefreeDecomposition.IsSquarefree(PolynomialContent.Of(new Polynomial<Rational>(filter.AsSpan())).Primitive)) return;
            var roots = PolynomialRoots.Approximate([.. filter.Select(c => c.ToDouble())]);
            found++;
            Assert.Equal((Integer)Ways(net, roots), net.FunctionSpace().FactorComplex(filter, 0).Count);
        });
        Assert.True(found > 0);
    }

    // F12, against the rank of the Jacobian matrix; a complex matrix A + iB has half the rank of the real matrix of A, -B, B, A.
    [Fact]
    public void Critical_ones_are_where_the_Jacobian_matrix_loses_rank()
    {
        int critical = 0, regular = 0, complex = 0;
        PropertyRun.Trials(150, random =>
        {
            var net = random.NextArchitecture(mostLayers: 3);
            if (net.EndToEndSize > 20) return;
            var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, 1));
            if (filter.All(c => c.IsZero)) return;
            foreach (var one in net.FunctionSpace().FactorComplex(filter, 12).Factorizations.Where(f => f.Evidence == Evidence.Exact))
            {
                var (re, im) = (Jacobian(net, one, realPart: true), Jacobian(net, one, realPart: false));
                int rows = re.Rows, columns = re.Columns;
                var rank = FractionFree.Rank(new Matrix<Rational>(2 * rows, 2 * columns, (i, j) =>
                    (i < rows) == (j < columns) ? re[i % rows, j % columns] : i < rows ? -im[i, j - columns] : im[i - rows, j])) / 2;
                Assert.Equal(rank < net.RootCount + 1, one.IsCritical);
                if (one.IsCritical) critical++;
                else regular++;
                if (!one.IsReal) complex++;
                if (one.IsReal) Assert.Equal(one.IsCritical, MapCriticality.Of(new FilterStack<Rational>(net, [.. one.Filters.Select(f => f.Re.Coefficients.Select(c => c.Lower).ToImmutableArray())])).IsCritical == Verdict.Holds);
            }
        });
        Assert.True(critical > 10 && regular > 10 && complex > 0, $"{critical} {regular} {complex}");
    }

    [Fact]
    public void The_zero_filter_has_no_count_and_lists_can_be_cut()
    {
        var space = Architecture.Parse("2,2,2").FunctionSpace();
        Assert.Null(space.FactorComplex([0, 0, 0, 0]).Count);
        var cut = space.FactorComplex([1, 1, 1, 2], 3);
        Assert.Equal((6, 3, Verdict.Fails), ((int)cut.Count!.Value, cut.Factorizations.Length, cut.Complete));
        Assert.Throws<ArgumentException>(() => space.FactorComplex([1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => space.FactorComplex([1, 2, 3, 4], -1));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => space.FactorComplex([1, 2, 3, 4], token: source.Token));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public void Scales_of_the_variable_change_nothing(int exponent)
    {
        var scale = Rational.Pow(10, Math.Abs(exponent));
        if (exponent < 0) scale = Rational.One / scale;
        var net = Architecture.Parse("3,2", "2,1");
        ImmutableArray<Rational> filter = [.. Parse("3,0,2,0,1").Select((c, i) => c * Rational.Pow(scale, i))];
        var set = net.FunctionSpace().FactorComplex(filter);
        Assert.Equal(2, set.Factorizations.Length);
        Assert.All(set.Factorizations, f => AssertMultipliesBack(net, filter, f));
    }

    private static Matrix<Rational> Jacobian(Architecture net, ComplexFactorization factorization, bool realPart)
    {
        // The derivative in entry j of layer l is the product of the other layers, shifted.
        var columns = new List<Rational[]>();
        for (var l = 0; l < net.Depth; l++)
        {
            var (re, im) = Multiply(net, factorization, without: l);
            for (var j = 0; j < net.Filters[l]; j++)
            {
                var shift = j == 0 ? 0 : j * (int)net.StrideProducts[l];
                var column = new Rational[net.EndToEndSize];
                for (var i = shift; i < column.Length; i++) column[i] = (realPart ? re : im)[i - shift].Lower;
                columns.Add(column);
            }
        }

        return new Matrix<Rational>(net.EndToEndSize, columns.Count, (i, j) => columns[j][i]);
    }

    private static void AssertMultipliesBack(Architecture net, ImmutableArray<Rational> filter, ComplexFactorization factorization)
    {
        var (re, im) = Multiply(net, factorization, without: -1);
        Assert.All(factorization.Filters.Skip(1), layer => Assert.Equal(
            (RationalInterval.One, RationalInterval.Zero), layer.Re.Coefficients.Zip(layer.Im.Coefficients).Last(c => !c.First.IsZero || !c.Second.IsZero)));
        for (var i = 0; i < filter.Length; i++)
        {
            Assert.True(re[i].Contains(filter[i]) && im[i].ContainsZero, $"coefficient {i} of {net} on {string.Join(',', filter)}");
            if (factorization.Evidence == Evidence.Exact) Assert.True(re[i].IsPoint && im[i].IsPoint);
            Assert.True(im[i].Width < Rational.PowerOfTwo(-30) * (1 + filter.Max(c => Rational.Abs(c))));
        }
    }

    private static (RationalInterval[] Re, RationalInterval[] Im) Multiply(Architecture net, ComplexFactorization factorization, int without)
    {
        RationalInterval[] re = new RationalInterval[net.EndToEndSize], im = new RationalInterval[net.EndToEndSize];
        re[0] = RationalInterval.One;
        for (var l = 0; l < net.Depth; l++)
        {
            if (l == without) continue;
            RationalInterval[] nextRe = new RationalInterval[re.Length], nextIm = new RationalInterval[re.Length];
            for (var j = 0; j < net.Filters[l]; j++)
            {
                RationalInterval a = factorization.Filters[l].Re.Coefficients[j], b = factorization.Filters[l].Im.Coefficients[j];
                var shift = j == 0 ? 0 : j * (int)net.StrideProducts[l];
                for (var i = 0; i + shift < re.Length; i++)
                {
                    nextRe[i + shift] += (a * re[i]) - (b * im[i]);
                    nextIm[i + shift] += (a * im[i]) + (b * re[i]);
                }
            }

            (re, im) = (nextRe, nextIm);
        }

        return (re, im);
    }

    private static int Ways(Architecture net, ImmutableArray<Complex> roots)
    {
        var left = net.Filters.Select((size, l) => size == 1 ? 0 : (size - 1) * (int)net.StrideProducts[l]).ToArray();
        var owner = new int[roots.Length];
        return Assign(0);

        int Assign(int root)
        {
            if (root == roots.Length) return Enumerable.Range(0, net.Depth).All(IsInItsPower) ? 1 : 0;
            var ways = 0;
            for (var l = 0; l < net.Depth; l++)
            {
                if (left[l] == 0) continue;
                left[l]--;
                owner[root] = l;
                ways += Assign(root + 1);
                left[l]++;
            }

            return ways;
        }

        bool IsInItsPower(int layer)
        {
            if (net.Filters[layer] == 1) return true;
            Complex[] product = [1];
            foreach (var root in roots.Where((_, i) => owner[i] == layer))
            {
                var next = new Complex[product.Length + 1];
                for (var i = 0; i < product.Length; i++)
                {
                    next[i + 1] += product[i];
                    next[i] -= root * product[i];
                }

                product = next;
            }

            var size = product.Max(Complex.Abs);
            return product.Where((_, i) => i % (int)net.StrideProducts[layer] != 0).All(c => Complex.Abs(c) < 1e-6 * size);
        }
    }

    private static string Text(ComplexFactorization factorization) => string.Join(';', factorization.Filters.Select(f => string.Join(',', f.Re.Coefficients.Zip(f.Im.Coefficients, (re, im) =>
        im.IsZero ? re.Lower.ToString() : $"{re.Lower}{(im.Lower.Sign > 0 ? "+" : "")}{im.Lower}i"))));

    private static ImmutableArray<Rational> Parse(string text) => [.. text.Split(',').Select(c => Rational.Parse(c))];
}

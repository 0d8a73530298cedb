using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

public class FactorizationTests
{
    [Fact]
    public void Factorizations_multiply_back_and_are_in_normal_form() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextStrideOne(6);
        var filter = NextFilter(random, net);
        if (filter.All(c => c.IsZero)) return;
        var set = net.FunctionSpace().Factor(filter, 40);
        Assert.All(set.Factorizations, f =>
        {
            var product = f.Filters.Aggregate(Polynomial<RationalInterval>.One, (p, layer) => p * new Polynomial<RationalInterval>(layer.Coefficients.AsSpan()));
            for (var i = 0; i < filter.Length; i++)
            {
                Assert.True(product[i].Contains(filter[i]), $"coefficient {i} of {net} on {string.Join(',', filter)}");
                if (f.Evidence == Evidence.Exact) Assert.Equal(product[i].Lower, product[i].Upper);
            }

            Assert.All(f.Filters.Skip(1), layer => Assert.Equal(RationalInterval.One, layer.Coefficients.Last(c => c != RationalInterval.Zero)));
            Assert.Equal(net.Filters.ToArray(), f.Filters.Select(layer => layer.Coefficients.Length));
        });
    });

    [Fact]
    public void Count_agrees_with_the_stratum_and_with_the_list() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextStrideOne(5);
        var filter = NextFilter(random, net);
        if (filter.All(c => c.IsZero)) return;
        var space = net.FunctionSpace();
        var set = space.Factor(filter);
        var stratum = space.Strata().Single(s => s.Patterns[0].Equals(RootPattern.Of(new BinaryForm(filter.AsSpan()))));
        Assert.Equal(stratum.RealFactorizations, set.Count);
        Assert.Equal(stratum.CriticalFactorizations, (Integer)set.Factorizations.Count(f => f.IsSquarefree));
        Assert.Equal(Verdict.Holds, set.Complete);
        Assert.Equal(space.Contains(filter).Verdict, Verdict.Of(set.Factorizations.Length > 0));
        Assert.Equal(set.Factorizations.Length, set.Factorizations.Select(Text).Distinct().Count());
    });

    // The factorization that a product was made from is rational, so it must be found exactly.
    [Fact]
    public void Rational_factorizations_are_recognized() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextStrideOne(5);
        var weights = random.NextWeights(net, 4);
        var product = ParameterizationMap.EndToEnd(weights);
        if (product.All(c => c.IsZero)) return;
        var set = net.FunctionSpace().Factor(product, 100_000);
        var scale = Rational.One;
        var normal = weights.Filters.Select((filter, l) =>
        {
            var top = filter.Last(w => !w.IsZero);
            scale *= top;
            return filter.Select(w => w / top).ToArray();
        }).ToArray();
        normal[0] = [.. normal[0].Select(w => w * scale)];
        var expected = string.Join(';', normal.Select(f => string.Join(',', f)));
        Assert.Contains(expected, set.Factorizations.Where(f => f.Evidence == Evidence.Exact).Select(Text));
    });

    [Fact]
    public void A_rational_factor_with_irrational_roots_is_exact()
    {
        // (x^2 - 2)(x^2 - 3) into (3,3): two rational ways among the six.
        var set = Architecture.Parse("3,3").FunctionSpace().Factor([6, 0, -5, 0, 1]);
        Assert.Equal(6, set.Count);
        Assert.Equal(["-2,0,1;-3,0,1", "-3,0,1;-2,0,1"], set.Factorizations.Where(f => f.Evidence == Evidence.Exact).Select(Text).Order());
    }

    [Fact]
    public void An_irrational_factor_is_enclosed_to_double_precision()
    {
        var set = Architecture.Parse("2,2").FunctionSpace().Factor([-2, 0, 1]);
        var f = set.Factorizations[0];
        Assert.Equal(Evidence.Certified, f.Evidence);
        Assert.Equal(Math.Sqrt(2), f.Filters[0].ToScalars()[0].ToDouble());
        Assert.InRange(f.Filters.Max(l => l.Radius()), 1e-18, 3e-16);
    }

    [Theory]
    [InlineData("2,2", "0,0,5", "0,5;0,1")]
    [InlineData("2,2", "5,0,0", "5,0;1,0")]
    [InlineData("2,2", "0,3,0", "0,3;1,0|3,0;0,1")]
    [InlineData("3,2", "0,0,0,1", "0,0,1;0,1")]
    [InlineData("1,2", "4,2", "2;2,1")]
    [InlineData("2,1", "4,2", "4,2;1")]
    [InlineData("1,1", "7", "7;1")]
    [InlineData("3,2", "1,1,1,1", "1,0,1;1,1")]
    public void Roots_at_zero_and_infinity(string filters, string filter, string expected)
    {
        var set = Architecture.Parse(filters).FunctionSpace().Factor(MembershipTests.Filter(filter));
        Assert.Equal(expected.Split('|').Order(), set.Factorizations.Select(Text).Order());
    }

    [Theory]
    [InlineData("1e200,-3e100,2")]
    [InlineData("1e-200,-3e-100,2")]
    [InlineData("1e-150,-3e150,2e-150")]
    public void Huge_and_tiny_scales_keep_relative_accuracy(string filter)
    {
        var coefficients = MembershipTests.Filter(filter);
        // The factorization whose first layer takes the larger root: its entries are all in the range of doubles.
        var f = Architecture.Parse("2,2").FunctionSpace().Factor(coefficients).Factorizations[1];
        double[] a = [.. f.Filters[0].ToScalars().Select(s => s.ToDouble())], b = [.. f.Filters[1].ToScalars().Select(s => s.ToDouble())];
        double[] product = [a[0] * b[0], (a[0] * b[1]) + (a[1] * b[0]), a[1] * b[1]];
        for (var i = 0; i < 3; i++) Assert.Equal(1.0, product[i] / coefficients[i].ToDouble(), 12);
    }

    [Fact]
    public void Repeated_filters_are_named()
    {
        var f = Assert.Single(Architecture.Parse("2,2,2").FunctionSpace().Factor([1, 3, 3, 1]).Factorizations);
        Assert.Equal(["1,2", "1,3", "2,3"], f.RepeatedFilters.Select(p => string.Join(',', p)));
        Assert.True(f.IsSquarefree);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        // (x-1)...(x-8) into eight layers: 8! factorizations.
        var filter = Enumerable.Range(1, 8).Aggregate(Polynomial<Rational>.One, (p, r) => p * new Polynomial<Rational>(-r, 1)).CoefficientsPadded(9);
        var set = Architecture.Parse("2,2,2,2,2,2,2,2").FunctionSpace().Factor(filter, 10);
        Assert.Equal(40320, set.Count);
        Assert.Equal(10, set.Factorizations.Length);
        Assert.Equal(Verdict.Fails, set.Complete);
    }

    [Fact]
    public void The_zero_filter_has_infinitely_many()
    {
        var set = Architecture.Parse("2,2").FunctionSpace().Factor([0, 0, 0]);
        Assert.Null(set.Count);
        Assert.Empty(set.Factorizations);
    }

    private static string Text(Factorization f) => string.Join(';', f.Filters.Select(layer => string.Join(',', layer.ToScalars())));

    // Products of small linear and quadratic factors: repeated roots, zero and infinity are common.
    private static ImmutableArray<Rational> NextFilter(TestRandom random, Architecture net)
    {
        if (random.Chance(0.3)) return [.. Enumerable.Range(0, net.EndToEndSize).Select(_ => (Rational)random.Between(-3, 3))];
        var product = Polynomial<Rational>.Constant(new Rational(random.Between(1, 5), random.Between(1, 3)));
        var room = net.RootCount;
        while (room > 0)
        {
            if (random.Chance(0.15))
            {
                room--; // a root at infinity
            }
            else if (room >= 2 && random.Chance(0.4))
            {
                product *= new Polynomial<Rational>(random.Between(-3, 3), random.Between(-2, 2), 1);
                room -= 2;
            }
            else
            {
                product *= new Polynomial<Rational>(random.Between(-2, 2), random.Between(1, 2));
                room--;
            }
        }

        return product.CoefficientsPadded(net.EndToEndSize);
    }
}

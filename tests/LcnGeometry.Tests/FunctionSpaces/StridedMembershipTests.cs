using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Membership and factorizations for strides above one: against equations, against greatest common divisors, and against products.</summary>
public class StridedMembershipTests
{
    [Theory]
    [InlineData("3,2", "2,1", "1,0,0,0,1", "Fails", "Holds")] // x^4 + y^4: the handle of the umbrella
    [InlineData("3,2", "2,1", "-1,0,0,0,1", "Holds", "Holds")]
    [InlineData("3,2", "2,1", "1,0,-2,0,1", "Holds", "Holds")]
    [InlineData("3,2", "2,1", "1,1,0,0,1", "Fails", "Fails")]
    [InlineData("2,2", "2,1", "1,2,3,6", "Holds", "Holds")]
    [InlineData("2,2", "2,1", "1,2,3,7", "Fails", "Fails")]
    [InlineData("2,2,2", "1,2,1", "1,0,1,0,0", "Holds", "Holds")] // (x^2 + y^2) y^2: the last layer takes the pair
    [InlineData("2,2,2", "1,2,1", "1,0,2,0,1", "Fails", "Holds")] // (x^2 + y^2)^2: the first two layers need real roots
    [InlineData("2,2,2", "2,1,1", "1,0,1,0,1,0", "Fails", "Holds")]
    [InlineData("2,2,2", "2,1,1", "1,0,1,0,1,1", "Fails", "Fails")]
    [InlineData("2,2,2", "2,1,1", "1,1,0,0,1,1", "Fails", "Holds")] // (1 + x)(1 + x^4): 1 + X^2 has no real roots
    [InlineData("2,2,2", "2,1,1", "1,1,0,0,-1,-1", "Holds", "Holds")]
    [InlineData("1,3", "2,1", "1,0,5,0,-7", "Holds", "Holds")]
    [InlineData("1,3", "2,1", "1,1,5,0,-7", "Fails", "Fails")]
    [InlineData("1,1", "3,2", "5", "Holds", "Holds")]
    public void Examples(string filters, string strides, string filter, string verdict, string closure)
    {
        var membership = Architecture.Parse(filters, strides).FunctionSpace().Contains(Parse(filter));
        Assert.Equal((verdict, closure), (membership.Verdict.ToString(), membership.InZariskiClosure.ToString()));
        Assert.Equal(verdict == "Fails", membership.Position == StratumPosition.Outside);
        Assert.Equal(verdict == "Fails", membership.Obstruction is not null && membership.Position != StratumPosition.Undecided);
    }

    [Theory]
    [InlineData("3,2", "2,1", "-1,0,0,0,1", 2, StratumPosition.Interior)] // two sheets cross
    [InlineData("3,2", "2,1", "1,0,-2,0,1", 1, StratumPosition.Undecided)] // a critical point of the parameterization
    [InlineData("3,2", "2,1", "2,2,-1,-2,-1", 1, StratumPosition.Interior)]
    [InlineData("2,2", "2,1", "1,2,3,6", 1, StratumPosition.Interior)]
    [InlineData("2,2,2", "2,1,1", "1,1,0,0,-1,-1", 2, StratumPosition.Interior)]
    [InlineData("2,2,2", "2,1,1", "1,1,-2,-2,1,1", 1, StratumPosition.Boundary)] // (1 + x)(1 - X)^2
    [InlineData("2,2", "2,1", "0,0,0,1", 1, StratumPosition.Interior)]
    [InlineData("3,2", "2,1", "0,0,1,0,0", 2, StratumPosition.Interior)] // x^2 y^2: either layer takes the double root
    public void Positions_and_counts(string filters, string strides, string filter, int count, StratumPosition position)
    {
        var space = Architecture.Parse(filters, strides).FunctionSpace();
        Assert.Equal((Integer)count, space.Factor(Parse(filter)).Count);
        Assert.Equal(position, space.Contains(Parse(filter)).Position);
    }

    // Two merged layers: the function space is what the greatest common divisor of the residues says.
    [Fact]
    public void Two_layers_agree_with_the_common_divisor_of_the_residues() => PropertyRun.Trials(400, random =>
    {
        int stride = random.Between(2, 3), first = random.Between(2, 6), second = random.Between(2, 4);
        var net = new Architecture([first, second], [stride, 1]);
        var filter = NextStructured(random, net.EndToEndSize, stride);
        if (filter.All(c => c.IsZero)) return;
        var space = net.FunctionSpace();
        var membership = space.Contains(filter);
        var (closure, divisors) = ByCommonDivisor(filter, stride, first, second);
        Assert.Equal(closure, membership.InZariskiClosure == Verdict.Holds);
        Assert.Equal(divisors > 0, membership.Verdict == Verdict.Holds);
        Assert.Equal((Integer)divisors, space.Factor(filter).Count);
    });

    // A reduced equation of a hypersurface has a vanishing gradient exactly at the singular points.
    [Theory]
    [InlineData(2, "2,2", "c0*c3 - c1*c2")]
    [InlineData(2, "3,2", "c0*c3^2 + c1^2*c4 - c1*c2*c3")]
    [InlineData(2, "4,2", "c1*c2*c3*c4 - c0*c3^2*c4 - c1^2*c4^2 - c1*c2^2*c5 + c0*c2*c3*c5 + 2*c0*c1*c4*c5 - c0^2*c5^2")]
    public void Singular_points_are_those_of_the_equation(int stride, string filters, string equation)
    {
        var net = Architecture.Parse(filters, $"{stride},1");
        var polynomial = MultivariatePolynomial.Parse(equation, VariableList.Create([.. Enumerable.Range(0, net.EndToEndSize).Select(i => $"c{i}")]));
        PropertyRun.Trials(200, random =>
        {
            var filter = random.Chance(0.3) ? ParameterizationMap.EndToEnd(random.NextWeights(net, 2)) : NextStructured(random, net.EndToEndSize, stride);
            var membership = net.FunctionSpace().Contains(filter);
            Assert.Equal(polynomial.Evaluate(filter.AsSpan()).IsZero, membership.InZariskiClosure == Verdict.Holds);
            Assert.Equal(membership.InZariskiClosure == Verdict.Holds, membership.Smooth is not null);
            if (membership.Smooth is not { } smooth) return;
            Assert.Equal(polynomial.Gradient().All(derivative => derivative.Evaluate(filter.AsSpan()).IsZero), smooth == Verdict.Fails);
        });
    }

    // No filter is longer than its stride: the closure is the rank-one tensors, and everything is real.
    [Theory]
    [InlineData("2,2,2", "2,2,1")]
    [InlineData("2,3,2", "2,3,1")]
    [InlineData("3,2,2", "3,2,1")]
    [InlineData("2,2,3", "3,2,1")]
    public void Short_filters_agree_with_tensors_of_rank_one(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        PropertyRun.Trials(150, random =>
        {
            var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, 3)).ToArray();
            if (random.Chance(0.5)) filter[random.Between(0, filter.Length - 1)] += random.Between(-1, 1);
            if (filter.All(c => c.IsZero)) return;
            var membership = net.FunctionSpace().Contains([.. filter]);
            Assert.Equal(IsRankOne(net, filter), membership.Verdict == Verdict.Holds);
            Assert.Equal(membership.Verdict, membership.InZariskiClosure);
        });
    }

    [Fact]
    public void Every_product_is_representable_and_its_factorization_is_found() => PropertyRun.Trials(250, random =>
    {
        var net = random.NextArchitecture();
        var weights = random.NextWeights(net, 3);
        var product = ParameterizationMap.EndToEnd(weights);
        var space = net.FunctionSpace();
        var membership = space.Contains(product);
        Assert.Equal(Verdict.Holds, membership.Verdict);
        Assert.Equal(Verdict.Holds, membership.InZariskiClosure);
        if (product.All(c => c.IsZero)) return;
        var set = space.Factor(product, 5000);
        Assert.True(set.Count >= Integer.One);
        Assert.All(set.Factorizations, factorization => AssertMultipliesBack(net, product, factorization));
        var scale = weights.Filters.Skip(1).Aggregate(Rational.One, (product, filter) => product * Top(filter));
        var normal = weights.Filters.Select((filter, l) => string.Join(',', filter.Select(w => l == 0 ? w * scale : w / Top(filter))));
        if (set.Complete == Verdict.Holds)
            Assert.Contains(string.Join(';', normal), set.Factorizations.Where(f => f.Evidence == Evidence.Exact).Select(Text));
    });

    [Fact]
    public void Repeated_filters_are_named_across_steps()
    {
        var set = Architecture.Parse("3,3", "2,1").FunctionSpace().Factor(Product("3,3", "2,1", "-2,0,1;-2,0,1"));
        Assert.Contains(set.Factorizations, f => f.RepeatedFilters.Any(pair => pair.SequenceEqual([1, 2])));
        set = Architecture.Parse("3,3", "2,1").FunctionSpace().Factor(Product("3,3", "2,1", "-2,1,1;-2,0,1"));
        Assert.All(set.Factorizations, f => Assert.Empty(f.RepeatedFilters));
        set = Architecture.Parse("2,2,2", "2,1,1").FunctionSpace().Factor(Product("2,2,2", "2,1,1", "-3,1;-3,1;5,1"));
        Assert.Contains(set.Factorizations, f => f.RepeatedFilters.Any(pair => pair.SequenceEqual([1, 2])));
        Assert.Contains(set.Factorizations, f => f.RepeatedFilters.Any(pair => pair.SequenceEqual([1, 3])));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(-200)]
    public void Scales_of_the_variable_change_nothing(int exponent)
    {
        var scale = Rational.Pow(10, Math.Abs(exponent));
        if (exponent < 0) scale = Rational.One / scale;
        var net = Architecture.Parse("3,2,2", "2,2,1");
        var product = Product("3,2,2", "2,2,1", "2,-3,1;5,7;-4,1");
        ImmutableArray<Rational> scaled = [.. product.Select((c, i) => c * Rational.Pow(scale, i))];
        var set = net.FunctionSpace().Factor(scaled);
        Assert.Equal(net.FunctionSpace().Factor(product).Count, set.Count);
        Assert.All(set.Factorizations, f => AssertMultipliesBack(net, scaled, f));
    }

    private static void AssertMultipliesBack(Architecture net, ImmutableArray<Rational> filter, Factorization factorization)
    {
        var product = new RationalInterval[net.EndToEndSize];
        product[0] = RationalInterval.One;
        for (var l = 0; l < net.Depth; l++)
        {
            var next = new RationalInterval[product.Length];
            var layer = factorization.Filters[l].Coefficients;
            Assert.Equal(net.Filters[l], layer.Length);
            if (l > 0) Assert.Equal(RationalInterval.One, layer.Last(c => c != RationalInterval.Zero));
            for (var j = 0; j < layer.Length; j++)
            {
                var shift = j == 0 ? 0 : j * (int)net.StrideProducts[l];
                for (var i = 0; i + shift < next.Length; i++) next[i + shift] += layer[j] * product[i];
            }

            product = next;
        }

        for (var i = 0; i < filter.Length; i++)
        {
            Assert.True(product[i].Contains(filter[i]), $"coefficient {i} of {net} on {string.Join(',', filter)}");
            if (factorization.Evidence == Evidence.Exact) Assert.Equal(product[i].Lower, product[i].Upper);
        }
    }

    /// <summary>Whether residues share enough roots, and how many real divisors of the needed degree their common divisor has.</summary>
    private static (bool Closure, int Divisors) ByCommonDivisor(ImmutableArray<Rational> filter, int stride, int first, int second)
    {
        var common = Enumerable.Range(0, stride).Select(r => filter.Where((_, i) => i % stride == r).ToArray()).Where(r => r.Any(c => !c.IsZero))
            .Select(r => (Affine: new Polynomial<Rational>(r), AtInfinity: r.Length - 1 - r.ToList().FindLastIndex(c => !c.IsZero)))
            .Aggregate((a, b) => (PolynomialGcd.Gcd(a.Affine, b.Affine), Math.Min(a.AtInfinity, b.AtInfinity)));

        // Residues past the length of the first filter are empty in every product.
        for (var r = first; r < stride; r++)
        {
            if (filter.Where((_, i) => i % stride == r).Any(c => !c.IsZero)) return (false, 0);
        }

        var degree = common.Affine.Degree + common.AtInfinity;
        if (degree < second - 1) return (false, 0);
        var pattern = RootPattern.Of(BinaryForm.Homogenize(common.Affine, degree));
        var ways = new int[second];
        ways[0] = 1;
        foreach (var (multiplicity, size) in pattern.Real.Select(m => (m, 1)).Concat(pattern.Pairs.Select(m => (m, 2))))
        {
            var next = new int[second];
            for (var d = 0; d < second; d++)
            {
                for (var copies = 0; copies <= multiplicity && d + (copies * size) < second; copies++) next[d + (copies * size)] += ways[d];
            }

            ways = next;
        }

        return (true, ways[^1]);
    }

    private static bool IsRankOne(Architecture net, Rational[] filter)
    {
        // Every entry of a product stands at its own index; what is left over must be zero.
        var places = Enumerable.Range(0, net.Filters.Aggregate(1, (a, b) => a * b)).Select(n =>
        {
            var digits = new int[net.Depth];
            for (var l = 0; l < net.Depth; l++) (n, digits[l]) = Math.DivRem(n, net.Filters[l]);
            return (Digits: digits, Value: filter[digits.Select((d, l) => d * (int)net.StrideProducts[l]).Sum()]);
        }).ToArray();
        var used = places.Select(p => p.Digits.Select((d, l) => d * (int)net.StrideProducts[l]).Sum()).ToHashSet();
        if (Enumerable.Range(0, filter.Length).Any(i => !used.Contains(i) && !filter[i].IsZero)) return false;
        var byDigits = places.ToDictionary(p => string.Join(',', p.Digits), p => p.Value);
        return places.All(a => places.All(b => Enumerable.Range(0, net.Depth).All(l =>
        {
            int[] left = [.. a.Digits], right = [.. b.Digits];
            (left[l], right[l]) = (right[l], left[l]);
            return a.Value * b.Value == byDigits[string.Join(',', left)] * byDigits[string.Join(',', right)];
        })));
    }

    /// <summary>A filter whose residues often share roots: a polynomial in x^stride, often with repeated, real, zero or infinite roots, times another one.</summary>
    private static ImmutableArray<Rational> NextStructured(TestRandom random, int size, int stride)
    {
        var product = Polynomial<Rational>.One;
        var room = size - 1;
        while (room >= stride && random.Chance(0.8))
        {
            Polynomial<Rational> factor = random.Between(0, 4) switch
            {
                0 => new(Enumerable.Range(0, stride + 1).Select(i => i == stride ? Rational.One : Rational.Zero).ToArray()),
                1 => Polynomial<Rational>.One,
                2 when room >= 2 * stride => new(Enumerable.Range(0, (2 * stride) + 1).Select(i => i == 0 ? (Rational)random.Between(-2, 2) : i == stride ? random.Between(-2, 2) : i == 2 * stride ? 1 : 0).ToArray()),
                _ => new(Enumerable.Range(0, stride + 1).Select(i => i == 0 ? (Rational)random.Pick([-4, -1, 1, 2]) : i == stride ? Rational.One : Rational.Zero).ToArray()),
            };
            product *= factor;
            room -= Math.Max(stride, factor.Degree);
        }

        product *= new Polynomial<Rational>(Enumerable.Range(0, room + 1).Select(_ => (Rational)random.Between(-3, 3)).ToArray());
        return [.. Enumerable.Range(0, size).Select(i => product[i])];
    }

    private static Rational Top(ImmutableArray<Rational> filter) => filter.Last(w => !w.IsZero);

    private static string Text(Factorization factorization) =>
        string.Join(';', factorization.Filters.Select(f => string.Join(',', f.Coefficients.Select(c => c.Lower))));

    private static ImmutableArray<Rational> Product(string filters, string strides, string weights) => ParameterizationMap.EndToEnd(new FilterStack<Rational>(
        Architecture.Parse(filters, strides), [.. weights.Split(';').Select(Parse)]));

    private static ImmutableArray<Rational> Parse(string text) => [.. text.Split(',').Select(c => Rational.Parse(c))];
}

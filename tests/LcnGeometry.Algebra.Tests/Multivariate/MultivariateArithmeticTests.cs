using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Arithmetic against a dictionary of exponent vectors, which shares no code with the packed representation.</summary>
public class MultivariateArithmeticTests
{
    /// <summary>Up to four variables share a machine word; five and nine need two and three.</summary>
    private static readonly VariableList[] Rings = [["x"], ["x", "y"], ["a", "b", "c", "d"], ["a", "b", "c", "d", "e"], VariableList.Numbered("w", 9)];

    [Fact]
    public void Sums_and_products_agree_with_a_dictionary() => PropertyRun.Trials(400, random =>
    {
        var variables = random.Pick(Rings);
        var f = random.NextMultivariate(variables);
        var g = random.NextMultivariate(variables);
        Agrees(Combine(f, g, (p, q) => p + q, multiply: false), f + g);
        Agrees(Combine(f, g, (p, q) => p - q, multiply: false), f - g);
        Agrees(Combine(f, g, (p, q) => p * q, multiply: true), f * g);
    });

    [Fact]
    public void Evaluation_is_a_homomorphism() => PropertyRun.Trials(200, random =>
    {
        var variables = random.Pick(Rings);
        var f = random.NextMultivariate(variables);
        var g = random.NextMultivariate(variables);
        var point = random.NextPoint(variables, r => new Rational(r.Between(-5, 5), r.Between(1, 3)));
        Assert.Equal(f.Evaluate(point) + g.Evaluate(point), (f + g).Evaluate(point));
        Assert.Equal(f.Evaluate(point) - g.Evaluate(point), (f - g).Evaluate(point));
        Assert.Equal(f.Evaluate(point) * g.Evaluate(point), (f * g).Evaluate(point));
        Assert.Equal(-f.Evaluate(point), (-f).Evaluate(point));
    });

    [Fact]
    public void Powers_are_repeated_products() => PropertyRun.Trials(60, random =>
    {
        var f = random.NextMultivariate(random.Pick(Rings), 4, 3);
        var power = MultivariatePolynomial<Rational>.One;
        for (var exponent = 0; exponent <= 5; exponent++, power *= f) Assert.Equal(power, MultivariatePolynomial<Rational>.Pow(f, exponent));
    });

    [Fact]
    public void Dividing_a_product_gives_the_other_factor() => PropertyRun.Trials(300, random =>
    {
        var variables = random.Pick(Rings);
        var f = random.NextMultivariate(variables, 10, 4, r => r.NextInteger());
        var g = random.NextMultivariate(variables, 10, 4, r => r.NextInteger());
        if (g.IsZero) return;
        Assert.Equal(f, MultivariatePolynomial<Integer>.DivideExactly(f * g, g));
    });

    /// <summary>Long enough for hash tables to grow and for most terms to come up in the middle of the division.</summary>
    [Fact]
    public void Long_products_are_divided_back()
    {
        var linear = MultivariatePolynomial.Parse("1 + x + 2y - z + 3t", ["x", "y", "z", "t"]).Map(q => q.Numerator);
        var (f, g) = (MultivariatePolynomial<Integer>.Pow(linear, 7), MultivariatePolynomial<Integer>.Pow(linear, 5) - MultivariatePolynomial<Integer>.One);
        var product = f * g;
        Assert.Equal(330, f.TermCount);
        Assert.Equal(f.Evaluate(2, -1, 3, 5) * g.Evaluate(2, -1, 3, 5), product.Evaluate(2, -1, 3, 5));
        Assert.Equal(f, MultivariatePolynomial<Integer>.DivideExactly(product, g));
        Assert.Equal(g, MultivariatePolynomial<Integer>.DivideExactly(product, f));
        Assert.Throws<InexactDivisionException>(() => MultivariatePolynomial<Integer>.DivideExactly(product + MultivariatePolynomial<Integer>.One, f));
    }

    /// <summary>Almost every term that is subtracted on the way is missing from the dividend.</summary>
    [Fact]
    public void Quotients_of_differences_of_powers_are_geometric_sums()
    {
        VariableList variables = ["x", "y", "z"];
        var (x, y) = (MultivariatePolynomial<Integer>.Variable(variables, "x"), MultivariatePolynomial<Integer>.Variable(variables, "y"));
        for (var n = 1; n <= 12; n++)
        {
            var difference = MultivariatePolynomial<Integer>.Pow(x, n) - MultivariatePolynomial<Integer>.Pow(y, n);
            var geometric = MultivariatePolynomial<Integer>.FromTerms(variables, Enumerable.Range(0, n).Select(i => new PolynomialTerm<Integer>(1, [i, n - 1 - i, 0])));
            Assert.Equal(geometric, MultivariatePolynomial<Integer>.DivideExactly(difference, x - y));
            Assert.Equal(x - y, MultivariatePolynomial<Integer>.DivideExactly(difference, geometric));
        }
    }

    [Theory]
    [InlineData("x", "y")]
    [InlineData("y", "x")]
    [InlineData("x^2", "x*y")]
    [InlineData("y^2", "x*y")]
    [InlineData("x*y", "z")]
    [InlineData("x*z", "y^2")]
    [InlineData("x*y + x", "y")]
    [InlineData("x^2*y + y^3", "x + y")]
    public void Quotients_have_no_negative_exponents(string dividend, string divisor)
    {
        VariableList variables = ["x", "y", "z"];
        var (f, g) = (MultivariatePolynomial.Parse(dividend, variables), MultivariatePolynomial.Parse(divisor, variables));
        var refusal = Assert.Throws<InexactDivisionException>(() => MultivariatePolynomial<Rational>.DivideExactly(f, g));
        Assert.Equal($"{g} does not divide {f}.", refusal.Message);
    }

    [Fact]
    public void Terms_may_come_in_any_order_and_repeat()
    {
        var f = MultivariatePolynomial<Integer>.FromTerms(["x", "y"], [new(1, [0, 1]), new(2, [1, 0]), new(3, [0, 1]), new(-2, [1, 0]), new(0, [5, 5])]);
        Assert.Equal("4*y", f.ToString());
        Assert.Equal(new PolynomialTerm<Integer>(4, [0, 1]), f.LeadingTerm);
        Assert.Equal("4 * [0, 1]", f.LeadingTerm.ToString());
        Assert.Equal(4, f.Coefficient(0, 1));
        Assert.Equal(0, f.Coefficient(1, 0));
        Assert.Equal(0, f.ConstantTerm);
        Assert.Equal([4], f.Coefficients.ToArray());
        Assert.Empty(default(PolynomialTerm<Integer>).Exponents);
        Assert.True(default(PolynomialTerm<Integer>) == new PolynomialTerm<Integer>(0, []));
        Assert.True(f.LeadingTerm != new PolynomialTerm<Integer>(4, [1, 0]));
    }

    [Fact]
    public void A_remainder_is_never_dropped() => PropertyRun.Trials(300, random =>
    {
        var variables = random.Pick(Rings);
        var f = random.NextMultivariate(variables, 6, 3);
        var g = random.NextMultivariate(variables, 6, 3);
        var error = random.NextMultivariate(variables, 2, 3);
        if (g.IsZero) return;
        var dividend = (f * g) + error;
        try
        {
            Assert.Equal(dividend, MultivariatePolynomial<Rational>.DivideExactly(dividend, g) * g);
        }
        catch (InexactDivisionException refusal)
        {
            // A divisor of f*g + e divides e, so a nonzero error of lower degree is no multiple.
            Assert.False(error.IsZero);
            Assert.Equal(dividend, refusal.Dividend);
            Assert.Equal(g, refusal.Divisor);
            return;
        }

        Assert.True(error.IsZero || error.TotalDegree >= g.TotalDegree);
    });

    [Fact]
    public void Coefficients_must_divide_too()
    {
        var x = MultivariatePolynomial<Integer>.Variable(["x"], "x");
        Integer two = 2, three = 3;
        Assert.Throws<InexactDivisionException>(() => MultivariatePolynomial<Integer>.DivideExactly(three * x, two * x));
        Assert.Throws<InexactDivisionException>(() => MultivariatePolynomial<Integer>.DivideExactly(MultivariatePolynomial<Integer>.One, x));
        Assert.Throws<DivideByZeroException>(() => MultivariatePolynomial<Integer>.DivideExactly(x, x - x));
        Assert.Equal(MultivariatePolynomial<Integer>.Constant(3), MultivariatePolynomial<Integer>.DivideExactly(three * x, x));
    }

    [Fact]
    public void Different_variables_do_not_mix()
    {
        var x = MultivariatePolynomial<Integer>.Variable(["x", "y"], "x");
        var swapped = MultivariatePolynomial<Integer>.Variable(["y", "x"], "x");
        foreach (var operation in new Func<object>[] { () => x + swapped, () => x - swapped, () => x * swapped, () => MultivariatePolynomial<Integer>.DivideExactly(x, swapped) })
        {
            var refusal = Assert.Throws<VariableMismatchException>(operation);
            Assert.Contains("[x, y]", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("[y, x]", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(x, swapped.WithVariables(["x", "y"]));
    }

    [Fact]
    public void A_constant_carries_no_variables_and_mixes_with_everything()
    {
        var x = MultivariatePolynomial<Integer>.Variable(["x", "y"], "x");
        var z = MultivariatePolynomial<Integer>.Variable(["z"], "z");
        Assert.Same(VariableList.Empty, (x - x).Variables);
        Assert.Equal(MultivariatePolynomial<Integer>.Zero, x - x);
        Assert.Equal(z, z + (x - x));
        Assert.Equal(MultivariatePolynomial<Integer>.One, (x + MultivariatePolynomial<Integer>.One) - x);
        Assert.Equal(7, MultivariatePolynomial<Integer>.Constant(7).Evaluate(1, 2, 3));
        Assert.Equal(MultivariatePolynomial<Integer>.Zero, MultivariatePolynomial<Integer>.One.Derivative("anything"));
    }

    [Fact]
    public void Degrees_stop_where_sixteen_bits_do()
    {
        VariableList variables = ["x", "y"];
        var power = MultivariatePolynomial<Integer>.FromTerms(variables, [new(1, [65534, 1])]);
        Assert.Equal(65535, power.TotalDegree);
        Assert.Equal(65534, power.DegreeIn("x"));
        var x = MultivariatePolynomial<Integer>.Variable(variables, "x");
        Assert.Throws<OverflowException>(() => power * x);
        Assert.Throws<OverflowException>(() => MultivariatePolynomial<Integer>.Pow(x + x, 65536));
        Assert.Throws<OverflowException>(() => MultivariatePolynomial<Integer>.FromTerms(variables, [new(1, [65535, 1])]));
        Assert.Throws<OverflowException>(() => MultivariatePolynomial<Integer>.FromTerms(variables, [new(1, [int.MaxValue, int.MaxValue])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultivariatePolynomial<Integer>.FromTerms(variables, [new(1, [3, -1])]));
        Assert.Throws<ArgumentException>(() => MultivariatePolynomial<Integer>.FromTerms(variables, [new(1, [3])]));
        Assert.Equal(x, MultivariatePolynomial<Integer>.DivideExactly(power * MultivariatePolynomial<Integer>.Constant(5), MultivariatePolynomial<Integer>.FromTerms(variables, [new(5, [65533, 1])])));
    }

    [Fact]
    public void Terms_stand_in_graded_reverse_lexicographic_order() => PropertyRun.Trials(200, random =>
    {
        var f = random.NextMultivariate(random.Pick(Rings), 20, 5);
        var exponents = f.Terms.Select(term => term.Exponents).ToList();
        for (var i = 1; i < exponents.Count; i++)
        {
            var (high, low) = (exponents[i - 1], exponents[i]);
            var byDegree = high.Sum() - low.Sum();
            var last = Enumerable.Range(0, high.Length).Last(j => high[j] != low[j]);
            Assert.True(byDegree > 0 || (byDegree == 0 && high[last] < low[last]));
        }
    });

    private static void Agrees(Dictionary<string, Rational> expected, MultivariatePolynomial<Rational> actual)
    {
        Assert.Equal(expected.Count, actual.TermCount);
        foreach (var term in actual.Terms)
        {
            Assert.Equal(expected[string.Join(',', term.Exponents)], term.Coefficient);
            Assert.Equal(term.Coefficient, actual.Coefficient([.. term.Exponents]));
        }
    }

    private static Dictionary<string, Rational> Combine(
        MultivariatePolynomial<Rational> f, MultivariatePolynomial<Rational> g, Func<Rational, Rational, Rational> combine, bool multiply)
    {
        // Constants print no exponents in the result only when everything cancels down to them.
        var width = Math.Max(f.Variables.Count, g.Variables.Count);
        var sums = new Dictionary<string, (int[] Exponents, Rational Value)>();
        void Add(int[] exponents, Rational value)
        {
            var key = string.Join(',', exponents);
            sums[key] = (exponents, sums.GetValueOrDefault(key).Value + value);
        }

        int[] Padded(PolynomialTerm<Rational> term) => term.Exponents.IsEmpty ? new int[width] : [.. term.Exponents];
        if (multiply)
        {
            foreach (var p in f.Terms)
            {
                foreach (var q in g.Terms) Add([.. Padded(p).Zip(Padded(q), (a, b) => a + b)], combine(p.Coefficient, q.Coefficient));
            }
        }
        else
        {
            foreach (var p in f.Terms) Add(Padded(p), combine(p.Coefficient, Rational.Zero));
            foreach (var q in g.Terms) Add(Padded(q), combine(Rational.Zero, q.Coefficient));
        }

        var left = sums.Values.Where(sum => !sum.Value.IsZero).ToList();
        var constant = left.All(sum => sum.Exponents.All(e => e == 0));
        return left.ToDictionary(sum => constant ? string.Empty : string.Join(',', sum.Exponents), sum => sum.Value);
    }
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class ResultantsTests
{
    [Fact]
    public void The_modular_resultant_is_the_sylvester_determinant_and_the_last_subresultant() => PropertyRun.Trials(150, random =>
    {
        var (a, b) = SubresultantsTests.RandomPair(random);
        var expected = Sylvester(a, Math.Max(a.Degree, 0), b, Math.Max(b.Degree, 0));
        Assert.Equal(a.IsZero || b.IsZero ? Integer.Zero : expected, Resultants.Resultant(a, b));
        if (!a.IsConstant && !b.IsConstant) Assert.Equal(expected, Subresultants.Sequence(a, b)[0][0]);
    });

    [Fact]
    public void The_resultant_of_products_of_linear_factors_is_the_product_of_differences_of_roots() => PropertyRun.Trials(100, random =>
    {
        Rational[] left = [.. Enumerable.Range(0, random.Between(0, 5)).Select(_ => random.NextRational())];
        Rational[] right = [.. Enumerable.Range(0, random.Between(0, 5)).Select(_ => random.NextRational())];
        Rational a = new(random.Between(1, 9), random.Between(1, 9)), b = new(-random.Between(1, 9), random.Between(1, 9));
        var product = Rational.Pow(a, right.Length) * Rational.Pow(b, left.Length);
        foreach (var x in left) foreach (var y in right) product *= x - y;
        Assert.Equal(product, Resultants.Resultant(FromRoots(a, left), FromRoots(b, right)));
    });

    [Fact]
    public void The_discriminant_is_the_product_of_squared_differences_of_roots() => PropertyRun.Trials(100, random =>
    {
        Rational[] roots = [.. Enumerable.Range(0, random.Between(1, 5)).Select(_ => random.NextRational())];
        Rational leading = new(random.Between(1, 9) * (random.Chance(0.5) ? 1 : -1), random.Between(1, 9));
        var product = Rational.Pow(leading, (2 * roots.Length) - 2);
        for (var i = 0; i < roots.Length; i++)
        {
            for (var j = 0; j < i; j++) product *= (roots[i] - roots[j]) * (roots[i] - roots[j]);
        }

        Assert.Equal(product, Resultants.Discriminant(FromRoots(leading, roots)));
    });

    [Fact]
    public void Low_discriminants_have_the_known_formulas() => PropertyRun.Trials(100, random =>
    {
        Integer a = random.NextNonzeroInteger(), b = random.NextInteger(), c = random.NextInteger(), d = random.NextInteger();
        Assert.Equal(Integer.One, Resultants.Discriminant(new Polynomial<Integer>(b, a)));
        Assert.Equal((b * b) - (4 * a * c), Resultants.Discriminant(new Polynomial<Integer>(c, b, a)));
        var cubic = (b * b * c * c) - (4 * a * c * c * c) - (4 * b * b * b * d) - (27 * a * a * d * d) + (18 * a * b * c * d);
        Assert.Equal(cubic, Resultants.Discriminant(new Polynomial<Integer>(d, c, b, a)));

        // x^n + p x + q, and the depressed quartic resolved by its cubic.
        Assert.Equal((256 * a * a * a * d * d * d) - (27 * a * a * c * c * c * c), Resultants.Discriminant(new Polynomial<Integer>(d, c, 0, 0, a)));
    });

    [Fact]
    public void Polynomials_with_polynomial_coefficients_have_discriminants()
    {
        var t = Polynomial<Integer>.X;
        var p = new Polynomial<Polynomial<Integer>>(t, t, Polynomial<Integer>.One); // x^2 + t x + t
        Assert.Equal((t * t) - (Polynomial<Integer>.FromInteger(4) * t), Resultants.Discriminant(p));
        var q = new Polynomial<Polynomial<Integer>>(t, Polynomial<Integer>.One, Polynomial<Integer>.Zero, t); // t x^3 + x + t
        Assert.Equal(t * new Polynomial<Integer>(-4, 0, 0, -27), Resultants.Discriminant(q));
    }

    [Fact]
    public void Formal_degrees_give_the_sylvester_determinant_with_leading_zeros() => PropertyRun.Trials(150, random =>
    {
        var (a, b) = SubresultantsTests.RandomPair(random);
        int m = Math.Max(a.Degree, 0) + random.Between(0, 2), n = Math.Max(b.Degree, 0) + random.Between(0, 2);
        var expected = Sylvester(a, m, b, n);
        Assert.Equal(expected, Resultants.Resultant(a, m, b, n));
        Assert.Equal((Rational)expected, Resultants.Resultant(a.Map(Rational.FromInteger), m, b.Map(Rational.FromInteger), n));
        var reversed = Resultants.Resultant(a.Reverse(m), m, b.Reverse(n), n);
        Assert.Equal(int.IsOddInteger(m * n) ? -expected : expected, reversed);
    });

    [Fact]
    public void The_discriminant_of_a_form_does_not_change_when_its_variables_are_exchanged() => PropertyRun.Trials(150, random =>
    {
        var p = random.NextPolynomial(5, r => (Integer)r.Between(-3, 3));
        var degree = Math.Max(p.Degree, 1) + random.Between(0, 2);
        var expected = Resultants.Discriminant(p, degree);
        Assert.Equal(expected, Resultants.Discriminant(p.Reverse(degree), degree));
        if (degree > 1)
        {
            // A shift x -> x + 1 moves the root 0 and keeps infinity.
            Assert.Equal(expected, Resultants.Discriminant(p.Compose(new Polynomial<Integer>(1, 1)), degree));
        }
    });

    [Fact]
    public void Wrong_degrees_are_refused()
    {
        var x = Polynomial<Integer>.X;
        Assert.Throws<ArgumentException>(() => Resultants.Discriminant(Polynomial<Integer>.One));
        Assert.Throws<ArgumentException>(() => Resultants.Discriminant(Polynomial<Integer>.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resultants.Discriminant(Polynomial<Integer>.Zero, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resultants.Discriminant(x * x, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resultants.Resultant(x, 0, x, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resultants.Resultant(x, 1, x, 0));
    }

    private static Polynomial<Rational> FromRoots(Rational leading, Rational[] roots) =>
        roots.Aggregate(Polynomial<Rational>.Constant(leading), (product, root) => product * new Polynomial<Rational>(-root, 1));

    private static Integer Sylvester(Polynomial<Integer> a, int m, Polynomial<Integer> b, int n) =>
        FractionFreeTests.BareissDeterminant(SylvesterMatrix(a, m, b, n));

    private static Matrix<Integer> SylvesterMatrix(Polynomial<Integer> a, int m, Polynomial<Integer> b, int n) => new(m + n, m + n, (i, j) =>
    {
        var (polynomial, exponent) = i < n ? (a, m + i - j) : (b, i - j);
        return exponent < 0 ? 0 : polynomial[exponent];
    });
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>High degree: what is known about the count from theory, for inputs that are hard in different ways.</summary>
/// <remarks>The hardest families have degree 300 in thorough runs only.</remarks>
public class HighDegreeTests
{
    private const int Degree = 300;
    private static readonly int Hard = Effort.Level >= 10 ? Degree : 90;

    [Fact]
    public void Chebyshev() => Assert.Equal(Degree, DescartesIsolation.Count(KnownFamilies.Chebyshev(Degree)));

    [Fact]
    public void Wilkinson() => Assert.Equal(Hard, DescartesIsolation.Count(KnownFamilies.Wilkinson(Hard)));

    [Fact]
    public void Laguerre() => Assert.Equal(Hard, DescartesIsolation.Count(KnownFamilies.Laguerre(Hard), 0, null));

    [Fact]
    public void Mignotte() => Assert.Equal(4, DescartesIsolation.Count(KnownFamilies.Mignotte(Hard, 1000)));

    [Fact]
    public void Clusters_at_irrational_places()
    {
        // The cubic has three real roots inside the unit circle.
        var cubic = new Polynomial<Integer>(1, -70, -3, 91);
        Assert.Equal(3, DescartesIsolation.Count(cubic, -1, 1));
        Assert.Equal(8, DescartesIsolation.Count(KnownFamilies.Cluster(Hard, cubic)));
        Assert.Equal(0, DescartesIsolation.Count(KnownFamilies.Cluster(Hard, cubic) + (4 * (cubic * cubic))));
    }

    [Fact]
    public void Roots_of_wildly_different_scale()
    {
        var product = Polynomial<Integer>.One;
        var half = Hard / 3;
        for (var exponent = -half; exponent < half; exponent++)
        {
            Integer power = Integer.One << Math.Abs(exponent * 200 / half);
            product *= exponent < 0 ? new Polynomial<Integer>(-3, power) : new Polynomial<Integer>(-5 * power, 3);
        }

        Assert.Equal(2 * half, DescartesIsolation.Count(product));
        Assert.Equal(half, DescartesIsolation.Count(product, 0, 1));
    }

    [Fact]
    public void Many_roots_close_together()
    {
        // Near 1/3, a few units of 2^-40 apart.
        var product = Polynomial<Integer>.One;
        for (var i = 0; i < 60; i++) product *= new Polynomial<Integer>(-((Integer.One << 40) + (i * i)), 3 * (Integer.One << 40));
        Assert.Equal(60, DescartesIsolation.Count(product));
        Assert.Equal(60, DescartesIsolation.Isolate(product).Length);
    }

    [Fact]
    public void Sparse_and_binomial()
    {
        static Polynomial<Integer> Power(Integer coefficient, int exponent) => Polynomial<Integer>.Monomial(coefficient, exponent);
        Assert.Equal(2, DescartesIsolation.Count(Power(1, Degree) - Power(1, 0)));
        Assert.Equal(0, DescartesIsolation.Count(Power(1, Degree) + Power(1, 0)));
        Assert.Equal(4, DescartesIsolation.Count(Power(1, Degree) - Power(5, 150) + Power(1, 0)));
        Assert.Equal(2, DescartesIsolation.Count(Power(1, Degree) - Power(3, 1) + Power(1, 0)));
    }

    [Fact]
    public void Random_forms_and_their_reversals_have_one_pattern() => PropertyRun.Trials(2, random =>
    {
        var polynomial = RandomPolynomials.Dense(random, Degree, 50);
        var form = BinaryForm.Homogenize(polynomial.Map(Rational.FromInteger), Degree);
        var pattern = RootPattern.Of(form);
        Assert.Equal(Degree, pattern.Degree);
        Assert.Equal(pattern, RootPattern.Of(form.Reverse()));

        // x -> 2x - 3 moves the roots and leaves their kind.
        var moved = polynomial.Compose(new Polynomial<Integer>(-3, 2)).Map(Rational.FromInteger);
        Assert.Equal(pattern, RootPattern.Of(BinaryForm.Homogenize(moved, Degree)));
    });

    [Fact]
    public void Squared_factors_keep_their_multiplicities() => PropertyRun.Trials(2, random =>
    {
        var (simple, twice, thrice) = (RandomPolynomials.Dense(random, 60, 20), RandomPolynomials.Dense(random, 75, 15), RandomPolynomials.Dense(random, 30, 10));
        var product = simple * twice * twice * thrice * thrice * thrice;
        var form = BinaryForm.Homogenize(product.Map(Rational.FromInteger), Degree);
        var parts = new[] { (simple, 1), (twice, 2), (thrice, 3) };
        var real = parts.SelectMany(part => Enumerable.Repeat(part.Item2, DescartesIsolation.Count(part.Item1)));
        var pairs = parts.SelectMany(part => Enumerable.Repeat(part.Item2, (part.Item1.Degree - DescartesIsolation.Count(part.Item1)) / 2));
        Assert.Equal(new RootPattern(real, pairs), RootPattern.Of(form));
    });
}

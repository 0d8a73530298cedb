namespace LcnGeometry.Algebra.Tests;

public class KnownFamiliesTests
{
    public static TheoryData<int> Degrees => [1, 2, 3, 4, 5, 8, 13, 20, 31, 45];

    [Theory]
    [MemberData(nameof(Degrees))]
    public void Orthogonal_polynomials_have_all_roots_real(int degree)
    {
        foreach (var polynomial in new[] { KnownFamilies.Chebyshev(degree), KnownFamilies.Hermite(degree), KnownFamilies.Legendre(degree) })
        {
            Assert.Equal(degree, DescartesIsolation.Count(polynomial));
            Assert.Equal(degree / 2, DescartesIsolation.Count(polynomial, 0, null));
        }

        Assert.Equal(degree, DescartesIsolation.Count(KnownFamilies.Chebyshev(degree), -1, 1));
        Assert.Equal(degree, DescartesIsolation.Count(KnownFamilies.Legendre(degree), -1, 1));
        Assert.Equal(degree, DescartesIsolation.Count(KnownFamilies.Laguerre(degree), 0, 4 * degree));
    }

    [Fact]
    public void Chebyshev_roots_are_cosines()
    {
        const int degree = 17;
        var roots = RealRoots.Isolate(KnownFamilies.Chebyshev(degree).Map(Rational.FromInteger));
        for (var i = 0; i < degree; i++)
        {
            Assert.Equal(-Math.Cos(Math.PI * ((2 * i) + 1) / (2 * degree)), roots[i].Value.ToDouble(), 1e-15);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(40)]
    public void Wilkinson_roots_are_met_exactly(int degree)
    {
        var roots = RealRoots.Isolate(KnownFamilies.Wilkinson(degree).Map(Rational.FromInteger));
        Assert.Equal(Enumerable.Range(1, degree).Select(i => (Rational?)i), roots.Select(root => root.Value.RationalValue));
    }

    [Fact]
    public void Cyclotomic_polynomials_have_real_roots_only_at_plus_and_minus_one()
    {
        for (var index = 1; index <= 60; index++)
        {
            Assert.Equal(index <= 2 ? 1 : 0, DescartesIsolation.Count(KnownFamilies.Cyclotomic(index)));
            Assert.Equal(int.IsEvenInteger(index) ? 2 : 1, DescartesIsolation.Count(Polynomial<Integer>.Monomial(1, index) - Polynomial<Integer>.One));
            Assert.Equal(int.IsEvenInteger(index) ? 0 : 1, DescartesIsolation.Count(Polynomial<Integer>.Monomial(1, index) + Polynomial<Integer>.One));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(31)]
    [InlineData(40)]
    public void Mignotte_polynomials_have_two_close_roots(int degree)
    {
        foreach (Integer a in new Integer[] { 3, 17, 1000, (1L << 25) - 1 })
        {
            var polynomial = KnownFamilies.Mignotte(degree, a);
            Assert.Equal(int.IsEvenInteger(degree) ? 4 : 3, DescartesIsolation.Count(polynomial));
            Assert.Equal(2, DescartesIsolation.Count(polynomial, 0, new Rational(2, a)));

            // From degree 12 they differ by less than a thousandth of their size.
            if (degree >= 12) Assert.Equal(2, DescartesIsolation.Count(polynomial, new Rational(999, 1000 * a), new Rational(1001, 1000 * a)));
        }
    }
}

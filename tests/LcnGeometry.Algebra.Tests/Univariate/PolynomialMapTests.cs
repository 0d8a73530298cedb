namespace LcnGeometry.Algebra.Tests;

public class PolynomialMapTests
{
    [Fact]
    public void A_leading_coefficient_that_is_mapped_to_zero_is_dropped()
    {
        var p = new Polynomial<Rational>(1, 2, 3);
        Assert.Equal(new Polynomial<Rational>(1, 2), p.Map(c => c == 3 ? Rational.Zero : c));
        Assert.Equal(1, p.Map(c => c == 3 ? Rational.Zero : c).Degree);
        Assert.True(p.Map(_ => Integer.Zero).IsZero);
    }
}

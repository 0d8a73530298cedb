using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class PolynomialDivisionTests
{
    [Fact]
    public void Quotient_and_remainder_give_the_dividend_back() => PropertyRun.Trials(200, random =>
    {
        var a = random.NextPolynomial(7, RandomAlgebra.NextRational);
        var b = random.NextPolynomial(4, RandomAlgebra.NextRational);
        if (b.IsZero) return;
        var (quotient, remainder) = PolynomialDivision.DivideWithRemainder(a, b);
        Assert.Equal(a, (quotient * b) + remainder);
        Assert.True(remainder.Degree < b.Degree);
    });

    [Fact]
    public void Pseudo_division_scales_by_a_power_of_the_leading_coefficient() => PropertyRun.Trials(200, random =>
    {
        var a = random.NextPolynomial(6, RandomAlgebra.NextInteger);
        var b = random.NextPolynomial(4, RandomAlgebra.NextInteger);
        if (b.IsZero) return;
        var (quotient, remainder) = PolynomialDivision.PseudoDivide(a, b);
        var scale = Integer.Pow(b.LeadingCoefficient, Math.Max(a.Degree - b.Degree + 1, 0));
        Assert.Equal(scale * a, (quotient * b) + remainder);
        Assert.True(remainder.Degree < b.Degree);
    });

    [Fact]
    public void The_remainder_by_a_linear_polynomial_is_the_value_at_its_root() => PropertyRun.Trials(100, random =>
    {
        var (a, point) = (random.NextPolynomial(8, RandomAlgebra.NextRational), random.NextRational());
        var remainder = PolynomialDivision.DivideWithRemainder(a, new Polynomial<Rational>(-point, 1)).Remainder;
        Assert.Equal(a.Evaluate(point), remainder[0]);
    });

    [Fact]
    public void Divisibility_is_recognized() => PropertyRun.Trials(200, random =>
    {
        var (a, b) = (random.NextPolynomial(4, RandomAlgebra.NextInteger), random.NextPolynomial(4, RandomAlgebra.NextInteger));
        if (b.IsZero) return;

        Assert.Equal(a, Polynomial<Integer>.DivideExactly(a * b, b));
        if (b.Degree == 0) return;

        Assert.Throws<InexactDivisionException>(() => Polynomial<Integer>.DivideExactly((a * b) + Polynomial<Integer>.One, b));
    });

    [Fact]
    public void Division_by_the_zero_polynomial_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => PolynomialDivision.DivideWithRemainder(Polynomial<Rational>.X, Polynomial<Rational>.Zero));
        Assert.Throws<DivideByZeroException>(() => PolynomialDivision.PseudoDivide(Polynomial<Integer>.X, Polynomial<Integer>.Zero));
        Assert.Throws<DivideByZeroException>(() => Polynomial<Integer>.DivideExactly(Polynomial<Integer>.X, Polynomial<Integer>.Zero));
    }
}

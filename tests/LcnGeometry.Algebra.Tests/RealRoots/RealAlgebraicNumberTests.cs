using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class RealAlgebraicNumberTests
{
    private static readonly Polynomial<Rational> SquareMinusTwo = new(-2, 0, 1);

    [Fact]
    public void Square_roots_of_two_are_what_they_are()
    {
        var roots = RealRoots.Isolate(SquareMinusTwo);
        Assert.Equal([-Math.Sqrt(2), Math.Sqrt(2)], roots.Select(root => root.Value.ToDouble()));
        var positive = roots[1].Value;
        Assert.False(positive.IsRational);
        Assert.Null(positive.RationalValue);
        Assert.Equal(1, positive.Sign);
        Assert.Equal(0, positive.SignOf(new Polynomial<Rational>(-4, 0, 0, 0, 1)));
        Assert.Equal(-1, positive.SignOf(new Polynomial<Rational>(-3, 2)));
        Assert.Equal(1, positive.SignOf(new Polynomial<Rational>(-2, 0, 0, 1)));
        Assert.Equal("1.4142135623730951...", positive.ToString());
        var narrow = positive.Refine(Rational.PowerOfTwo(-200));
        Assert.True(narrow.Width <= Rational.PowerOfTwo(-200));
        Assert.True((narrow.Lower * narrow.Lower) < 2 && (narrow.Upper * narrow.Upper) > 2);
    }

    [Fact]
    public void Equal_numbers_with_different_polynomials_are_equal()
    {
        var first = RealRoots.Isolate(SquareMinusTwo)[1].Value;
        var second = RealRoots.Isolate(SquareMinusTwo * new Polynomial<Rational>(-3, 0, 0, 1))[1].Value;
        Assert.NotEqual(first.DefiningPolynomial, second.DefiningPolynomial);
        Assert.True(first == second);
        Assert.Equal(0, first.CompareTo(second));
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.True(first != RealRoots.Isolate(SquareMinusTwo)[0].Value);
        Assert.True(first.CompareTo(null) > 0);
    }

    [Fact]
    public void Rational_roots_are_recognized()
    {
        // (3x - 1)(x^2 - 2)(7x + 22)
        var product = new Polynomial<Rational>(-1, 3) * SquareMinusTwo * new Polynomial<Rational>(22, 7);
        var roots = RealRoots.Isolate(product);
        Assert.Equal([new Rational(-22, 7), null, new Rational(1, 3), null], roots.Select(root => root.Value.RationalValue));
        Assert.Equal(new Polynomial<Integer>(-2, 0, 1), roots[1].Value.DefiningPolynomial);
        Assert.Equal(RealAlgebraicNumber.FromRational(new Rational(1, 3)), roots[2].Value);
    }

    [Fact]
    public void Order_agrees_with_rational_order() => PropertyRun.Trials(200, random =>
    {
        Rational a = RandomForms.Number(random), b = RandomForms.Number(random);
        RealAlgebraicNumber left = RealAlgebraicNumber.FromRational(a), right = RealAlgebraicNumber.FromRational(b);
        Assert.Equal(a.CompareTo(b), left.CompareTo(right));
        Assert.Equal(a == b, left == right);
        Assert.Equal(a.ToDouble(), left.ToDouble());
    });
}

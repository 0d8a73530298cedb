using System.Numerics;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Rational arithmetic against fractions of <see cref="BigInteger"/> that are reduced only to be compared.</summary>
public sealed class RationalTests
{
    [Fact]
    public void Arithmetic_agrees_with_fractions_of_big_integers() => PropertyRun.Trials(3000, random =>
    {
        Rational x = random.NextRational(), y = random.NextRational();
        BigInteger a = x.Numerator, b = x.Denominator, c = y.Numerator, d = y.Denominator;
        AssertFraction((a * d) + (c * b), b * d, x + y);
        AssertFraction((a * d) - (c * b), b * d, x - y);
        AssertFraction(a * c, b * d, x * y);
        AssertFraction(-a, b, -x);
        AssertFraction(BigInteger.Abs(a), b, Rational.Abs(x));
        Assert.Equal(BigInteger.Compare(a * d, c * b), x.CompareTo(y));
        Assert.Equal((a * d == c * b, a * d != c * b), (x == y, x != y));
        Assert.Equal((x.CompareTo(y) < 0, x.CompareTo(y) <= 0, x.CompareTo(y) > 0, x.CompareTo(y) >= 0), (x < y, x <= y, x > y, x >= y));
        if (!y.IsZero) AssertFraction(a * d, b * c, x / y);
        var floor = Rational.Floor(x);
        Assert.True((Rational)floor <= x && x < (Rational)(floor + 1));
    });

    [Fact]
    public void Fractions_at_the_edges_of_words_are_reduced() => Assert.All(IntegerTests.Edges(), numerator =>
    {
        foreach (var denominator in IntegerTests.Edges())
        {
            if (denominator.IsZero) continue;
            var rational = new Rational(numerator, denominator);
            AssertFraction(numerator, denominator, rational);
            AssertFraction(numerator * numerator, denominator * denominator, rational * rational);
            AssertFraction(2 * numerator, denominator, rational + rational);
            Assert.Equal(-denominator.Sign, rational.CompareTo(new Rational(numerator + 1, denominator)));
            Assert.Equal(0, rational.CompareTo(new Rational(-numerator, -denominator)));
            if (!rational.IsZero) AssertFraction(denominator, numerator, Rational.Invert(rational));
        }
    });

    [Fact]
    public void Powers_are_repeated_products() => PropertyRun.Trials(300, random =>
    {
        var x = random.NextRational();
        var (power, exponent) = (Rational.One, random.Between(0, 6));
        for (var i = 0; i < exponent; i++) power *= x;
        Assert.Equal(power, Rational.Pow(x, exponent));
        if (!x.IsZero) Assert.Equal(Rational.Invert(power), Rational.Pow(x, -exponent));
        var shift = random.Between(-200, 200);
        Assert.Equal(Rational.Pow(2, shift), Rational.PowerOfTwo(shift));
    });

    [Fact]
    public void The_default_value_is_zero()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal("0", default(Rational).ToString());
        Assert.Equal(Integer.One, default(Rational).Denominator);
        Assert.Equal(Rational.One, default(Rational) + Rational.One);
    }

    [Fact]
    public void Zero_is_refused_as_a_divisor()
    {
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => Rational.Invert(Rational.Zero));
        Assert.Throws<DivideByZeroException>(() => Rational.Pow(Rational.Zero, -1));
        Assert.Equal(Rational.One, Rational.Pow(Rational.Zero, 0));
    }

    private static void AssertFraction(BigInteger numerator, BigInteger denominator, Rational actual)
    {
        BigInteger p = actual.Numerator, q = actual.Denominator;
        Assert.Equal(numerator * q, p * denominator);
        Assert.True(q.Sign > 0);
        Assert.Equal(BigInteger.One, BigInteger.GreatestCommonDivisor(p, q));
        Assert.Equal(q.IsOne, actual.IsInteger);
        Assert.Equal(p.Sign, actual.Sign);
    }
}

using System.Numerics;

namespace LcnGeometry.Algebra;

public readonly partial struct Rational
{
    /// <summary>Addition.</summary>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left.IsInteger && right.IsInteger) return new Rational(left._numerator + right._numerator, Integer.One, true);
        Integer b = left.Denominator, d = right.Denominator;

        // Knuth's reduction: only gcd(b, d) can cancel, so the words stay small.
        var gcd = Integer.GreatestCommonDivisor(b, d);
        if (gcd.IsOne) return new Rational((left._numerator * d) + (right._numerator * b), b * d, true);
        var reducedB = Integer.DivideExactly(b, gcd);
        var numerator = (left._numerator * Integer.DivideExactly(d, gcd)) + (right._numerator * reducedB);
        if (numerator.IsZero) return Zero;
        var second = Integer.GreatestCommonDivisor(numerator, gcd);
        return second.IsOne
            ? new Rational(numerator, reducedB * d, true)
            : new Rational(Integer.DivideExactly(numerator, second), reducedB * Integer.DivideExactly(d, second), true);
    }

    /// <summary>Subtraction.</summary>
    public static Rational operator -(Rational left, Rational right) => left + (-right);

    /// <summary>Negation.</summary>
    public static Rational operator -(Rational value) => new(-value._numerator, value.Denominator, true);

    /// <summary>Multiplication.</summary>
    public static Rational operator *(Rational left, Rational right)
    {
        if (left.IsInteger && right.IsInteger) return new Rational(left._numerator * right._numerator, Integer.One, true);
        var (a, d) = Reduce(left._numerator, right.Denominator);
        var (c, b) = Reduce(right._numerator, left.Denominator);
        return new Rational(a * c, b * d, true);
    }

    /// <summary>Division.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right) => left * Invert(right);

    /// <inheritdoc/>
    public static Rational DivideExactly(Rational dividend, Rational divisor) => dividend / divisor;

    /// <summary>One divided by the value.</summary>
    /// <exception cref="DivideByZeroException">The value is zero.</exception>
    public static Rational Invert(Rational value)
    {
        if (value.IsZero) throw new DivideByZeroException("Zero has no inverse.");
        return value.Sign > 0
            ? new Rational(value.Denominator, value._numerator, true)
            : new Rational(-value.Denominator, -value._numerator, true);
    }

    /// <summary>The absolute value.</summary>
    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>The value raised to a power.</summary>
    /// <param name="value">The base; not zero when the exponent is negative.</param>
    /// <param name="exponent">Any integer; the zeroth power of everything is one.</param>
    /// <exception cref="DivideByZeroException">A negative power of zero.</exception>
    public static Rational Pow(Rational value, int exponent)
    {
        if (exponent < 0) return Pow(Invert(value), checked(-exponent));
        return new Rational(Integer.Pow(value._numerator, exponent), Integer.Pow(value.Denominator, exponent), true);
    }

    /// <summary>The greatest integer that is at most the value.</summary>
    public static Integer Floor(Rational value)
    {
        var (quotient, remainder) = Integer.DivideWithRemainder(value._numerator, value.Denominator);
        return remainder.Sign < 0 ? quotient - Integer.One : quotient;
    }

    /// <summary>Two to an integer power, exactly.</summary>
    public static Rational PowerOfTwo(int exponent) => exponent >= 0
        ? FromInteger(Integer.One << exponent)
        : new Rational(Integer.One, Integer.One << -exponent, true);

    private static (Integer Numerator, Integer Denominator) Reduce(Integer numerator, Integer denominator)
    {
        var gcd = Integer.GreatestCommonDivisor(numerator, denominator);
        return gcd.IsOne
            ? (numerator, denominator)
            : (Integer.DivideExactly(numerator, gcd), Integer.DivideExactly(denominator, gcd));
    }
}

using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A complex number whose parts are multiples of a power of two: two integers over <c>2^bits</c>.</summary>
/// <remarks>Sums and differences are exact; products and quotients are rounded down by less than one unit in each part.</remarks>
internal readonly struct FixedComplex(BigInteger re, BigInteger im, int bits)
{
    /// <summary>The real part in units of <c>2^-Bits</c>.</summary>
    internal BigInteger Re { get; } = re;

    /// <summary>The imaginary part in units of <c>2^-Bits</c>.</summary>
    internal BigInteger Im { get; } = im;

    /// <summary>The number of binary digits after the point.</summary>
    internal int Bits { get; } = bits;

    internal bool IsZero => Re.IsZero && Im.IsZero;

    /// <summary>The greater absolute value of the two parts, in units.</summary>
    internal BigInteger Largest => BigInteger.Max(BigInteger.Abs(Re), BigInteger.Abs(Im));

    /// <summary>The sum of the absolute values of the two parts, in units.</summary>
    internal BigInteger Sum => BigInteger.Abs(Re) + BigInteger.Abs(Im);

    internal static FixedComplex One(int bits) => new(BigInteger.One << bits, BigInteger.Zero, bits);

    /// <summary>The greatest multiple of <c>2^-bits</c> that is at most the number, and whether the two are equal.</summary>
    internal static (BigInteger Units, bool IsExact) Floor(Rational value, int bits)
    {
        var scaled = value.Numerator.ToBigInteger() << bits;
        var denominator = value.Denominator.ToBigInteger();
        var quotient = BigInteger.DivRem(scaled, denominator, out var remainder);
        return (remainder.Sign < 0 ? quotient - 1 : quotient, remainder.IsZero);
    }

    /// <summary>The least multiple of <c>2^-bits</c> that is at least the number, in units.</summary>
    internal static BigInteger Ceiling(Rational value, int bits) => -Floor(-value, bits).Units;

    public static FixedComplex operator +(FixedComplex left, FixedComplex right) => new(left.Re + right.Re, left.Im + right.Im, left.Bits);

    public static FixedComplex operator -(FixedComplex left, FixedComplex right) => new(left.Re - right.Re, left.Im - right.Im, left.Bits);

    public static FixedComplex operator -(FixedComplex value) => new(-value.Re, -value.Im, value.Bits);

    public static FixedComplex operator *(FixedComplex left, FixedComplex right)
    {
        // Real factors are frequent: real solutions have nothing else.
        if (left.Im.IsZero && right.Im.IsZero) return new((left.Re * right.Re) >> left.Bits, BigInteger.Zero, left.Bits);
        return new(
            ((left.Re * right.Re) - (left.Im * right.Im)) >> left.Bits,
            ((left.Re * right.Im) + (left.Im * right.Re)) >> left.Bits,
            left.Bits);
    }

    /// <summary>The quotient, rounded; the divisor is not zero.</summary>
    public static FixedComplex operator /(FixedComplex left, FixedComplex right)
    {
        var norm = (right.Re * right.Re) + (right.Im * right.Im);
        var re = (left.Re * right.Re) + (left.Im * right.Im);
        var im = (left.Im * right.Re) - (left.Re * right.Im);
        return new((re << left.Bits) / norm, (im << left.Bits) / norm, left.Bits);
    }
}

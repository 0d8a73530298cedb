using System.Globalization;
using System.Numerics;

namespace LcnGeometry.Algebra;

public readonly partial struct Rational
{
    /// <summary>The exact value of a finite double: a dyadic rational.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Rational RationalizeExactly(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), $"{value.ToString(CultureInfo.InvariantCulture)} is not a finite number.");
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0) exponent = 1;
        else mantissa |= 1L << 52;
        Rational magnitude = (Rational)mantissa * PowerOfTwo(exponent - 1075);
        return bits < 0 ? -magnitude : magnitude;
    }

    /// <summary>The nearest double, ties to even; overflows to an infinity.</summary>
    public double ToDouble()
    {
        if (IsZero) return 0.0;
        Integer numerator = Integer.Abs(_numerator), denominator = Denominator;

        // Scale so that the integer quotient has 66 or 67 bits, then round once with a sticky bit.
        var shift = 66 - (numerator.BitLength - denominator.BitLength);
        var (quotient, remainder) = shift >= 0
            ? Integer.DivideWithRemainder(numerator << shift, denominator)
            : Integer.DivideWithRemainder(numerator, denominator << -shift);
        var magnitude = Round(quotient.ToBigInteger(), !remainder.IsZero, -shift);
        return Sign < 0 ? -magnitude : magnitude;
    }

    private static double Round(BigInteger quotient, bool sticky, int exponent)
    {
        var length = (int)quotient.GetBitLength();

        // The last kept bit has weight 2^unit; subnormal numbers keep fewer bits.
        var unit = Math.Max(exponent + length - 53, -1074);
        var drop = unit - exponent;
        var kept = quotient >> drop;
        var half = BigInteger.One << (drop - 1);
        var rest = quotient - (kept << drop);
        var comparison = rest.CompareTo(half);
        if (comparison > 0 || (comparison == 0 && (sticky || !kept.IsEven))) kept += 1;
        var result = (double)(long)kept;
        return Math.ScaleB(result, unit);
    }
}

using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Keeps the endpoints of enclosures short, relative to their size.</summary>
internal static class SignificantBits
{
    /// <summary>An exponent e with <c>2^(e-1) &lt; |value| &lt; 2^(e+1)</c>.</summary>
    public static int Exponent(Rational value) => value.Numerator.BitLength - value.Denominator.BitLength;

    /// <summary>A number within <c>2^(1-bits)</c> of another one, relatively, whose numerator has about that many bits.</summary>
    public static Rational Round(Rational value, int bits)
    {
        if (value.IsZero) return value;
        var shift = checked(bits - Exponent(value) + 1);
        return Rational.Floor(value * Rational.PowerOfTwo(shift)) * Rational.PowerOfTwo(-shift);
    }

    /// <summary>An enclosure of an enclosure, wider by less than <c>2^-bits</c> of its largest element; a point stays as it is.</summary>
    public static RationalInterval Widen(RationalInterval value, int bits) =>
        value.IsPoint ? value : value.RoundOutward(checked(bits - Exponent(value.Magnitude) + 3));

    /// <summary>An enclosure of the square root, of relative width about <c>2^-bits</c> plus that of the argument; a point if the argument is the square of a rational number.</summary>
    /// <param name="value">No element is negative.</param>
    /// <param name="bits">At least 1.</param>
    public static RationalInterval SquareRoot(RationalInterval value, int bits)
    {
        var lower = SquareRoot(value.Lower, bits);
        return value.IsPoint ? lower : new RationalInterval(lower.Lower, SquareRoot(value.Upper, bits).Upper);
    }

    private static RationalInterval SquareRoot(Rational value, int bits)
    {
        Integer top = Integer.SquareRootFloor(value.Numerator), bottom = Integer.SquareRootFloor(value.Denominator);
        if (top * top == value.Numerator && bottom * bottom == value.Denominator) return new RationalInterval(new Rational(top, bottom));
        var shift = checked(bits - (Exponent(value) / 2) + 2);
        Rational root = Integer.SquareRootFloor(Rational.Floor(value * Rational.PowerOfTwo(checked(2 * shift)))), unit = Rational.PowerOfTwo(-shift);
        return new RationalInterval(root * unit, (root + Rational.One) * unit);
    }
}

using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>An exact complex number whose parts are integers times one power of two: <c>(Re + i Im) 2^-Scale</c>.</summary>
/// <param name="Re">The scaled real part.</param>
/// <param name="Im">The scaled imaginary part.</param>
/// <param name="Scale">Minus the power of two; negative for huge numbers.</param>
internal readonly record struct DyadicComplex(BigInteger Re, BigInteger Im, int Scale)
{
    /// <summary>The exact value of a floating-point number.</summary>
    public static DyadicComplex Of(ScaledComplex value) => new(
        (BigInteger)Math.ScaleB(value.Unit.Real, 60), (BigInteger)Math.ScaleB(value.Unit.Imaginary, 60), 60 - value.Exponent);

    /// <summary>The floor of the binary logarithm of the larger part's absolute value; zero has a very small one.</summary>
    public int Exponent => LogOf(BigInteger.Max(BigInteger.Abs(Re), BigInteger.Abs(Im)));

    /// <summary>The floor of the binary logarithm of the imaginary part's absolute value; zero has a very small one.</summary>
    public int ImaginaryExponent => LogOf(BigInteger.Abs(Im));

    /// <summary>What <see cref="Exponent"/> says of zero: below every exponent that occurs, and safe to add to.</summary>
    public const int ExponentOfZero = int.MinValue / 4;

    public DyadicComplex Conjugate => this with { Im = -Im };

    /// <summary>The difference, without error.</summary>
    public static DyadicComplex operator -(DyadicComplex left, DyadicComplex right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        var (a, b) = (left.AtScale(scale), right.AtScale(scale));
        return new DyadicComplex(a.Re - b.Re, a.Im - b.Im, scale);
    }

    /// <summary>The nearest number with the given scale; exact when the scale is not reduced.</summary>
    public DyadicComplex AtScale(int scale)
    {
        if (scale == Scale) return this;
        return scale > Scale
            ? new DyadicComplex(Re << (scale - Scale), Im << (scale - Scale), scale)
            : new DyadicComplex(RoundedShift(Re, Scale - scale), RoundedShift(Im, Scale - scale), scale);
    }

    /// <summary>The number rounded to so many significant bits of the larger part.</summary>
    public DyadicComplex RoundedTo(int bits)
    {
        var scale = bits - 2 - Exponent;
        if (Scale <= scale) return this;
        var rounded = AtScale(scale);

        // A carry into the next power of two asks for one bit less.
        return rounded.Exponent == Exponent ? rounded : rounded.AtScale(scale - 1);
    }

    /// <summary>The nearest floating-point number, whatever its size.</summary>
    public ScaledComplex ToScaledComplex()
    {
        if (Re.IsZero && Im.IsZero) return default;
        var shift = Math.Max(0, Exponent + Scale - 61);
        var unit = new Complex((double)(long)(Re >> shift), (double)(long)(Im >> shift));
        return ScaledComplex.Normalize(unit, shift - Scale);
    }

    private int LogOf(BigInteger magnitude) => magnitude.IsZero ? ExponentOfZero : (int)magnitude.GetBitLength() - 1 - Scale;

    private static BigInteger RoundedShift(BigInteger value, int bits) => ((value >> (bits - 1)) + BigInteger.One) >> 1;
}

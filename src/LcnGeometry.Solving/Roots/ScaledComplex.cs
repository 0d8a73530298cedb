using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>A complex number whose modulus may lie far outside the range of doubles: <c>Unit * 2^Exponent</c>.</summary>
/// <param name="Unit">Zero, or of modulus near one.</param>
/// <param name="Exponent">The power of two.</param>
internal readonly record struct ScaledComplex(Complex Unit, int Exponent)
{
    /// <summary>The number with a unit of modulus between the square roots of one half and of two, up to rounding.</summary>
    public static ScaledComplex Normalize(Complex unit, int exponent)
    {
        var size = Complex.Abs(unit);
        if (size == 0) return new ScaledComplex(Complex.Zero, 0);
        var shift = Math.ILogB(size);
        if (Math.ScaleB(size, -shift) > Math.Sqrt(2)) shift++;
        return shift == 0 ? new ScaledComplex(unit, exponent) : new ScaledComplex(Shift(unit, -shift), exponent + shift);
    }

    /// <summary>This number in units of a power of two; overflows to infinity and underflows to zero like a double.</summary>
    public Complex InUnitsOf(int exponent) => exponent == Exponent ? Unit : Shift(Unit, Exponent - exponent);

    /// <summary>The nearest complex double.</summary>
    public Complex ToComplex() => Shift(Unit, Exponent);

    private static Complex Shift(Complex value, int exponent) =>
        new(Math.ScaleB(value.Real, exponent), Math.ScaleB(value.Imaginary, exponent));
}

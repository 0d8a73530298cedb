using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>A positive number <c>Mantissa * 2^Exponent</c>, for rigorous bounds on long products.</summary>
/// <remarks>
/// Every operation is a handful of correctly rounded ones, so after k operations the relative error is below <c>8k 2^-53</c>;
/// <see cref="UpperLog2"/> allows for 2^-20, which covers far more operations than a root bound takes.
/// </remarks>
internal readonly record struct Magnitude(double Mantissa, long Exponent)
{
    public static Magnitude One => new(1, 0);

    /// <summary>The modulus of <c>(re + i im) 2^exponent</c>, not both zero.</summary>
    public static Magnitude Of(BigInteger re, BigInteger im, long exponent)
    {
        var bits = Math.Max(BigInteger.Abs(re).GetBitLength(), BigInteger.Abs(im).GetBitLength());
        var shift = (int)Math.Max(0, bits - 62);
        double x = (long)(re >> shift), y = (long)(im >> shift);
        return Normalize(Math.Sqrt((x * x) + (y * y)), exponent + shift);
    }

    /// <summary>The least integer that is certainly at least the binary logarithm.</summary>
    public int UpperLog2 => checked((int)(Mantissa * (1 + Math.ScaleB(1, -20)) >= 2 ? Exponent + 2 : Exponent + 1));

    public static Magnitude operator *(Magnitude left, Magnitude right) => Normalize(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

    public static Magnitude operator /(Magnitude left, Magnitude right) => Normalize(left.Mantissa / right.Mantissa, left.Exponent - right.Exponent);

    private static Magnitude Normalize(double value, long exponent)
    {
        var shift = Math.ILogB(value);
        return new Magnitude(Math.ScaleB(value, -shift), exponent + shift);
    }
}

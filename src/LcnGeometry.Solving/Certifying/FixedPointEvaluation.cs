using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>The value and the derivative of an integer polynomial at a dyadic point, with a rigorous error bound.</summary>
/// <remarks>
/// The point is <c>2^e t</c> with |t| below 0.71 and the terms are scaled so that the largest coefficient is <c>2^w</c> for w bits.
/// Each step of Horner's rule then adds at most one unit for the coefficient and the square root of two for the shift, and
/// multiplies what was there by |t|: the value is right to 9 units and the derivative to 34, whatever the degree.
/// </remarks>
internal sealed class FixedPointEvaluation
{
    private const int ValueError = 9;
    private const int DerivativeError = 34;

    private readonly BigInteger _re;
    private readonly BigInteger _im;
    private readonly BigInteger _slopeRe;
    private readonly BigInteger _slopeIm;
    private readonly long _unit;
    private readonly int _pointExponent;
    private readonly int _degree;

    /// <summary>Evaluates at a nonzero point of at most the given number of bits.</summary>
    public FixedPointEvaluation(Polynomial<Integer> polynomial, DyadicComplex point, int bits)
    {
        _pointExponent = point.Exponent + 2;
        var t = point.AtScale(bits - _pointExponent);
        var coefficients = polynomial.Coefficients;
        var top = long.MinValue;
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (!coefficients[i].IsZero) top = Math.Max(top, coefficients[i].BitLength + ((long)_pointExponent * i));
        }

        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            (_slopeRe, _slopeIm) = MultiplyAdd(_slopeRe, _slopeIm, t, bits, _re, _im);
            (_re, _im) = MultiplyAdd(_re, _im, t, bits, Shifted(coefficients[i], ((long)_pointExponent * i) - top + bits), BigInteger.Zero);
        }

        _unit = top - bits;
        _degree = polynomial.Degree;
        Bits = bits;
    }

    /// <summary>The working precision.</summary>
    public int Bits { get; }

    /// <summary>Whether the value is so small that it may be rounding error, of the value or of the point, for the most part.</summary>
    public bool IsNoise => BigInteger.Max(BigInteger.Abs(_re), BigInteger.Abs(_im)) < (16 * ValueError) + (8 * _degree);

    /// <summary>An upper bound of the modulus of the value, up to the rounding that <see cref="Magnitude"/> accounts for.</summary>
    public Magnitude ValueBound => Magnitude.Of(BigInteger.Abs(_re) + ValueError, BigInteger.Abs(_im) + ValueError, _unit);

    /// <summary>How many of the bits the derivative does not reach: the larger, the worse the condition of the root.</summary>
    public int LostBits => Math.Max(0, Bits - new DyadicComplex(_slopeRe, _slopeIm, 0).Exponent);

    /// <summary>The derivative divided by the value, in units of 2^-exponent of the point's normalization, to double precision.</summary>
    public Complex LogarithmicDerivative(int unit)
    {
        var value = new DyadicComplex(_re, _im, 0).ToScaledComplex();
        var slope = new DyadicComplex(_slopeRe, _slopeIm, 0).ToScaledComplex();
        return new ScaledComplex(slope.Unit / value.Unit, slope.Exponent - value.Exponent + unit - _pointExponent).ToComplex();
    }

    /// <summary>An exponent r such that a root lies within 2^r of the point; null when the derivative may vanish.</summary>
    /// <remarks>A polynomial of degree n has a root within n |f / f'| of every point.</remarks>
    public int? NewtonRadius()
    {
        var slope = BigInteger.Max(BigInteger.Abs(_slopeRe), BigInteger.Abs(_slopeIm)) - DerivativeError;
        if (slope < DerivativeError) return null;
        return (Magnitude.Of(_degree, BigInteger.Zero, 0) * ValueBound / Magnitude.Of(slope, BigInteger.Zero, _unit - _pointExponent)).UpperLog2;
    }

    /// <summary>Newton's step, the quotient of value and derivative; the derivative must not vanish.</summary>
    public DyadicComplex NewtonStep()
    {
        var norm = (_slopeRe * _slopeRe) + (_slopeIm * _slopeIm);
        var re = (((_re * _slopeRe) + (_im * _slopeIm)) << Bits) / norm;
        var im = (((_im * _slopeRe) - (_re * _slopeIm)) << Bits) / norm;
        return new DyadicComplex(re, im, Bits - _pointExponent);
    }

    private static (BigInteger Re, BigInteger Im) MultiplyAdd(BigInteger re, BigInteger im, DyadicComplex t, int bits, BigInteger addRe, BigInteger addIm) =>
        t.Im.IsZero && im.IsZero
            ? (((re * t.Re) >> bits) + addRe, addIm)
            : ((((re * t.Re) - (im * t.Im)) >> bits) + addRe, (((re * t.Im) + (im * t.Re)) >> bits) + addIm);

    private static BigInteger Shifted(Integer value, long shift)
    {
        if (shift >= 0) return value.ToBigInteger() << (int)shift;
        return -shift > value.BitLength ? BigInteger.Zero : value.ToBigInteger() >> (int)-shift;
    }
}

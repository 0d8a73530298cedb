using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A polynomial of positive degree with nonzero first and last coefficient, each kept as a double times a power of two.</summary>
internal sealed class ScaledPolynomial
{
    private readonly double[] _mantissas;
    private readonly long[] _exponents;

    // The coefficients of the polynomial in units of 2^_unit, scaled to maximum about one.
    private readonly double[] _local;
    private int? _unit;

    /// <summary>From doubles, all finite.</summary>
    public ScaledPolynomial(ReadOnlySpan<double> coefficients)
        : this(coefficients.Length)
    {
        for (var i = 0; i < coefficients.Length; i++) Set(i, coefficients[i], 0);
    }

    /// <summary>From exact integers of any size.</summary>
    public ScaledPolynomial(ReadOnlySpan<Integer> coefficients)
        : this(coefficients.Length)
    {
        for (var i = 0; i < coefficients.Length; i++)
        {
            var shift = Math.Max(0, coefficients[i].BitLength - 63);
            Set(i, (double)(long)(coefficients[i] >> shift), shift);
        }
    }

    private ScaledPolynomial(int count)
    {
        _mantissas = new double[count];
        _exponents = new long[count];
        _local = new double[count];
    }

    public int Degree => _mantissas.Length - 1;

    /// <summary>The binary logarithm of the absolute value of a coefficient; minus infinity for zero.</summary>
    public double Log2Of(int index) => _mantissas[index] == 0
        ? double.NegativeInfinity
        : _exponents[index] + Math.Log2(Math.Abs(_mantissas[index]));

    /// <summary>Value, derivative and the size of the terms at a point, all in units in which the point has modulus near one.</summary>
    /// <returns>The value, the derivative with respect to <see cref="ScaledComplex.Unit"/>, and the sum of the moduli of the terms; a common factor is dropped.</returns>
    public (Complex Value, Complex Derivative, double Size) Evaluate(ScaledComplex point)
    {
        Localize(point.Exponent);
        double x = point.Unit.Real, y = point.Unit.Imaginary, modulus = Math.Sqrt((x * x) + (y * y));
        double vr = 0, vi = 0, dr = 0, di = 0, size = 0;
        for (var i = _local.Length - 1; i >= 0; i--)
        {
            (dr, di) = ((dr * x) - (di * y) + vr, (dr * y) + (di * x) + vi);
            (vr, vi) = ((vr * x) - (vi * y) + _local[i], (vr * y) + (vi * x));
            size = (size * modulus) + Math.Abs(_local[i]);
        }

        return (new Complex(vr, vi), new Complex(dr, di), size);
    }

    private void Localize(int unit)
    {
        if (_unit == unit) return;
        _unit = unit;
        var top = long.MinValue;
        for (var i = 0; i < _mantissas.Length; i++)
        {
            if (_mantissas[i] != 0) top = Math.Max(top, _exponents[i] + ((long)unit * i));
        }

        for (var i = 0; i < _mantissas.Length; i++)
        {
            var shift = _exponents[i] + ((long)unit * i) - top;
            _local[i] = shift < -2200 ? 0 : Math.ScaleB(_mantissas[i], (int)shift);
        }
    }

    private void Set(int index, double value, long exponent)
    {
        if (value == 0) return;
        var shift = Math.ILogB(value);
        _mantissas[index] = Math.ScaleB(value, -shift);
        _exponents[index] = exponent + shift;
    }
}

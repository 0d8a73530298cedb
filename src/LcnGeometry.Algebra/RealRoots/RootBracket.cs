using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>A dyadic interval around one simple root of an integer polynomial, shrunk in place by quadratic interval refinement.</summary>
/// <remarks>
/// The interval is <c>[lower, lower + width] / 2^scale</c>. A secant step guesses in which of 2^step equal parts the root lies; a right guess
/// doubles the step, a wrong one halves it; step 1 is bisection and never fails. J. Abbott, Quadratic interval refinement for real roots.
/// </remarks>
internal sealed class RootBracket
{
    private readonly BigInteger[] _coefficients;
    private BigInteger _lower;
    private BigInteger _width;
    private int _scale;
    private BigInteger _valueAtLower; // times 2^(scale * degree)
    private BigInteger _valueAtUpper;
    private int _step = 1;

    /// <summary>Starts from an isolating interval with dyadic ends that are not roots, or from a point.</summary>
    public RootBracket(Polynomial<Integer> polynomial, RationalInterval isolating)
    {
        _coefficients = new BigInteger[polynomial.Degree + 1];
        for (var i = 0; i < _coefficients.Length; i++) _coefficients[i] = polynomial[i];
        _scale = Math.Max(isolating.Lower.Denominator.BitLength, isolating.Upper.Denominator.BitLength) - 1;
        _lower = Scaled(isolating.Lower, _scale);
        _width = Scaled(isolating.Upper, _scale) - _lower;
        if (_width.IsZero) return;
        _valueAtLower = Value(_lower, _scale);
        _valueAtUpper = Value(_lower + _width, _scale);
        if (_valueAtLower.Sign * _valueAtUpper.Sign >= 0) throw new ArgumentException($"{isolating} does not bracket one simple root.", nameof(isolating));
    }

    /// <summary>Whether the root was met exactly.</summary>
    public bool IsPoint => _width.IsZero;

    /// <summary>-1, 0 or 1 when the whole interval has this sign; null while 0 is inside or at an end.</summary>
    public int? Sign => IsPoint ? _lower.Sign : _lower.Sign > 0 ? 1 : (_lower + _width).Sign < 0 ? -1 : null;

    /// <summary>The least e with width at most 2^e; meaningless for a point.</summary>
    public int WidthExponent => checked((int)(_width - 1).GetBitLength()) - _scale;

    /// <summary>The interval as rational numbers.</summary>
    public RationalInterval Interval => new(Unscaled(_lower), Unscaled(_lower + _width));

    /// <summary>The interval as integers over a common power of two.</summary>
    public (BigInteger Lower, BigInteger Upper, int Scale) Parts => (_lower, _lower + _width, _scale);

    /// <summary>Shrinks until the width is at most 2^exponent.</summary>
    public void ShrinkTo(int exponent, CancellationToken token = default)
    {
        while (!IsPoint && WidthExponent > exponent)
        {
            token.ThrowIfCancellationRequested();
            if (_step > 1) _step = Math.Min(_step, Math.Max(WidthExponent - exponent, 1));
            Shrink();
        }
    }

    /// <summary>One step: the interval shrinks, or the next step will be shorter.</summary>
    public void Shrink()
    {
        if (IsPoint) return;
        int scale = _scale + _step, lift = _step * (_coefficients.Length - 1);
        var parts = BigInteger.One << _step;
        var origin = _lower << _step;
        var guess = _step == 1 ? BigInteger.One : SecantGuess(parts);

        // The guess is a grid point; the root should be in the part before or after it.
        var value = Value(origin + (guess * _width), scale);
        if (value.IsZero)
        {
            SetPoint(origin + (guess * _width), scale);
            return;
        }

        var rootIsAbove = value.Sign == _valueAtLower.Sign;
        var other = rootIsAbove ? guess + 1 : guess - 1;
        var otherValue = other.IsZero ? _valueAtLower << lift
            : other == parts ? _valueAtUpper << lift
            : Value(origin + (other * _width), scale);
        if (otherValue.IsZero)
        {
            SetPoint(origin + (other * _width), scale);
        }
        else if (otherValue.Sign == value.Sign)
        {
            _step = Math.Max(_step / 2, 1);
        }
        else
        {
            _lower = origin + (BigInteger.Min(guess, other) * _width);
            _scale = scale;
            (_valueAtLower, _valueAtUpper) = rootIsAbove ? (value, otherValue) : (otherValue, value);
            _step *= 2;
        }
    }

    /// <summary>The nearest inner grid point to the zero of the chord.</summary>
    private BigInteger SecantGuess(BigInteger parts)
    {
        var rise = _valueAtLower - _valueAtUpper;
        var guess = ((parts * _valueAtLower * 2) + rise) / (rise * 2);
        return BigInteger.Clamp(guess, BigInteger.One, parts - 1);
    }

    private void SetPoint(BigInteger point, int scale) => (_lower, _width, _scale) = (point, BigInteger.Zero, scale);

    /// <summary>The value at point / 2^scale, times 2^(scale * degree).</summary>
    private BigInteger Value(BigInteger point, int scale)
    {
        var value = _coefficients[^1];
        for (int i = _coefficients.Length - 2, shift = scale; i >= 0; i--, shift += scale) value = (value * point) + (_coefficients[i] << shift);
        return value;
    }

    private Rational Unscaled(BigInteger point) => new(point, Integer.One << _scale);

    private static BigInteger Scaled(Rational dyadic, int scale) =>
        (BigInteger)dyadic.Numerator << (scale - dyadic.Denominator.BitLength + 1);
}

using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>A rational number in lowest terms with positive denominator.</summary>
/// <remarks>The default value is zero. Arithmetic stays on machine words while numerator and denominator fit in 64 bits.</remarks>
public readonly partial struct Rational : IField<Rational>, IOrderedRing<Rational>, IEquatable<Rational>, IComparable<Rational>
{
    private readonly Integer _numerator;
    private readonly Integer _denominator; // zero stands for one, so that default(Rational) is 0/1

    private Rational(Integer numerator, Integer denominator, bool _)
    {
        _numerator = numerator;
        _denominator = denominator.IsOne ? default : denominator;
    }

    /// <summary>The quotient of two integers, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(Integer numerator, Integer denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException($"{numerator}/0 is not a rational number.");
        var gcd = Integer.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) gcd = -gcd;
        if (!gcd.IsOne)
        {
            numerator = Integer.DivideExactly(numerator, gcd);
            denominator = Integer.DivideExactly(denominator, gcd);
        }

        _numerator = numerator;
        _denominator = denominator.IsOne ? default : denominator;
    }

    /// <inheritdoc/>
    public static Rational Zero => default;

    /// <inheritdoc/>
    public static Rational One => new(Integer.One, Integer.One, true);

    /// <summary>The numerator of the reduced fraction; it carries the sign.</summary>
    public Integer Numerator => _numerator;

    /// <summary>The denominator of the reduced fraction, at least 1.</summary>
    public Integer Denominator => _denominator.IsZero ? Integer.One : _denominator;

    /// <inheritdoc/>
    public bool IsZero => _numerator.IsZero;

    /// <summary>Whether the denominator is one.</summary>
    public bool IsInteger => _denominator.IsZero;

    /// <inheritdoc/>
    public int Sign => _numerator.Sign;

    /// <inheritdoc/>
    public static Rational FromInteger(Integer value) => new(value, Integer.One, true);

    /// <summary>A rational from a machine integer.</summary>
    public static implicit operator Rational(int value) => FromInteger(value);

    /// <summary>A rational from a machine integer.</summary>
    public static implicit operator Rational(long value) => FromInteger(value);

    /// <summary>A rational from an integer.</summary>
    public static implicit operator Rational(Integer value) => FromInteger(value);

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        _numerator.Equals(other._numerator) && _denominator.Equals(other._denominator);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominator);

    /// <inheritdoc/>
    public int CompareTo(Rational other)
    {
        if (Sign != other.Sign) return Sign.CompareTo(other.Sign);
        if (IsInteger && other.IsInteger) return _numerator.CompareTo(other._numerator);
        Integer b = Denominator, d = other.Denominator;
        if (!_numerator.IsSmall || !b.IsSmall || !other._numerator.IsSmall || !d.IsSmall) return (_numerator * d).CompareTo(other._numerator * b);
        var high = Math.BigMul(_numerator.SmallValue, d.SmallValue, out var low);
        var otherHigh = Math.BigMul(other._numerator.SmallValue, b.SmallValue, out var otherLow);
        return high != otherHigh ? high.CompareTo(otherHigh) : unchecked((ulong)low).CompareTo(unchecked((ulong)otherLow));
    }

    /// <summary><c>p</c> or <c>p/q</c> in lowest terms.</summary>
    public override string ToString() => IsInteger ? _numerator.ToString() : $"{_numerator}/{Denominator}";

    /// <summary>Equality of values.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>The usual order.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>The usual order.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>The usual order.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>The usual order.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;
}

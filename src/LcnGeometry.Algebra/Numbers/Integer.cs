using System.Globalization;
using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>An integer of any size; 64-bit values take a fast path without allocation.</summary>
/// <remarks>The default value is zero. Values are normalised: equal integers have equal representations.</remarks>
public readonly partial struct Integer :
    IEuclideanDomain<Integer>, IOrderedRing<Integer>, IEquatable<Integer>, IComparable<Integer>
{
    private readonly long _small;
    private readonly object? _big; // a boxed BigInteger exactly when the value does not fit 64 bits

    private Integer(long value)
    {
        _small = value;
        _big = null;
    }

    private Integer(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            _small = (long)value;
            _big = null;
        }
        else
        {
            _small = value.Sign;
            _big = value;
        }
    }

    /// <inheritdoc/>
    public static Integer Zero => default;

    /// <inheritdoc/>
    public static Integer One => new(1L);

    /// <inheritdoc/>
    public bool IsZero => _small == 0;

    /// <summary>Whether this is one.</summary>
    public bool IsOne => _small == 1 && _big is null;

    /// <summary>Whether two divides this.</summary>
    public bool IsEven => _big is null ? (_small & 1) == 0 : ((BigInteger)_big).IsEven;

    /// <inheritdoc/>
    public int Sign => Math.Sign(_small);

    /// <summary>The number of bits of the absolute value: 0 for 0, 1 for 1, 2 for 2 and 3.</summary>
    public int BitLength => _big is null
        ? 64 - BitOperations.LeadingZeroCount(AbsoluteValue(_small))
        : checked((int)BigInteger.Abs((BigInteger)_big).GetBitLength());

    internal bool IsSmall => _big is null;

    internal long SmallValue => _small;

    /// <inheritdoc/>
    public static Integer FromInteger(Integer value) => value;

    /// <summary>An integer from a machine integer.</summary>
    public static implicit operator Integer(int value) => new((long)value);

    /// <summary>An integer from a machine integer.</summary>
    public static implicit operator Integer(long value) => new(value);

    /// <summary>An integer from a <see cref="BigInteger"/>.</summary>
    public static implicit operator Integer(BigInteger value) => new(value);

    /// <summary>The same integer as a <see cref="BigInteger"/>.</summary>
    public static implicit operator BigInteger(Integer value) => value.ToBigInteger();

    /// <summary>The value as a 32-bit integer.</summary>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    public static explicit operator int(Integer value) => value._big is null
        ? checked((int)value._small)
        : throw new OverflowException($"{value} does not fit 32 bits.");

    /// <summary>The value as a 64-bit integer.</summary>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    public static explicit operator long(Integer value) => value._big is null
        ? value._small
        : throw new OverflowException($"{value} does not fit 64 bits.");

    /// <summary>The same integer as a <see cref="BigInteger"/>.</summary>
    public BigInteger ToBigInteger() => _big is null ? _small : (BigInteger)_big;

    /// <inheritdoc/>
    public bool Equals(Integer other) =>
        _small == other._small &&
        (_big is null ? other._big is null : other._big is not null && ((BigInteger)_big).Equals((BigInteger)other._big));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Integer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _big is null ? _small.GetHashCode() : ((BigInteger)_big).GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Integer other) => _big is null && other._big is null
        ? _small.CompareTo(other._small)
        : ToBigInteger().CompareTo(other.ToBigInteger());

    /// <summary>Decimal digits, with a leading minus if negative, in the invariant culture.</summary>
    public override string ToString() => _big is null
        ? _small.ToString(CultureInfo.InvariantCulture)
        : ((BigInteger)_big).ToString(CultureInfo.InvariantCulture);

    /// <summary>Equality of values.</summary>
    public static bool operator ==(Integer left, Integer right) => left.Equals(right);

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(Integer left, Integer right) => !left.Equals(right);

    /// <summary>The usual order.</summary>
    public static bool operator <(Integer left, Integer right) => left.CompareTo(right) < 0;

    /// <summary>The usual order.</summary>
    public static bool operator >(Integer left, Integer right) => left.CompareTo(right) > 0;

    /// <summary>The usual order.</summary>
    public static bool operator <=(Integer left, Integer right) => left.CompareTo(right) <= 0;

    /// <summary>The usual order.</summary>
    public static bool operator >=(Integer left, Integer right) => left.CompareTo(right) >= 0;

    private static ulong AbsoluteValue(long value) => unchecked((ulong)(value < 0 ? -value : value));
}

using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A precision for <see cref="FixedInterval{TPrecision}"/>.</summary>
internal interface IPrecision
{
    /// <summary>Bits after the binary point.</summary>
    static abstract int Bits { get; }
}

/// <summary>640 bits after the point.</summary>
internal readonly struct Bits640 : IPrecision
{
    public static int Bits => 640;
}

/// <summary>An interval whose ends are integers times a fixed power of two: for what doubles cannot settle.</summary>
/// <typeparam name="TPrecision">The bits after the point.</typeparam>
internal readonly struct FixedInterval<TPrecision> : IEnclosure<FixedInterval<TPrecision>>
    where TPrecision : struct, IPrecision
{
    private readonly BigInteger _lower;
    private readonly BigInteger _upper;

    private FixedInterval(BigInteger lower, BigInteger upper)
    {
        _lower = lower;
        _upper = upper;
    }

    public double Magnitude => Math.Max(Math.Abs(Above(_upper)), Math.Abs(Below(_lower)));

    public double Midpoint => ToRational((_lower + _upper) >> 1).ToDouble();

    public bool ExcludesZero => _lower.Sign > 0 || _upper.Sign < 0;

    public static FixedInterval<TPrecision> FromDouble(double value) => Enclose(Rational.RationalizeExactly(value));

    public static FixedInterval<TPrecision> Enclose(Rational value)
    {
        var scaled = value.Numerator.ToBigInteger() << TPrecision.Bits;
        var quotient = BigInteger.DivRem(scaled, value.Denominator.ToBigInteger(), out var rest);
        return rest.Sign switch
        {
            0 => new(quotient, quotient),
            > 0 => new(quotient, quotient + 1),
            _ => new(quotient - 1, quotient),
        };
    }

    public static FixedInterval<TPrecision> Around(FixedInterval<TPrecision> center, double radius)
    {
        var point = (center._lower + center._upper) >> 1;
        var distance = Enclose(Rational.RationalizeExactly(radius))._upper + 1;
        return new(point - distance, point + distance);
    }

    public static FixedInterval<TPrecision> Reciprocal(FixedInterval<TPrecision> value)
    {
        // The ends have the same sign, and the reciprocal decreases.
        var one = BigInteger.One << (2 * TPrecision.Bits);
        return new(FloorDivide(one, value._upper), FloorDivide(one, value._lower) + 1);
    }

    public bool IsInside(FixedInterval<TPrecision> other) => other._lower < _lower && _upper < other._upper;

    public FixedInterval<TPrecision> ToPoint()
    {
        var point = (_lower + _upper) >> 1;
        return new(point, point);
    }

    public Rational RationalizeMidpoint() => ToRational((_lower + _upper) >> 1);

    public Interval ToInterval() => Interval.Between(Below(_lower), Above(_upper));

    public static FixedInterval<TPrecision> operator +(FixedInterval<TPrecision> left, FixedInterval<TPrecision> right) =>
        new(left._lower + right._lower, left._upper + right._upper);

    public static FixedInterval<TPrecision> operator -(FixedInterval<TPrecision> left, FixedInterval<TPrecision> right) =>
        new(left._lower - right._upper, left._upper - right._lower);

    public static FixedInterval<TPrecision> operator -(FixedInterval<TPrecision> value) => new(-value._upper, -value._lower);

    public static FixedInterval<TPrecision> operator *(FixedInterval<TPrecision> left, FixedInterval<TPrecision> right)
    {
        BigInteger a = left._lower * right._lower, b = left._lower * right._upper, c = left._upper * right._lower, d = left._upper * right._upper;
        var lower = BigInteger.Min(BigInteger.Min(a, b), BigInteger.Min(c, d));
        var upper = BigInteger.Max(BigInteger.Max(a, b), BigInteger.Max(c, d));

        // Shifting rounds down.
        return new(lower >> TPrecision.Bits, -(-upper >> TPrecision.Bits));
    }

    public static FixedInterval<TPrecision> MultiplyAdd(FixedInterval<TPrecision> left, FixedInterval<TPrecision> right, FixedInterval<TPrecision> addend) =>
        (left * right) + addend;

    public static FixedInterval<TPrecision> SubtractProduct(FixedInterval<TPrecision> left, FixedInterval<TPrecision> right, FixedInterval<TPrecision> addend) =>
        addend - (left * right);

    private static BigInteger FloorDivide(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        return rest.Sign * divisor.Sign < 0 ? quotient - 1 : quotient;
    }

    private static Rational ToRational(BigInteger value) => ((Rational)(Integer)value) * Rational.PowerOfTwo(-TPrecision.Bits);

    private static double Below(BigInteger value) => Interval.Enclose(ToRational(value)).Lower;

    private static double Above(BigInteger value) => Interval.Enclose(ToRational(value)).Upper;
}

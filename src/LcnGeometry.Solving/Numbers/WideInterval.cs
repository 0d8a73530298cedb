using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>An interval given by a double-double in the middle and a double as radius: where the intervals of doubles are too wide.</summary>
/// <remarks>
/// The radius of a result takes in the rounding of the middle, below 2^-100 of its size (see <see cref="DoubleDouble{T}"/>), and is
/// itself computed with an excess of 2^-48, which covers the few roundings on the way.
/// </remarks>
internal readonly struct WideInterval : IEnclosure<WideInterval>
{
    private const double Excess = 1 + 3.6e-15;
    private const double Rounding = 7.9e-31;
    private const double Tiny = 1e-280;

    private readonly DoubleDouble<Binary64> _middle;
    private readonly double _radius;

    private WideInterval(DoubleDouble<Binary64> middle, double radius)
    {
        _middle = middle;
        _radius = radius;
    }

    public double Magnitude => (Size + _radius) * Excess;

    public double Midpoint => _middle.High.Value;

    public bool ExcludesZero => LeastSize > _radius * Excess;

    private double Size => Math.Abs(_middle.High.Value) * Excess;

    private double LeastSize => Math.Abs(_middle.High.Value) / Excess;

    public static WideInterval FromDouble(double value) => new(DoubleDouble<Binary64>.FromDouble(value), 0);

    public static WideInterval Enclose(Rational value)
    {
        var high = value.ToDouble();
        if (!double.IsFinite(high)) return new(DoubleDouble<Binary64>.FromDouble(0), double.PositiveInfinity);
        var rest = value - Rational.RationalizeExactly(high);
        var low = rest.ToDouble();
        if (rest.IsZero) return FromDouble(high);
        var exact = Rational.RationalizeExactly(low) == rest;
        return new(new(new(high), new(low)), exact ? 0 : ((Math.Abs(low) * 2.3e-16) + Tiny) * Excess);
    }

    public static WideInterval Around(WideInterval center, double radius) => new(center._middle, radius);

    public static WideInterval Reciprocal(WideInterval value)
    {
        var quotient = DoubleDouble<Binary64>.FromDouble(1) / value._middle;
        var approximate = new WideInterval(quotient, 0);
        var least = value.LeastSize;
        var error = (FromDouble(1) - (value.ToPoint() * approximate)).Magnitude / least;
        var spread = value._radius / least / (least - value._radius) * Excess;
        return new(quotient, ((error + spread) * Excess * Excess) + Tiny);
    }

    public bool IsInside(WideInterval other)
    {
        var distance = _middle - other._middle;
        return ((Math.Abs(distance.High.Value) * Excess) + Tiny + _radius) * Excess < other._radius;
    }

    public WideInterval ToPoint() => new(_middle, 0);

    public Rational RationalizeMidpoint() => Rational.RationalizeExactly(_middle.High.Value) + Rational.RationalizeExactly(_middle.Low.Value);

    public Interval ToInterval()
    {
        // The low part is below the last place of the high one.
        var around = Interval.FromDouble(_middle.High.Value) + Interval.FromDouble(_middle.Low.Value);
        return around + Interval.Around(0, _radius);
    }

    public static WideInterval operator +(WideInterval left, WideInterval right)
    {
        var sum = left._middle + right._middle;
        return new(sum, Bound(left._radius + right._radius, sum));
    }

    public static WideInterval operator -(WideInterval left, WideInterval right)
    {
        var difference = left._middle - right._middle;
        return new(difference, Bound(left._radius + right._radius, difference));
    }

    public static WideInterval operator -(WideInterval value) => new(-value._middle, value._radius);

    public static WideInterval operator *(WideInterval left, WideInterval right)
    {
        var product = left._middle * right._middle;
        var spread = (left.Size * right._radius) + (left._radius * (right.Size + right._radius));
        return new(product, Bound(spread, product));
    }

    public static WideInterval MultiplyAdd(WideInterval left, WideInterval right, WideInterval addend) => (left * right) + addend;

    public static WideInterval SubtractProduct(WideInterval left, WideInterval right, WideInterval addend) => addend - (left * right);

    private static double Bound(double spread, DoubleDouble<Binary64> middle) =>
        (spread + (Math.Abs(middle.High.Value) * Rounding) + Tiny) * Excess;
}

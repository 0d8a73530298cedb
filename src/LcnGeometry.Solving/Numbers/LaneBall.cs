using System.Runtime.CompilerServices;

namespace LcnGeometry.Solving;

/// <summary>In each lane an interval given by its middle and its radius: results hold the exact results for all numbers in the operands.</summary>
/// <remarks>
/// The radius of a result takes in the rounding of the middle, at most 2^-53 of its size, and is itself computed with an excess factor
/// that covers its own few roundings.
/// </remarks>
internal readonly struct LaneBall : IScalar<LaneBall>
{
    private const double RoundingUnit = 1.1102230246251570E-16;
    private const double ExcessFactor = 1 + 2.3e-15;
    private const double TinyRadius = 1e-300;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LaneBall(Lanes middle, Lanes radius)
    {
        Middle = middle;
        Radius = radius;
    }

    /// <summary>The middles.</summary>
    public Lanes Middle { get; }

    /// <summary>The radii.</summary>
    public Lanes Radius { get; }

    /// <summary>Upper bounds of the absolute values.</summary>
    public Lanes Magnitude => (Lanes.Abs(Middle) + Radius) * Lanes.FromDouble(ExcessFactor);

    /// <summary>Balls of given middles and radii.</summary>
    public static LaneBall Around(Lanes middle, Lanes radius) => new(middle, radius);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneBall FromDouble(double value) => new(Lanes.FromDouble(value), Lanes.FromDouble(0));

    /// <summary>A ball around an interval, in all lanes.</summary>
    public static LaneBall Enclose(Interval value) => new(Lanes.FromDouble(value.Midpoint), Lanes.FromDouble(value.Lower == value.Upper ? 0 : value.Radius));

    /// <summary>The interval in a lane.</summary>
    public Interval ToInterval(int lane) => Radius[lane] == 0 ? Interval.FromDouble(Middle[lane]) : Interval.Around(Middle[lane], Radius[lane]);

    /// <summary>The same balls with one replaced by that of another vector of lanes.</summary>
    public LaneBall With(int lane, LaneBall other) =>
        new(Middle.With(lane, other.Middle[lane], 0), Radius.With(lane, other.Radius[lane], 0));

    /// <summary>Whether the interval in a lane is in the interior of another one.</summary>
    public bool IsInside(LaneBall other, int lane)
    {
        var distance = Interval.FromDouble(Middle[lane]) - Interval.FromDouble(other.Middle[lane]);
        return (Interval.FromDouble(distance.Magnitude) + Interval.FromDouble(Radius[lane])).Upper < other.Radius[lane];
    }

    /// <summary>Whether zero is not in the interval of a lane.</summary>
    public bool ExcludesZero(int lane) => Math.Abs(Middle[lane]) > Radius[lane];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneBall operator +(LaneBall left, LaneBall right)
    {
        var sum = left.Middle + right.Middle;
        return new(sum, Bound(left.Radius + right.Radius, sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneBall operator -(LaneBall left, LaneBall right)
    {
        var difference = left.Middle - right.Middle;
        return new(difference, Bound(left.Radius + right.Radius, difference));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneBall operator -(LaneBall value) => new(-value.Middle, value.Radius);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneBall operator *(LaneBall left, LaneBall right)
    {
        var product = left.Middle * right.Middle;
        return new(product, Bound(Spread(left, right, Lanes.FromDouble(0)), product));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneBall MultiplyAdd(LaneBall left, LaneBall right, LaneBall addend)
    {
        var result = Lanes.MultiplyAdd(left.Middle, right.Middle, addend.Middle);
        return new(result, Bound(Spread(left, right, addend.Radius), result));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneBall SubtractProduct(LaneBall left, LaneBall right, LaneBall addend)
    {
        var result = Lanes.SubtractProduct(left.Middle, right.Middle, addend.Middle);
        return new(result, Bound(Spread(left, right, addend.Radius), result));
    }

    /// <summary>|a| s + r (|b| + s), plus what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Spread(LaneBall left, LaneBall right, Lanes addend) => Lanes.MultiplyAdd(
        Lanes.Abs(left.Middle),
        right.Radius,
        Lanes.MultiplyAdd(left.Radius, Lanes.Abs(right.Middle) + right.Radius, addend));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Bound(Lanes spread, Lanes middle) =>
        Lanes.MultiplyAdd(Lanes.Abs(middle), Lanes.FromDouble(RoundingUnit), spread + Lanes.FromDouble(TinyRadius)) * Lanes.FromDouble(ExcessFactor);
}

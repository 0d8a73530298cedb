using System.Runtime.CompilerServices;

namespace LcnGeometry.Solving;

/// <summary>Several double-doubles side by side, one path in each lane.</summary>
internal readonly struct WideLanes : ILanes<WideLanes>
{
    private readonly DoubleDouble<Lanes> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WideLanes(DoubleDouble<Lanes> value) => _value = value;

    public static double Settled => 1e-29;

    public static WideLanes Of(ReadOnlySpan<double> values) => new(new(Lanes.Of(values), Lanes.FromDouble(0)));

    public static WideLanes FromDouble(double value) => new(DoubleDouble<Lanes>.FromDouble(value));

    public static WideLanes FromParts(double high, double low) => new(DoubleDouble<Lanes>.FromDouble(high) + DoubleDouble<Lanes>.FromDouble(low));

    public double High(int lane) => _value.High[lane];

    public double Low(int lane) => _value.Low[lane];

    public WideLanes With(int lane, double high, double low) => new(new(_value.High.With(lane, high, 0), _value.Low.With(lane, low, 0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideLanes operator +(WideLanes left, WideLanes right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideLanes operator -(WideLanes left, WideLanes right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideLanes operator -(WideLanes value) => new(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideLanes operator *(WideLanes left, WideLanes right) => new(left._value * right._value);

    public static WideLanes operator /(WideLanes left, WideLanes right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideLanes MultiplyAdd(WideLanes left, WideLanes right, WideLanes addend) => new((left._value * right._value) + addend._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideLanes SubtractProduct(WideLanes left, WideLanes right, WideLanes addend) => new(addend._value - (left._value * right._value));

    public static WideLanes Sqrt(WideLanes value) => new(DoubleDouble<Lanes>.Sqrt(value._value));

    public static WideLanes WhereLess(WideLanes left, WideLanes right, WideLanes yes, WideLanes no) =>
        new(DoubleDouble<Lanes>.WhereLess(left._value, right._value, yes._value, no._value));

    public static bool AnyLess(WideLanes left, WideLanes right) => DoubleDouble<Lanes>.AnyLess(left._value, right._value);

    public static WideLanes WhereNumber(WideLanes probe, WideLanes yes, WideLanes no) => new(new(
        Lanes.WhereNumber(probe._value.High, yes._value.High, no._value.High),
        Lanes.WhereNumber(probe._value.High, yes._value.Low, no._value.Low)));
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LcnGeometry.Solving;

/// <summary>Several doubles side by side, one path in each lane; every operation acts on all.</summary>
/// <remarks>Lanes never mix, so what happens in a lane does not depend on its neighbors.</remarks>
internal readonly struct Lanes : ILanes<Lanes>
{
    private readonly Vector256<double> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes(Vector256<double> value) => _value = value;

    /// <summary>The number of lanes.</summary>
    public const int Count = 4;

    /// <summary>The double in one lane.</summary>
    public double this[int lane] => _value.GetElement(lane);

    /// <summary>From one double for each lane.</summary>
    public static Lanes Of(ReadOnlySpan<double> values) => new(Vector256.Create(values));

    public static double Settled => 1e-14;

    public static Lanes FromParts(double high, double low) => FromDouble(high + low);

    public double High(int lane) => _value.GetElement(lane);

    public double Low(int lane) => 0;

    public Lanes With(int lane, double high, double low) => new(_value.WithElement(lane, high + low));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes FromDouble(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes left, Lanes right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes left, Lanes right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes value) => new(-value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes left, Lanes right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator /(Lanes left, Lanes right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes MultiplyAdd(Lanes left, Lanes right, Lanes addend) => new(Vector256.FusedMultiplyAdd(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes SubtractProduct(Lanes left, Lanes right, Lanes addend) => new(Vector256.FusedMultiplyAdd(-left._value, right._value, addend._value));

    /// <summary>Absolute values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Abs(Lanes value) => new(Vector256.Abs(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes value) => new(Vector256.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes WhereLess(Lanes left, Lanes right, Lanes yes, Lanes no) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left._value, right._value), yes._value, no._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes left, Lanes right) => Vector256.LessThanAny(left._value, right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes WhereNumber(Lanes probe, Lanes yes, Lanes no) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(probe._value, probe._value), yes._value, no._value));
}

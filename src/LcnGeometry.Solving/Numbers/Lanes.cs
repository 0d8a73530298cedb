using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LcnGeometry.Solving;

/// <summary>Several doubles side by side, one path in each lane; every operation acts on all.</summary>
/// <remarks>Lanes never mix, so what happens in a lane does not depend on its neighbors.</remarks>
internal readonly struct Lanes : IFloat<Lanes>
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

    /// <summary>The same lanes with one replaced.</summary>
    public Lanes With(int lane, double value) => new(_value.WithElement(lane, value));

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes value) => new(Vector256.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes WhereLess(Lanes left, Lanes right, Lanes yes, Lanes no) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left._value, right._value), yes._value, no._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes left, Lanes right) => Vector256.LessThanAny(left._value, right._value);

    /// <summary>In each lane, <paramref name="yes"/> where <paramref name="probe"/> is a number, else <paramref name="no"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes WhereNumber(Lanes probe, Lanes yes, Lanes no) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(probe._value, probe._value), yes._value, no._value));
}

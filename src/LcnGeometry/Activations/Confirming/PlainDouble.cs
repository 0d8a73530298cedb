using System.Runtime.CompilerServices;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A double, rounded as usual: what paths are followed with.</summary>
internal readonly record struct PlainDouble(double Value) : IScalar<PlainDouble>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainDouble operator +(PlainDouble left, PlainDouble right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainDouble operator -(PlainDouble left, PlainDouble right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainDouble operator -(PlainDouble value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainDouble operator *(PlainDouble left, PlainDouble right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainDouble FromDouble(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainDouble MultiplyAdd(PlainDouble left, PlainDouble right, PlainDouble addend) => new((left.Value * right.Value) + addend.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainDouble SubtractProduct(PlainDouble left, PlainDouble right, PlainDouble addend) => new(addend.Value - (left.Value * right.Value));
}

using System.Runtime.CompilerServices;

namespace LcnGeometry.Solving;

/// <summary>An unevaluated sum of two floating-point numbers, about twice as precise.</summary>
/// <typeparam name="T">The arithmetic of the parts, correctly rounded with a fused multiply-add: doubles, alone or in lanes.</typeparam>
/// <remarks>
/// The relative error of a sum or a product is below 2^-103, barring overflow and underflow (M. Joldes, J.-M. Muller, V. Popescu,
/// <i>Tight and rigorous error bounds for basic building blocks of double-word arithmetic</i>, ACM Trans. Math. Softw. 44, 2017).
/// </remarks>
internal readonly struct DoubleDouble<T> : IFloat<DoubleDouble<T>>
    where T : struct, IFloat<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleDouble(T high, T low)
    {
        High = high;
        Low = low;
    }

    /// <summary>The sum rounded.</summary>
    public T High { get; }

    /// <summary>What rounding lost.</summary>
    public T Low { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> FromDouble(double value) => new(T.FromDouble(value), T.FromDouble(0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> operator +(DoubleDouble<T> left, DoubleDouble<T> right)
    {
        var (s, e) = TwoSum(left.High, right.High);
        var (t, f) = TwoSum(left.Low, right.Low);
        var (v, w) = QuickTwoSum(s, e + t);
        return Quick(v, f + w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> operator -(DoubleDouble<T> value) => new(-value.High, -value.Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> operator -(DoubleDouble<T> left, DoubleDouble<T> right) => left + -right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> operator *(DoubleDouble<T> left, DoubleDouble<T> right)
    {
        var product = left.High * right.High;
        var error = T.MultiplyAdd(left.High, right.High, -product);
        var cross = T.MultiplyAdd(left.Low, right.High, T.MultiplyAdd(left.High, right.Low, left.Low * right.Low));
        return Quick(product, error + cross);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> operator /(DoubleDouble<T> left, DoubleDouble<T> right)
    {
        // Two steps of long division; nothing rests on the last bits of a quotient.
        var first = left.High / right.High;
        var rest = left - (right * new DoubleDouble<T>(first, T.FromDouble(0)));
        return Quick(first, rest.High / right.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> MultiplyAdd(DoubleDouble<T> left, DoubleDouble<T> right, DoubleDouble<T> addend) => (left * right) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> SubtractProduct(DoubleDouble<T> left, DoubleDouble<T> right, DoubleDouble<T> addend) => addend - (left * right);

    public static DoubleDouble<T> Sqrt(DoubleDouble<T> value)
    {
        var root = T.Sqrt(value.High);
        var safe = T.WhereLess(T.FromDouble(0), root, root, T.FromDouble(1));
        var rest = value - (new DoubleDouble<T>(root, T.FromDouble(0)) * new DoubleDouble<T>(root, T.FromDouble(0)));
        return Quick(root, rest.High / (safe + safe));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<T> WhereLess(DoubleDouble<T> left, DoubleDouble<T> right, DoubleDouble<T> yes, DoubleDouble<T> no) =>
        new(T.WhereLess(left.High, right.High, yes.High, no.High), T.WhereLess(left.High, right.High, yes.Low, no.Low));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(DoubleDouble<T> left, DoubleDouble<T> right) => T.AnyLess(left.High, right.High);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Sum, T Error) TwoSum(T a, T b)
    {
        var sum = a + b;
        var other = sum - a;
        return (sum, (a - (sum - other)) + (b - other));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Sum, T Error) QuickTwoSum(T large, T small)
    {
        var sum = large + small;
        return (sum, small - (sum - large));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble<T> Quick(T large, T small)
    {
        var (sum, error) = QuickTwoSum(large, small);
        return new(sum, error);
    }
}

namespace LcnGeometry.Solving;

/// <summary>One double as a <see cref="IFloat{T}"/>, without the checks of <see cref="Real"/>.</summary>
internal readonly record struct Binary64(double Value) : IFloat<Binary64>
{
    public static Binary64 FromDouble(double value) => new(value);

    public static Binary64 operator +(Binary64 left, Binary64 right) => new(left.Value + right.Value);

    public static Binary64 operator -(Binary64 left, Binary64 right) => new(left.Value - right.Value);

    public static Binary64 operator -(Binary64 value) => new(-value.Value);

    public static Binary64 operator *(Binary64 left, Binary64 right) => new(left.Value * right.Value);

    public static Binary64 operator /(Binary64 left, Binary64 right) => new(left.Value / right.Value);

    public static Binary64 MultiplyAdd(Binary64 left, Binary64 right, Binary64 addend) => new(Math.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    public static Binary64 SubtractProduct(Binary64 left, Binary64 right, Binary64 addend) => new(Math.FusedMultiplyAdd(-left.Value, right.Value, addend.Value));

    public static Binary64 Sqrt(Binary64 value) => new(Math.Sqrt(value.Value));

    public static Binary64 WhereLess(Binary64 left, Binary64 right, Binary64 yes, Binary64 no) => left.Value < right.Value ? yes : no;

    public static bool AnyLess(Binary64 left, Binary64 right) => left.Value < right.Value;
}

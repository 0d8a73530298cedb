using System.Runtime.CompilerServices;

namespace LcnGeometry.Solving;

/// <summary>A complex number over one of the real arithmetics.</summary>
/// <typeparam name="T">The arithmetic of the parts.</typeparam>
/// <param name="Re">The real part.</param>
/// <param name="Im">The imaginary part.</param>
public readonly record struct ComplexNumber<T>(T Re, T Im)
    where T : struct, IScalar<T>
{
    /// <summary>Zero.</summary>
    public static ComplexNumber<T> Zero => default;

    /// <summary>One.</summary>
    public static ComplexNumber<T> One => FromDouble(1);

    /// <summary>The conjugate.</summary>
    public ComplexNumber<T> Conjugate => new(Re, -Im);

    /// <summary>The square of the modulus.</summary>
    public T SquaredModulus => T.MultiplyAdd(Re, Re, Im * Im);

    /// <summary>A real number.</summary>
    public static ComplexNumber<T> FromDouble(double value) => new(T.FromDouble(value), T.FromDouble(0));

    /// <summary>A complex double.</summary>
    public static ComplexNumber<T> FromComplex(System.Numerics.Complex value) => new(T.FromDouble(value.Real), T.FromDouble(value.Imaginary));

    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<T> operator +(ComplexNumber<T> left, ComplexNumber<T> right) => new(left.Re + right.Re, left.Im + right.Im);

    /// <summary>Difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<T> operator -(ComplexNumber<T> left, ComplexNumber<T> right) => new(left.Re - right.Re, left.Im - right.Im);

    /// <summary>Negation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<T> operator -(ComplexNumber<T> value) => new(-value.Re, -value.Im);

    /// <summary>Product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<T> operator *(ComplexNumber<T> left, ComplexNumber<T> right) => new(
        T.SubtractProduct(left.Im, right.Im, left.Re * right.Re),
        T.MultiplyAdd(left.Im, right.Re, left.Re * right.Im));

    /// <summary>Product with a real number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<T> operator *(T left, ComplexNumber<T> right) => new(left * right.Re, left * right.Im);

    /// <summary><c>left * right + addend</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<T> MultiplyAdd(ComplexNumber<T> left, ComplexNumber<T> right, ComplexNumber<T> addend) => new(
        T.SubtractProduct(left.Im, right.Im, T.MultiplyAdd(left.Re, right.Re, addend.Re)),
        T.MultiplyAdd(left.Im, right.Re, T.MultiplyAdd(left.Re, right.Im, addend.Im)));

    /// <summary><c>addend - left * right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<T> SubtractProduct(ComplexNumber<T> left, ComplexNumber<T> right, ComplexNumber<T> addend) => new(
        T.MultiplyAdd(left.Im, right.Im, T.SubtractProduct(left.Re, right.Re, addend.Re)),
        T.SubtractProduct(left.Im, right.Re, T.SubtractProduct(left.Re, right.Im, addend.Im)));

    /// <summary>Both parts: <c>(1, -2)</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({Re}, {Im})");
}

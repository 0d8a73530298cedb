using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A double as an element of a field, so that generic code runs in floating point.</summary>
/// <param name="Value">Any double.</param>
/// <remarks>
/// The ring laws hold up to rounding only, and not at all beyond overflow. Division by zero throws, as in the exact fields.
/// The default value is zero; the two zeros are equal.
/// </remarks>
public readonly record struct Real(double Value) : IField<Real>, IOrderedRing<Real>
{
    /// <inheritdoc/>
    public static Real Zero => default;

    /// <inheritdoc/>
    public static Real One => new(1);

    /// <inheritdoc/>
    public bool IsZero => Value == 0;

    /// <inheritdoc/>
    public int Sign => Math.Sign(Value);

    /// <inheritdoc/>
    /// <remarks>The nearest double.</remarks>
    public static Real FromInteger(Integer value) => new(Rational.FromInteger(value).ToDouble());

    /// <summary>A real from a double.</summary>
    public static implicit operator Real(double value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(Real other) => Value.CompareTo(other.Value);

    /// <summary>The shortest round-trip form in the invariant culture.</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Rounded addition.</summary>
    public static Real operator +(Real left, Real right) => new(left.Value + right.Value);

    /// <summary>Rounded subtraction.</summary>
    public static Real operator -(Real left, Real right) => new(left.Value - right.Value);

    /// <summary>Negation, without error.</summary>
    public static Real operator -(Real value) => new(-value.Value);

    /// <summary>Rounded multiplication.</summary>
    public static Real operator *(Real left, Real right) => new(left.Value * right.Value);

    /// <summary>Rounded division.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Real operator /(Real left, Real right) => right.IsZero
        ? throw new DivideByZeroException($"{left} divided by zero.")
        : new Real(left.Value / right.Value);

    /// <inheritdoc/>
    public static Real DivideExactly(Real dividend, Real divisor) => dividend / divisor;
}

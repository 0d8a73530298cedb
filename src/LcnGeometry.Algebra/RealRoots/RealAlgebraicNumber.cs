using System.Globalization;

namespace LcnGeometry.Algebra;

/// <summary>A real number given exactly as a root of an integer polynomial: the polynomial and an interval with no other root of it.</summary>
/// <remarks>
/// Whether the number is rational is decided when it is made. Equality is equality of numbers, whatever the polynomials.
/// </remarks>
public sealed partial class RealAlgebraicNumber : IComparable<RealAlgebraicNumber>, IEquatable<RealAlgebraicNumber>
{
    private RealAlgebraicNumber(Polynomial<Integer> definingPolynomial, RationalInterval interval)
    {
        DefiningPolynomial = definingPolynomial;
        Interval = interval;
    }

    /// <summary>A primitive squarefree polynomial with positive leading coefficient of which this is a root; linear exactly for rational numbers.</summary>
    public Polynomial<Integer> DefiningPolynomial { get; }

    /// <summary>
    /// An interval with this root of the defining polynomial and no other: the point itself for rational numbers, otherwise an interval
    /// whose ends are dyadic and not roots.
    /// </summary>
    public RationalInterval Interval { get; }

    /// <summary>Whether this is a rational number.</summary>
    public bool IsRational => Interval.IsPoint;

    /// <summary>The value as a rational number; null when it is irrational.</summary>
    public Rational? RationalValue => IsRational ? Interval.Lower : null;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => CompareTo(Rational.Zero);

    /// <summary>A rational number.</summary>
    public static RealAlgebraicNumber FromRational(Rational value) =>
        new(new Polynomial<Integer>(-value.Numerator, value.Denominator), new RationalInterval(value));

    /// <summary>An irrational root from its isolation.</summary>
    /// <param name="squarefree">Primitive, squarefree, with positive leading coefficient.</param>
    /// <param name="isolating">An interval with dyadic ends that are not roots and with exactly one root, an irrational one.</param>
    internal static RealAlgebraicNumber FromIrrational(Polynomial<Integer> squarefree, RationalInterval isolating) => new(squarefree, isolating);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RealAlgebraicNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => ToDouble().GetHashCode();

    /// <summary>The rational value, or the nearest double followed by dots.</summary>
    public override string ToString() => RationalValue?.ToString() ?? ToDouble().ToString("R", CultureInfo.InvariantCulture) + "...";

    /// <summary>Equality of numbers.</summary>
    public static bool operator ==(RealAlgebraicNumber? left, RealAlgebraicNumber? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of numbers.</summary>
    public static bool operator !=(RealAlgebraicNumber? left, RealAlgebraicNumber? right) => !(left == right);
}

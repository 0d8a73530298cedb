namespace LcnGeometry.Algebra;

/// <summary>A closed interval with rational endpoints; it encloses one real number that is not known exactly.</summary>
/// <remarks>
/// <para>
/// Operations give the smallest interval that contains every result of the operation on elements of the operands.
/// Zero and one are the point intervals; an interval is zero only when it is the point 0.
/// </para>
/// <para>
/// The type implements the domain interfaces so that polynomials and matrices may have enclosures as coefficients.
/// Equalities of ring elements hold as inclusions: <c>x * (y + z)</c> lies in <c>x * y + x * z</c>, and <c>x - x</c> contains 0
/// without being 0. Algorithms that branch on a coefficient being zero must not be used with intervals.
/// </para>
/// <para>The default value is the point 0.</para>
/// </remarks>
public readonly partial struct RationalInterval : IIntegralDomain<RationalInterval>, IEquatable<RationalInterval>
{
    /// <summary>The interval from one number to another.</summary>
    /// <exception cref="ArgumentException">The lower endpoint is above the upper one.</exception>
    public RationalInterval(Rational lower, Rational upper)
    {
        if (lower > upper) throw new ArgumentException($"[{lower}, {upper}] is empty: the lower endpoint must not exceed the upper one.", nameof(upper));
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The interval that holds one number only.</summary>
    public RationalInterval(Rational point) => Lower = Upper = point;

    /// <inheritdoc/>
    public static RationalInterval Zero => default;

    /// <inheritdoc/>
    public static RationalInterval One => new(Rational.One);

    /// <summary>The least element.</summary>
    public Rational Lower { get; }

    /// <summary>The greatest element.</summary>
    public Rational Upper { get; }

    /// <summary>The greatest element minus the least.</summary>
    public Rational Width => Upper - Lower;

    /// <summary>The mean of the endpoints.</summary>
    public Rational Midpoint => IsPoint ? Lower : (Lower + Upper) * Rational.PowerOfTwo(-1);

    /// <summary>The greatest absolute value of an element.</summary>
    public Rational Magnitude => Larger(Rational.Abs(Lower), Rational.Abs(Upper));

    /// <summary>The least absolute value of an element.</summary>
    public Rational Mignitude => ContainsZero ? Rational.Zero : Smaller(Rational.Abs(Lower), Rational.Abs(Upper));

    /// <summary>Whether the interval holds one number only.</summary>
    public bool IsPoint => Lower == Upper;

    /// <summary>Whether this is the point 0. An interval that merely contains 0 is not zero.</summary>
    public bool IsZero => Lower.IsZero && Upper.IsZero;

    /// <summary>Whether 0 is an element.</summary>
    public bool ContainsZero => Lower.Sign <= 0 && Upper.Sign >= 0;

    /// <summary>Whether every element is positive.</summary>
    public bool IsPositive => Lower.Sign > 0;

    /// <summary>Whether every element is negative.</summary>
    public bool IsNegative => Upper.Sign < 0;

    /// <inheritdoc/>
    public static RationalInterval FromInteger(Integer value) => new(Rational.FromInteger(value));

    /// <summary>The interval that holds one number only.</summary>
    public static implicit operator RationalInterval(Rational point) => new(point);

    /// <summary>The smallest interval that contains both arguments.</summary>
    public static RationalInterval Hull(RationalInterval left, RationalInterval right) =>
        new(Smaller(left.Lower, right.Lower), Larger(left.Upper, right.Upper));

    /// <summary>Whether a number is an element.</summary>
    public bool Contains(Rational value) => Lower <= value && value <= Upper;

    /// <summary>Whether every element of another interval is an element of this one.</summary>
    public bool Contains(RationalInterval other) => Lower <= other.Lower && other.Upper <= Upper;

    /// <summary>Whether the two intervals share an element.</summary>
    public bool Intersects(RationalInterval other) => Lower <= other.Upper && other.Lower <= Upper;

    /// <summary>The common elements of two intervals that share one.</summary>
    /// <exception cref="ArgumentException">The intervals are disjoint.</exception>
    public RationalInterval Intersect(RationalInterval other) => Intersects(other)
        ? new RationalInterval(Larger(Lower, other.Lower), Smaller(Upper, other.Upper))
        : throw new ArgumentException($"{this} and {other} are disjoint.", nameof(other));

    /// <inheritdoc/>
    public bool Equals(RationalInterval other) => Lower.Equals(other.Lower) && Upper.Equals(other.Upper);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RationalInterval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lower, Upper);

    /// <summary>The endpoints in brackets, such as <c>[1/3, 1/2]</c>.</summary>
    public override string ToString() => $"[{Lower}, {Upper}]";

    /// <summary>Equality of both endpoints.</summary>
    public static bool operator ==(RationalInterval left, RationalInterval right) => left.Equals(right);

    /// <summary>A difference in an endpoint.</summary>
    public static bool operator !=(RationalInterval left, RationalInterval right) => !left.Equals(right);

    private static Rational Smaller(Rational left, Rational right) => left <= right ? left : right;

    private static Rational Larger(Rational left, Rational right) => left >= right ? left : right;
}

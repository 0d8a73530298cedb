using System.Numerics;

namespace LcnGeometry.Algebra;

public sealed partial class RealAlgebraicNumber
{
    /// <summary>The exact order of two numbers.</summary>
    /// <param name="other">Any number; null comes first.</param>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact, also for equal numbers with different polynomials.</para>
    /// <para><b>Method:</b> where the intervals overlap, the gcd of the polynomials has a root in the overlap exactly when the numbers are equal;
    /// otherwise both intervals are refined until they part.</para>
    /// <para><b>Cost:</b> at most one gcd, and refinement to the distance of the numbers.</para>
    /// <para><b>Source:</b> Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry.</para>
    /// </remarks>
    /// <example><code>
    /// var roots = RealRoots.Isolate(new Polynomial&lt;Rational&gt;(-2, 0, 1));
    /// roots[0].Value.CompareTo(roots[1].Value) // -1: -sqrt(2) is below sqrt(2)
    /// </code></example>
    public int CompareTo(RealAlgebraicNumber? other)
    {
        if (other is null) return 1;
        if (ReferenceEquals(this, other)) return 0;
        if (other.IsRational) return CompareTo(other.Interval.Lower);
        if (IsRational) return -other.CompareTo(Interval.Lower);
        if (!Interval.Intersects(other.Interval)) return Interval.Lower.CompareTo(other.Interval.Lower);
        if (IsSameRoot(other)) return 0;
        RootBracket mine = Bracket(), theirs = other.Bracket();
        while (true)
        {
            RationalInterval left = mine.Interval, right = theirs.Interval;
            if (left.Upper <= right.Lower) return -1;
            if (right.Upper <= left.Lower) return 1;
            if (mine.WidthExponent >= theirs.WidthExponent) mine.Shrink();
            else theirs.Shrink();
        }
    }

    /// <summary>The exact order of this number and a rational one.</summary>
    public int CompareTo(Rational other)
    {
        if (other < Interval.Lower) return 1;
        if (other > Interval.Upper) return -1;
        if (IsRational) return 0;

        // Inside the interval the defining polynomial changes sign at this number only, and a rational number is no root of it.
        return SignAt.Rational(DefiningPolynomial, other) == SignAt.Rational(DefiningPolynomial, Interval.Lower) ? 1 : -1;
    }

    /// <inheritdoc/>
    public bool Equals(RealAlgebraicNumber? other)
    {
        if (other is null) return false;
        if (ReferenceEquals(this, other)) return true;
        if (IsRational || other.IsRational) return Interval == other.Interval;
        return Interval.Intersects(other.Interval) && IsSameRoot(other);
    }

    /// <summary>The exact sign of a polynomial at this number.</summary>
    /// <param name="polynomial">Any polynomial.</param>
    /// <param name="token">Cancels the refinement.</param>
    /// <returns>-1, 0 or 1.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a zero is recognized, not approximated.</para>
    /// <para><b>Method:</b> the value is zero exactly when the gcd with the defining polynomial has a root in the interval; otherwise the interval
    /// is refined until interval arithmetic shows the sign.</para>
    /// <para><b>Cost:</b> one gcd, and refinement to the size of the value.</para>
    /// <para><b>Source:</b> Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry.</para>
    /// </remarks>
    /// <example><code>
    /// var root = RealRoots.Isolate(new Polynomial&lt;Rational&gt;(-2, 0, 1))[1].Value;
    /// root.SignOf(new Polynomial&lt;Rational&gt;(-4, 0, 0, 0, 1)) // 0: the fourth power of sqrt(2) is 4
    /// </code></example>
    public int SignOf(Polynomial<Rational> polynomial, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        var (content, primitive) = PolynomialContent.Of(polynomial);
        if (primitive.IsConstant) return content.Sign;
        if (IsRational) return content.Sign * SignAt.Rational(primitive, Interval.Lower);
        if (HasRootHere(PolynomialGcd.Gcd(DefiningPolynomial, primitive, token), Interval)) return 0;
        var bracket = Bracket();
        while (true)
        {
            token.ThrowIfCancellationRequested();
            var (lower, upper, scale) = bracket.Parts;
            if (SignAt.Dyadic(primitive, lower, upper, scale) is { } sign) return content.Sign * sign;
            bracket.Shrink();
        }
    }

    private bool IsSameRoot(RealAlgebraicNumber other)
    {
        var common = DefiningPolynomial == other.DefiningPolynomial
            ? DefiningPolynomial
            : PolynomialGcd.Gcd(DefiningPolynomial, other.DefiningPolynomial);
        return HasRootHere(common, Interval.Intersect(other.Interval));
    }

    /// <summary>Whether a divisor of the defining polynomial has its root in an interval whose ends are not roots of it.</summary>
    private static bool HasRootHere(Polynomial<Integer> divisor, RationalInterval interval) =>
        !divisor.IsConstant && SignAt.Rational(divisor, interval.Lower) != SignAt.Rational(divisor, interval.Upper);

    private RootBracket Bracket() => new(DefiningPolynomial, Interval);
}

using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Counts and isolates real roots by Descartes' rule of signs and continued fractions.</summary>
public static class DescartesIsolation
{
    /// <summary>The number of distinct real roots.</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Integer> polynomial, CancellationToken token = default) =>
        new SturmSequence(polynomial, token).CountRealRoots();

    /// <summary>The number of distinct real roots in the half-open interval (lower, upper].</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="lower">The excluded end; null for minus infinity.</param>
    /// <param name="upper">The included end, not below <paramref name="lower"/>; null for infinity.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="ArgumentException">The ends are in the wrong order.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Integer> polynomial, Rational? lower, Rational? upper, CancellationToken token = default) =>
        new SturmSequence(polynomial, token).CountRealRoots(lower, upper);

    /// <summary>The number of real roots, each counted as often as its multiplicity says.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int CountWithMultiplicity(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        if (polynomial.IsZero) throw new ZeroPolynomialException(nameof(polynomial));
        var count = 0;
        foreach (var (factor, multiplicity) in SquarefreeDecomposition.Of(polynomial)) count += multiplicity * CountSquarefree(factor, token);
        return count;
    }

    /// <summary>Encloses each distinct real root in an interval of its own.</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are enclosed once.</param>
    /// <param name="token">Cancels the isolation.</param>
    /// <returns>
    /// Ascending intervals with exactly one root each: a point where the root was met exactly, otherwise an interval whose ends are not roots.
    /// </returns>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<RationalInterval> Isolate(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        if (polynomial.IsZero) throw new ZeroPolynomialException(nameof(polynomial));
        var squarefree = new SturmSequence(polynomial, token).Polynomials[0];
        return IsolateSquarefree(squarefree, token).Separated();
    }

    internal static int CountSquarefree(Polynomial<Integer> squarefree, CancellationToken token) => Count(squarefree, token);

    internal static IsolatedRoots IsolateSquarefree(Polynomial<Integer> squarefree, CancellationToken token)
    {
        var intervals = new SturmSequence(squarefree, token).Isolate(token);
        var points = intervals.Where(interval => interval.IsPoint).Select(interval => interval.Lower).ToImmutableArray();
        var rest = squarefree;
        foreach (var point in points) rest = Polynomial<Integer>.DivideExactly(rest, RealAlgebraicNumber.FromRational(point).DefiningPolynomial);
        return new IsolatedRoots(points, rest, [.. intervals.Where(interval => !interval.IsPoint)]);
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

public static partial class DescartesIsolation
{
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
        CheckNonzero(polynomial);
        var squarefree = PolynomialContent.PrimitivePart(SquarefreePart(polynomial, token));
        return IsolateSquarefree(squarefree, token).Separated();
    }

    /// <summary>The isolation of a primitive squarefree polynomial.</summary>
    internal static IsolatedRoots IsolateSquarefree(Polynomial<Integer> squarefree, CancellationToken token)
    {
        var points = ImmutableArray.CreateBuilder<Rational>();
        var intervals = ImmutableArray.CreateBuilder<RationalInterval>();
        var coefficients = squarefree.Coefficients;
        if (coefficients[0].IsZero)
        {
            points.Add(Rational.Zero);
            coefficients = coefficients[1..];
        }

        Lazy<Rational> bound = new(() => Rational.PowerOfTwo(RootInterval.BoundExponent(squarefree)));
        for (var side = 0; side < 2; side++)
        {
            var mirrored = side == 1;
            if (Variations(coefficients, mirrored) == 0) continue;
            foreach (var (map, isPoint) in PositiveRootSearch.IsolatePositive(
                LimbPolynomial.Load(coefficients, mirrored), PositiveRootSearch.DefaultPrecision(coefficients.Length), token))
            {
                if (isPoint) points.Add(mirrored ? -map.AtZero : map.AtZero);
                else intervals.Add(Between(map.AtZero, map.AtInfinity ?? bound.Value, mirrored));
            }
        }

        var rest = squarefree;
        foreach (var point in points) rest = Polynomial<Integer>.DivideExactly(rest, RealAlgebraicNumber.FromRational(point).DefiningPolynomial);
        return new IsolatedRoots(points.ToImmutable(), rest, intervals.ToImmutable());
    }

    private static RationalInterval Between(Rational first, Rational second, bool mirrored)
    {
        if (mirrored) (first, second) = (-first, -second);
        return first < second ? new RationalInterval(first, second) : new RationalInterval(second, first);
    }
}

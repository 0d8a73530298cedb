using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

public sealed partial class SturmSequence
{
    /// <summary>Encloses each distinct real root in an interval of its own.</summary>
    /// <param name="token">Cancels the isolation.</param>
    /// <returns>
    /// Ascending intervals with exactly one root each: a point where the root was met exactly, otherwise an interval whose ends are not roots.
    /// Neighbours share at most an endpoint that is not a root.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact and complete.</para>
    /// <para><b>Method:</b> bisection of an interval that holds all real roots, with a count on each half.</para>
    /// <para><b>Cost:</b> one evaluation of the sequence per bisection; their number is the logarithm of the smallest gap between roots.</para>
    /// <para><b>Source:</b> Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry.</para>
    /// </remarks>
    /// <example><code>
    /// new SturmSequence(new Polynomial&lt;Integer&gt;(-2, 0, 1)).Isolate() // [-4, 0], [0, 4]
    /// </code></example>
    public ImmutableArray<RationalInterval> Isolate(CancellationToken token = default)
    {
        var intervals = ImmutableArray.CreateBuilder<RationalInterval>();
        var squarefree = Polynomials[0];
        if (squarefree.IsConstant) return [];
        var bound = Rational.PowerOfTwo(RootInterval.BoundExponent(squarefree));
        var pending = new Stack<(Rational Lower, Rational Upper, int Below, int Above)>();
        pending.Push((-bound, bound, VariationsAtInfinity(-1), VariationsAtInfinity(1)));
        while (pending.TryPop(out var span))
        {
            token.ThrowIfCancellationRequested();
            var count = span.Below - span.Above;
            if (count == 0) continue;
            var upperIsRoot = SignAt.Rational(squarefree, span.Upper) == 0;
            if (count == 1 && upperIsRoot)
            {
                intervals.Add(new RationalInterval(span.Upper));
                continue;
            }

            if (count == 1 && SignAt.Rational(squarefree, span.Lower) != 0)
            {
                intervals.Add(new RationalInterval(span.Lower, span.Upper));
                continue;
            }

            var middle = new RationalInterval(span.Lower, span.Upper).Midpoint;
            var variations = Variations(middle);
            pending.Push((middle, span.Upper, variations, span.Above));
            pending.Push((span.Lower, middle, span.Below, variations));
        }

        return intervals.ToImmutable();
    }
}

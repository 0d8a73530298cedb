using System.Diagnostics;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Shrinks the ball around an isolated root by Newton's method, each ball certified on its own.</summary>
/// <remarks>
/// A polynomial of degree n has a root within n |f / f'| of every point; when that disc lies in the square that holds a single root,
/// it is that root. The precision doubles with the accuracy, so all steps together cost little more than the last.
/// </remarks>
internal static class RootRefinement
{
    /// <summary>The same root with a radius of at most 2^target.</summary>
    public static RootBall Refine(Polynomial<Integer> polynomial, RootBall ball, int target, CancellationToken token)
    {
        var reserve = 12 + BitOperations.Log2((uint)polynomial.Degree);
        while (ball.RadiusExponent > target)
        {
            token.ThrowIfCancellationRequested();
            var better = Step(polynomial, ball, target, reserve);
            if (better is not null && (better.RadiusExponent < ball.RadiusExponent || ball.Next == ball.Center))
            {
                ball = better;
                continue;
            }

            // The condition is worse than was seen from farther away: start again from the certified point with more bits.
            ball = ball with { Next = ball.Center };
            reserve *= 2;
            if (reserve > 1 << 24) throw new UnreachableException($"Newton's method stopped at 2^{ball.RadiusExponent} near a root of {polynomial}.");
        }

        return ball;
    }

    private static RootBall? Step(Polynomial<Integer> polynomial, RootBall ball, int target, int reserve)
    {
        // The next point is about as far from the root as the square of the radius, in units of the gap, and so on.
        var gap = Math.Min(ball.SquareExponent, ball.Center.Exponent);
        var reached = ball.Next == ball.Center ? ball.RadiusExponent : (2 * ball.RadiusExponent) - gap;
        var goal = Math.Max(target, (2 * reached) - gap);
        var bits = Math.Max(32, ball.Center.Exponent - goal) + ball.LostBits + reserve;
        var point = ball.Next.RoundedTo(bits);
        var value = new FixedPointEvaluation(polynomial, point, bits);
        if (value.NewtonRadius() is not { } radius || !ball.SquareHolds(point, radius)) return null;
        return ball with
        {
            Center = point,
            RadiusExponent = ball.Next == ball.Center ? Math.Min(radius, ball.RadiusExponent) : radius,
            Next = (point - value.NewtonStep()).RoundedTo((2 * bits) + 64),
            LostBits = value.LostBits,
        };
    }
}

using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A root on the way to its enclosure: the squarefree factor it belongs to, its ball, and its exact value if rational.</summary>
internal sealed record RootCell(SquarefreeFactor Factor, RootBall Ball, Rational? Exact)
{
    /// <summary>The cell with a ball of radius at most 2^target.</summary>
    public RootCell Refine(int target, CancellationToken token) =>
        this with { Ball = RootRefinement.Refine(Factor.Factor, Ball, target, token) };

    /// <summary>The cell with its exact value if the root is real and rational.</summary>
    /// <remarks>
    /// The denominator of a rational root divides the leading coefficient a, so a times the root is an integer; once the ball is
    /// smaller than 1/4a it holds at most one candidate, which is tried in exact arithmetic. So roots left without a value are irrational.
    /// </remarks>
    public RootCell RecognizeRational(CancellationToken token)
    {
        if (!Ball.IsReal) return this;
        var leading = Factor.Factor.LeadingCoefficient;
        var refined = Refine(-leading.BitLength - 2, token);
        var center = refined.Ball.Center;
        var candidate = new Rational((Integer)(center with { Re = center.Re * leading.ToBigInteger() }).AtScale(0).Re, leading);
        var distance = Rational.Abs(candidate - ((Rational)(Integer)center.Re * Rational.PowerOfTwo(-center.Scale)));

        // Outside the ball the candidate may still be a root: another one.
        return distance <= Rational.PowerOfTwo(refined.Ball.RadiusExponent) && IsRoot(candidate.Numerator, candidate.Denominator)
            ? refined with { Exact = candidate }
            : refined;
    }

    /// <summary>Whether numerator/denominator is a root, by Horner's rule on integers.</summary>
    private bool IsRoot(Integer numerator, Integer denominator)
    {
        var value = Integer.Zero;
        var power = Integer.One;
        var coefficients = Factor.Factor.Coefficients;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            value = (value * numerator) + (coefficients[i] * power);
            power *= denominator;
        }

        return value.IsZero;
    }
}

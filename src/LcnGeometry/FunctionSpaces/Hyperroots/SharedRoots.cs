using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Tells, exactly, which roots two forms have in common.</summary>
/// <remarks>Their number is that of the greatest common divisor; enclosures are narrowed until no more of them meet.</remarks>
internal static class SharedRoots
{
    /// <summary>Pairs of real root groups (real roots, then complex pairs) of two levels that are the same.</summary>
    public static ImmutableArray<(int Left, int Right)> Of(RootLevel left, RootLevel right, CancellationToken token)
    {
        var common = CommonDivisor.Of(left.Form, right.Form, token);
        var affine = common.Dehomogenize();
        var shared = SquarefreeDecomposition.Of(affine, token).Sum(factor => factor.Factor.Degree) + (common.Degree > affine.Degree ? 1 : 0);
        var (leftRoots, rightRoots) = (left.Roots, right.Roots);
        for (var bits = PowerMatching.FirstBits; ; bits *= 2)
        {
            token.ThrowIfCancellationRequested();
            ImmutableArray<EnclosedPlace> a = EnclosedPlace.Of(leftRoots), b = EnclosedPlace.Of(rightRoots);
            var meetings = (from i in Enumerable.Range(0, a.Length) from j in Enumerable.Range(0, b.Length) where a[i].Meets(b[j]) select (i, j)).ToArray();
            if (meetings.Length == shared)
            {
                int leftGroups = leftRoots.Real.Length + leftRoots.Pairs.Length, rightGroups = rightRoots.Real.Length + rightRoots.Pairs.Length;
                return [.. meetings.Where(pair => pair.i < leftGroups && pair.j < rightGroups)];
            }

            leftRoots = leftRoots.Refine(2 * bits, token);
            rightRoots = rightRoots.Refine(2 * bits, token);
        }
    }
}

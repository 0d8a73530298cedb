using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Restores the conjugate symmetry of the roots of a real polynomial that rounding has blurred.</summary>
internal static class ConjugatePairs
{
    /// <summary>The same roots, each either real or the exact conjugate of another.</summary>
    /// <remarks>
    /// Each root is matched with the free root nearest to its own conjugate, which may be itself: then it is real. The roots farthest
    /// from the real axis, where the match is beyond doubt, go first.
    /// </remarks>
    public static IEnumerable<Complex> Restore(Complex[] roots)
    {
        var free = new bool[roots.Length];
        Array.Fill(free, true);
        foreach (var i in Enumerable.Range(0, roots.Length).OrderByDescending(i => Math.Abs(roots[i].Imaginary) / Complex.Abs(roots[i])))
        {
            if (!free[i]) continue;
            free[i] = false;
            var partner = Partner(roots, free, i);
            if (partner is not { } j)
            {
                yield return roots[i].Real;
                continue;
            }

            free[j] = false;
            var re = (roots[i].Real / 2) + (roots[j].Real / 2);
            var im = Math.Abs((roots[i].Imaginary / 2) - (roots[j].Imaginary / 2));
            yield return new Complex(re, -im);
            yield return new Complex(re, im);
        }
    }

    private static int? Partner(Complex[] roots, bool[] free, int index)
    {
        var mirror = Complex.Conjugate(roots[index]);
        int? best = null;
        var least = Complex.Abs(roots[index] - mirror);
        for (var j = 0; j < roots.Length; j++)
        {
            if (!free[j]) continue;
            var distance = Complex.Abs(roots[j] - mirror);
            if (distance >= least) continue;
            least = distance;
            best = j;
        }

        return best;
    }
}

using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Counts, exactly, critical functions at which two blocks of layers share a root so that the parameterization is critical.</summary>
/// <param name="Distinct">The number of distinct solutions on the open stratum.</param>
/// <param name="Simple">How many of them are simple.</param>
/// <param name="Sharing">At how many of the distinct ones, at least, the lower block holds all roots that the root of the upper block stands for.</param>
/// <param name="SimpleSharing">The same among the simple ones.</param>
internal sealed record ExactSharing(int Distinct, int Simple, int Sharing, int SimpleSharing)
{
    /// <summary>The largest generic count for which an exact elimination is worth its time.</summary>
    private const int LargestExact = 60;

    /// <summary>Whether the stratum has a lower block of simple roots and an upper one of a single root: one unknown is then left after elimination.</summary>
    public static bool Covers(CriticalStratum stratum) =>
        stratum.Blocks.Length == 2 && stratum.Patterns[0].All(part => part == 1) && stratum.Patterns[1].Length == 1 && stratum.Patterns[1][0] == 1;

    /// <summary>The numbers for a loss, where solutions on whole lines of functions with one root are not looked at; null if the elimination leaves anything open.</summary>
    public static ExactSharing? Of(CriticalStratum stratum, QuadraticLoss loss, CancellationToken token)
    {
        if (!Covers(stratum) || stratum.GenericCount > LargestExact) return null;
        var count = ExactStratumCount.Of(stratum, loss, token);
        if (count.Complete != Verdict.Holds || count.Elimination is not { } elimination) return null;

        // The upper form is u0 Y + u1 X; its root X / Y is -u0 / u1.
        var (system, upper) = (elimination.System, elimination.System.Others.Single());
        var ratio = (int)Integer.DivideExactly(stratum.Blocks[1].Step, stratum.Blocks[0].Step);
        var residues = Enumerable.Range(0, ratio).Select(r => ResidueAt(r)).ToArray();
        int sharing = 0, simple = 0;
        foreach (var open in elimination.Open)
        {
            var common = residues.Aggregate(open.Factor, (factor, residue) => PolynomialGcd.Gcd(factor, residue, token));
            sharing += common.Degree;
            if (open.Multiplicity == 1) simple += common.Degree;
        }

        return new ExactSharing(count.Distinct, count.Simple, sharing, simple);

        Polynomial<Integer> ResidueAt(int residue)
        {
            var degree = (stratum.Blocks[0].Degree - residue) / ratio;
            var value = Polynomial<Integer>.Zero;
            if (residue > stratum.Blocks[0].Degree) return value;
            for (var i = 0; i <= degree; i++)
            {
                value += system.Numerator[residue + (i * ratio)] * Polynomial<Integer>.Pow(-upper[0], i) * Polynomial<Integer>.Pow(upper[1], degree - i);
            }

            return value;
        }
    }
}

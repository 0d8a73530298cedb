using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class CriticalPointSet
{
    /// <summary>Tells which of the certified complex critical parameters are regular points of the parameterization.</summary>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>How many are regular, map to smooth points of the closure, are critical, or may be either; and whether the critical points are pure.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> each count is a proof: regular by a rank in interval arithmetic on the certified box, critical by roots that layers share.</para>
    /// <para><b>Method:</b> a root that is multiple in a block of layers with equal steps is shared by two of them. Between blocks, roots are shared only where the product of the lower
    /// ones holds all roots of a form x^S - a y^S; matrices of full rank prove that it does not.</para>
    /// <para><b>Cost:</b> one elimination for each certified solution of strided networks.</para>
    /// <para><b>Source:</b> F12 to F14 of the theory; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("3,2", "2,1");
    /// var points = CriticalPoints.Find(net, QuadraticLoss.FromTarget([1, 2, 3, 4, 5], Metric.Identity(5)));
    /// Console.WriteLine(points.Purity().Regular);   // 10
    /// </code>
    /// </example>
    public Purity Purity(CancellationToken token = default)
    {
        Integer regular = 0, smooth = 0, critical = 0, undecided = 0;
        var moreCritical = Strata.Any(row => IsTargetWithRepeatedRoots(row) && row.Stratum.Blocks.Any(block => block.Layers.Length > 1));
        foreach (var row in Strata)
        {
            var ways = row.Stratum.Factorizations;
            if (row.Minimizer is not null) (regular, smooth) = (regular + ways, smooth + ways);
            var standings = StratumStandings.Of(row, Loss, token);
            moreCritical |= standings.MoreCritical > 0;
            foreach (var standing in standings.Boxes)
            {
                switch (standing)
                {
                    case MapStanding.Smooth: (regular, smooth) = (regular + ways, smooth + ways); break;
                    case MapStanding.Regular: regular += ways; break;
                    case MapStanding.Critical: critical += ways; break;
                    default: undecided += ways; break;
                }
            }
        }

        var always = Strata.All(row => row.Stratum.Patterns.All(pattern => pattern.All(part => part == 1)) && PurityCheck.IsAlwaysSmooth(row.Stratum.Blocks));
        var verdict = critical.Sign > 0 || moreCritical ? Verdict.Fails
            : always ? Verdict.Holds
            : undecided.Sign > 0 ? Verdict.Undecided($"{undecided} certified critical parameters may or may not be critical points of the parameterization")
            : smooth != regular ? Verdict.Undecided($"{regular - smooth} critical parameters are regular, but their functions may be singular points of the Zariski closure")
            : Completeness.Verdict.Kind == VerdictKind.Holds ? Verdict.Holds
            : Verdict.Undecided("the list of critical points may not be complete");
        return new Purity
        {
            Regular = regular,
            Smooth = smooth,
            Critical = critical,
            Undecided = undecided,
            Verdict = verdict,
            Evidence = always ? Evidence.Proved : Evidence.Certified,
        };
    }

    // The gradient vanishes at the target, so all its factorizations are critical, and where layers of one block are several some of these share a repeated root.
    private static bool IsTargetWithRepeatedRoots(StratumSolutions row) =>
        row.Stratum.IsUnconstrained && row.Completeness.Lost.Any(lost => lost.Place == LostPlace.DeeperStratum);
}

using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>What is proved of all certified solutions of a stratum as points of the parameterization.</summary>
/// <param name="Boxes">One standing for each certified box.</param>
/// <param name="MoreCritical">How many critical functions without a box, because they are multiple solutions, are proved to have critical points of the parameterization over them.</param>
internal sealed record StratumStandings(ImmutableArray<MapStanding> Boxes, int MoreCritical)
{
    /// <summary>The standings of the solutions of a stratum; where boxes leave doubt, exact elimination decides if it reaches.</summary>
    public static StratumStandings Of(StratumSolutions row, QuadraticLoss loss, CancellationToken token)
    {
        var standings = ImmutableArray.CreateBuilder<MapStanding>(row.Boxes.Length);
        foreach (var box in row.Boxes)
        {
            token.ThrowIfCancellationRequested();
            standings.Add(PurityCheck.Of(row.Stratum, box));
        }

        var open = standings.Count(standing => standing == MapStanding.Undecided);
        var isWhole = row.Completeness.Verdict.Kind == VerdictKind.Holds || PurityCheck.IsAlwaysSmooth(row.Stratum.Blocks);
        if ((open == 0 && isWhole) || ExactSharing.Of(row.Stratum, loss, token) is not { } exact) return new StratumStandings(standings.ToImmutable(), 0);
        if (exact.Simple == row.Boxes.Length && exact.SimpleSharing == open)
        {
            // Each simple solution has its box, and only open boxes can hold those that share roots: they all do.
            for (var i = 0; i < standings.Count; i++)
            {
                if (standings[i] == MapStanding.Undecided) standings[i] = MapStanding.Critical;
            }
        }

        return new StratumStandings(standings.ToImmutable(), exact.Sharing - exact.SimpleSharing);
    }
}

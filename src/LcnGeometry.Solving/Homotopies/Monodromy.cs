using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Finds all critical points for generic data by moving the data around loops.</summary>
/// <remarks>
/// For a fixed form the pairs (point, b) are a vector bundle over the open part of the product of projective spaces, hence an
/// irreducible variety: loops of b alone take every solution to every other. The number of solutions is known from a closed formula,
/// so the search knows when it is done.
/// </remarks>
internal static class Monodromy
{
    /// <summary>Loops without a new solution before the search gives up.</summary>
    private const int Patience = 40;

    /// <summary>All solutions for some generic data.</summary>
    /// <param name="map">The map.</param>
    /// <param name="expected">The number of solutions for generic data.</param>
    /// <param name="seed">Chooses the data and the loops.</param>
    /// <param name="token">Stops between steps.</param>
    /// <returns>A system with the expected number of solutions; fewer when the search gave up.</returns>
    public static StartSystem Solve(ProductMap map, int expected, long seed, CancellationToken token)
    {
        var random = new CounterRandom(seed, 0);
        var (data, point) = GenericPair.Draw(map, random);
        var table = new SolutionTable(map);
        table.Add(point);
        var home = LaneData<Lanes>.Of(data);
        var trackers = new TrackerPool<Lanes>(map);
        for (var idle = 0; table.Points.Count < expected && idle < Patience; idle++)
        {
            // Out along a straight segment; back along another, on which b is turned by a phase that the scale takes up. Loops of b alone
            // reach everything in the end; where they have found nothing new the form moves too, which mixes faster.
            var away = new QuadraticData(
                idle % 2 == 0 ? data.Form : GenericPair.DrawForm(map.Size, random),
                GenericPair.DrawLinear(map.Size, random));
            var phase = GenericPair.DrawPhase(random);
            var outward = trackers.Track(home, LaneData<Lanes>.Of(away), table.Points, TrackerOptions.Standard, token);
            var turned = outward.Where(e => e.Status == PathStatus.Arrived).Select(e => ProjectivePoints.WithScale(e.Point, phase)).ToList();
            var back = trackers.Track(LaneData<Lanes>.Of(away.Times(Complex.One, phase)), home, turned, TrackerOptions.Standard, token);
            foreach (var end in back)
            {
                if (end.Status != PathStatus.Arrived) continue;
                ProjectivePoints.Normalize(map, end.Point);
                if (table.Add(end.Point)) idle = -1;
            }
        }

        return new StartSystem(map, data, [.. table.Points]);
    }
}

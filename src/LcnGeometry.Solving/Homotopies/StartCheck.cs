using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Checks that the points of a start system are pairwise different, regular solutions.</summary>
internal static class StartCheck
{
    /// <summary>Whether Newton's method stays at every point, and no two points are the same.</summary>
    public static bool Holds(StartSystem system)
    {
        if (system.Solutions.Any(s => s.Any(x => !Complex.IsFinite(x)))) return false;
        var data = LaneData<Lanes>.Of(system.Data);
        var ends = new PathTracker<Lanes>(system.Map).Track(data, data, system.Solutions, TrackerOptions.Standard, CancellationToken.None);
        var table = new SolutionTable(system.Map);
        return ends.All(e => e.Status == PathStatus.Arrived && table.Add(e.Point));
    }
}

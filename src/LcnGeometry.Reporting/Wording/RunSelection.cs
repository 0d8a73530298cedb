using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The flow runs that a figure draws when there are too many for all of them.</summary>
internal static class RunSelection
{
    /// <summary>At most so many runs, taken in turn from every group so that none is left out.</summary>
    internal static ImmutableArray<(int Run, LimitGroup Group)> Of(ImmutableArray<LimitGroup> groups, int limit)
    {
        var chosen = ImmutableArray.CreateBuilder<(int, LimitGroup)>();
        var rounds = groups.IsEmpty ? 0 : groups.Max(group => group.Runs.Length);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var group in groups)
            {
                if (round < group.Runs.Length && chosen.Count < limit) chosen.Add((group.Runs[round], group));
            }
        }

        return chosen.ToImmutable();
    }
}

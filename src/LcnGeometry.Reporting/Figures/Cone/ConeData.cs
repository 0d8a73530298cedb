using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>What the cone figure shows, in the coordinates of the cone.</summary>
internal sealed record ConeData
{
    private const int MostPaths = 36;

    // Beyond this, squares of coordinates leave the range of doubles.
    internal const double Largest = 1e100;

    /// <summary>The unconstrained optimum, if there is a loss.</summary>
    internal required ConePoint? Target { get; init; }

    /// <summary>The limits that are not too far away to be shown.</summary>
    internal required ImmutableArray<(ConePoint Point, LimitGroup Group)> Limits { get; init; }

    /// <summary>Runs as curves.</summary>
    internal required ImmutableArray<(ImmutableArray<ConePoint> Points, LimitGroup Group)> Paths { get; init; }

    /// <summary>The critical points that are not too far away to be shown.</summary>
    internal required ImmutableArray<(ConePoint Point, int Index, CriticalPointKind Kind)> Critical { get; init; }

    /// <summary>Where the nappes are cut off.</summary>
    internal required double Height { get; init; }

    /// <summary>The number of runs of the study.</summary>
    internal required int Runs { get; init; }

    internal static ConeData Of(FlowDocument? flow, CriticalDocument? critical, ImmutableArray<LimitGroup> groups)
    {
        if ((flow?.Loss ?? critical?.Loss) is not { } loss) return new ConeData { Target = null, Limits = [], Paths = [], Critical = [], Height = 1, Runs = 0 };
        var target = ConePoint.Of([.. loss.U.Select(u => u.ToDouble())]);
        var points = (critical?.Points ?? []).Select((point, i) => (Point: ConePoint.Of([.. point.Function.Select(value => value.ToDouble())]), Index: i, point.Kind)).ToImmutableArray();
        var limits = groups.SelectMany(group => group.Runs.Select(run => (Point: ConePoint.Of(flow!.Runs[run].Limit.Function), Group: group))).ToImmutableArray();
        var paths = RunSelection.Of(groups, MostPaths)
            .Select(chosen => (flow!.Runs[chosen.Run].Trace.Function.Select(f => ConePoint.Of(f)).ToImmutableArray(), chosen.Group))
            .ToImmutableArray();
        var ends = Reach(limits.Where(limit => limit.Group.Status == FlowStatus.Converged).Select(limit => limit.Point).Concat(points.Select(point => point.Point)).Append(target));
        var way = Reach(paths.SelectMany(path => path.Item1));
        var height = target.Extent > 0 ? Math.Clamp(way, 1.25 * ends, 2 * ends) : way;
        return new ConeData
        {
            Target = target,
            Limits = [.. limits.Where(limit => limit.Point.Extent <= 2 * height)],
            Paths = paths,
            Critical = [.. points.Where(point => point.Point.Extent <= 2 * height)],
            Height = height > 0 ? height : 1,
            Runs = flow?.Runs.Length ?? 0,
        };
    }

    private static double Reach(IEnumerable<ConePoint> points)
    {
        double reach = 0;
        foreach (var point in points)
        {
            if (point.Extent is > 0 and < Largest) reach = Math.Max(reach, point.Extent);
        }

        return reach;
    }
}

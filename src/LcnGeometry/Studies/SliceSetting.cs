using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>The plane of a slice and what is shown in it: through the target, towards the best limits and critical points.</summary>
internal sealed record SliceSetting(SlicePlane Plane, ImmutableArray<SlicePoint> Points, ImmutableArray<(int Run, FlowRunRow Row)> Ranked)
{
    /// <summary>Chooses the plane; null when there is none.</summary>
    public static SliceSetting? Of(QuadraticLoss loss, ImmutableArray<FlowRunRow> runs, CriticalPointSet? critical)
    {
        double[] target = [.. loss.Target.Select(u => u.ToDouble())];
        var metric = new double[loss.Size, loss.Size];
        for (var i = 0; i < loss.Size; i++)
        {
            for (var j = 0; j < loss.Size; j++) metric[i, j] = loss.Q[i, j].ToDouble();
        }

        ImmutableArray<(int Run, FlowRunRow Row)> ranked =
        [
            .. runs.Select((run, i) => (Run: i, Row: run))
                .Where(r => r.Row.Status == FlowStatus.Converged)
                .OrderBy(r => r.Row.Limit.Loss),
        ];
        var functions = critical is null ? [] : critical.Select(point => point.Function.Select(c => c.Midpoint).ToImmutableArray()).ToArray();
        var plane = SlicePlane.Through(target, metric, [.. ranked.Select(r => ($"toward the limit of run {r.Run + 1}", r.Row.Limit.Function)), .. Attained(critical, functions)]);
        if (plane.Names.Length < 2) return null;

        var points = ImmutableArray.CreateBuilder<SlicePoint>();
        points.Add(new SlicePoint("target", null, 0, 0, 0));
        foreach (var (run, row) in ranked)
        {
            var (x, y, distance) = plane.Project(row.Limit.Function);
            points.Add(new SlicePoint("limit", run, x, y, distance));
        }

        for (var i = 0; i < functions.Length; i++)
        {
            var (x, y, distance) = plane.Project(functions[i]);
            points.Add(new SlicePoint("critical", null, x, y, distance, i));
        }

        return new SliceSetting(plane, points.ToImmutable(), ranked);
    }

    /// <summary>The distance of the target from the zero filter, in the metric of the loss.</summary>
    public static double Norm(QuadraticLoss loss) => Math.Sqrt(Math.Max(0, (loss.AtZero - loss.Constant).ToDouble()));

    /// <summary>The critical functions that training can reach, best first: directions for the plane where limits are missing.</summary>
    private static IEnumerable<(string Name, ImmutableArray<double> Filter)> Attained(CriticalPointSet? critical, ImmutableArray<double>[] functions) => critical is null
        ? []
        : critical.Select((point, i) => (point.Kind, Name: $"toward critical point {i + 1}", Filter: functions[i]))
            .Where(item => item.Kind is not (CriticalPointKind.NotAttained or CriticalPointKind.Zero))
            .Select(item => (item.Name, item.Filter));
}

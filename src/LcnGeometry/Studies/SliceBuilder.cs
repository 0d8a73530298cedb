using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Computes the slice of a function space through the target of a loss.</summary>
internal static class SliceBuilder
{
    private const int LargestDegree = 12;

    /// <summary>Whether the slice is drawn: stride one, degree 3 to 12.</summary>
    public static bool Applies(Architecture net) => net.IsStrideOne && net.EndToEndSize is >= 4 and <= LargestDegree + 1;

    /// <summary>The slice; null when the plane lies in the discriminant, so that there are no regions to show.</summary>
    public static FunctionSpaceSlice? Build(Architecture net, QuadraticLoss loss, ImmutableArray<FlowRunRow> runs, CriticalPointSet? critical, CancellationToken token)
    {
        double[] target = [.. loss.Target.Select(u => u.ToDouble())];
        var metric = new double[loss.Size, loss.Size];
        for (var i = 0; i < loss.Size; i++)
        {
            for (var j = 0; j < loss.Size; j++) metric[i, j] = loss.Q[i, j].ToDouble();
        }

        var ranked = runs.Select((run, i) => (Run: i, Row: run))
            .Where(r => r.Row.Status == FlowStatus.Converged)
            .OrderBy(r => r.Row.Limit.Loss)
            .ToArray();
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

        var scanner = new SliceScanner(plane.Origin, plane.Directions);
        var range = Range(scanner, Math.Sqrt(Math.Max(0, SlicePlane.Dot(target, SlicePlane.Apply(metric, target)))), points, token);

        // An even number of lines, so that none runs through the target: it lies on the discriminant when it has a repeated root.
        var last = net.EndToEndSize <= 7 ? 119 : net.EndToEndSize <= 9 ? 71 : 35;
        double[] grid = [.. Enumerable.Range(0, last + 1).Select(i => range * ((2 * i) - last) / last)];
        var rows = grid.Select(y => scanner.Scan(0, y, range, token)).ToArray();
        var columns = grid.Select(x => scanner.Scan(1, x, range, token)).ToArray();
        if (rows.Concat(columns).Any(line => line is null)) return null;

        return new FunctionSpaceSlice
        {
            Origin = plane.Origin,
            Directions = plane.Directions,
            DirectionNames = plane.Names,
            Bounds = [[-range, range], [-range, range]],
            Lines = [.. rows.Select((line, i) => new SliceLine(grid[i], line!.Value.Breaks, line.Value.RealRoots))],
            Curve = SliceCurve.Join(grid, [.. rows.Select(r => r!.Value.Breaks)], [.. columns.Select(c => c!.Value.Breaks)]),
            RequiredRealRoots = net.EvenFilters,
            Points = points.ToImmutable(),
            Paths = [.. ranked.Select(r => new SlicePath(r.Run, [.. r.Row.Trace.Function.Select(f => plane.Project(f)).Select(p => ImmutableArray.Create(p.X, p.Y))]))],
        };
    }

    /// <summary>The critical functions that training can reach, best first: directions for the plane where limits are missing.</summary>
    private static IEnumerable<(string Name, ImmutableArray<double> Filter)> Attained(CriticalPointSet? critical, ImmutableArray<double>[] functions) => critical is null
        ? []
        : critical.Select((point, i) => (point.Kind, Name: $"toward critical point {i + 1}", Filter: functions[i]))
            .Where(item => item.Kind is not (CriticalPointKind.NotAttained or CriticalPointKind.Zero))
            .Select(item => (item.Name, item.Filter));

    /// <summary>Half the side of the square: it holds every limit that lies in the plane, or else the discriminant nearest to the target.</summary>
    private static double Range(SliceScanner scanner, double targetNorm, IEnumerable<SlicePoint> points, CancellationToken token)
    {
        // Limits closer than this are the target itself, up to the accuracy of the flow.
        var negligible = 1e-3 * targetNorm;
        var reach = points.Where(p => p.Distance <= negligible).Select(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y))).DefaultIfEmpty(0).Max();
        if (reach > negligible) return 1.5 * reach;
        if (targetNorm == 0) return 1;
        var nearest = new[] { 0, 1 }
            .SelectMany(axis => scanner.Scan(axis, negligible / 16, targetNorm, token)?.Breaks ?? [])
            .Select(Math.Abs).DefaultIfEmpty(targetNorm).Min();
        return Math.Clamp(16 * nearest, 0.1 * targetNorm, targetNorm);
    }
}

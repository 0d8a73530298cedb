using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Computes the slice of a function space through the target of a loss.</summary>
internal static class SliceBuilder
{
    private const int LargestDegree = 12;

    /// <summary>Whether the slice is drawn: stride one, degree 3 to 12.</summary>
    public static bool Applies(Architecture net) => net.IsStrideOne && net.EndToEndSize is >= 4 and <= LargestDegree + 1;

    /// <summary>The slice; null when the plane lies in the discriminant, so that there are no regions to show.</summary>
    public static FunctionSpaceSlice? Build(Architecture net, QuadraticLoss loss, ImmutableArray<FlowRunRow> runs, CancellationToken token)
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
        var plane = SlicePlane.Through(target, metric, ranked.Select(r => (r.Run, r.Row.Limit.Function)));
        if (plane.Names.Length < 2) return null;

        var points = ImmutableArray.CreateBuilder<SlicePoint>();
        points.Add(new SlicePoint("target", null, 0, 0, 0));
        foreach (var (run, row) in ranked)
        {
            var (x, y, distance) = plane.Project(row.Limit.Function);
            points.Add(new SlicePoint("limit", run, x, y, distance));
        }

        // Wide enough for every limit that lies in the plane, and never so tight that rounding shows.
        var size = Math.Sqrt(Math.Max(0, SlicePlane.Dot(target, SlicePlane.Apply(metric, target))));
        var reach = points.Where(p => p.Distance <= 1e-3 * size).Select(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y))).DefaultIfEmpty(0).Max();
        var range = reach > 1e-3 * size ? 1.5 * reach : size > 0 ? size : 1;

        // An even number of lines, so that none runs through the target: it lies on the discriminant when it has a repeated root.
        var last = net.EndToEndSize <= 7 ? 119 : net.EndToEndSize <= 9 ? 71 : 35;
        double[] grid = [.. Enumerable.Range(0, last + 1).Select(i => range * ((2 * i) - last) / last)];
        var scanner = new SliceScanner(plane.Origin, plane.Directions);
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
}

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
        if (SliceSetting.Of(loss, runs, critical) is not var (plane, points, ranked)) return null;
        double[] target = [.. loss.Target.Select(u => u.ToDouble())];
        var scanner = new SliceScanner(plane.Origin, plane.Directions);
        var range = Range(scanner, Math.Sqrt(Math.Max(0, SlicePlane.Dot(target, SlicePlane.Apply(plane.Metric, target)))), points, token);

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
            Points = points,
            Paths = [.. ranked.Select(r => new SlicePath(r.Run, [.. r.Row.Trace.Function.Select(f => plane.Project(f)).Select(p => ImmutableArray.Create(p.X, p.Y))]))],
        };
    }

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

using System.Collections.Immutable;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Slices whose discriminants are classical curves.</summary>
internal static class SampleSlices
{
    /// <summary>The cubics x^3 + p x + q around (p0, q0): the semicubical parabola -4 p^3 = 27 q^2.</summary>
    internal static FunctionSpaceSlice Cubics(double p0, double q0, int lines, int required, FlowDocument? flow)
    {
        var (left, right, low, high) = (-2.2 - p0, 1.4 - p0, -1.8 - q0, 1.8 - q0);
        var rows = Lines(low, high, lines, y =>
        {
            var place = -Math.Cbrt(27 * (y + q0) * (y + q0) / 4) - p0;
            return place > left ? new SliceLine(y, [place], [3, 1]) : new SliceLine(y, [], [1]);
        });
        var curve = Curve(-0.96, 0.96, 121, t => (-3 * t * t - p0, (2 * t * t * t) - q0));
        return Slice([q0, p0, 0, 1], [[0, 1, 0, 0], [1, 0, 0, 0]], ["along c₁, in units of the loss metric", "along c₀"], (left, right, low, high), rows, curve, required, flow);
    }

    /// <summary>The quartics x^4 + p x^2 + q x + r around (q0, r0), p negative: the swallowtail.</summary>
    internal static FunctionSpaceSlice Quartics(double p, double q0, double r0, int lines, int required, FlowDocument? flow)
    {
        var (left, right, low, high) = (-1.6 - q0, 1.6 - q0, -1.3 - r0, 1.9 - r0);
        var rows = Lines(low, high, lines, y => Row(p, q0, y, y + r0, left, right));
        var curve = Curve(-1.4, 1.4, 241, t => ((-2 * t * (p + (3 * t * t))) + (2 * t * t * t) - q0, (t * t * (p + (3 * t * t))) - r0));
        return Slice([r0, q0, p, 0, 1], [[0, 1, 0, 0, 0], [1, 0, 0, 0, 0]], ["along c₁, in units of the loss metric", "along c₀"], (left, right, low, high), rows, curve, required, flow);
    }

    // The double roots t at height r satisfy 3 t^4 + p t^2 = r; each gives one break.
    private static SliceLine Row(double p, double q0, double y, double r, double left, double right)
    {
        var breaks = new List<double>();
        var root = (p * p) + (12 * r);
        foreach (var sign in (ReadOnlySpan<int>)[-1, 1])
        {
            var square = root < 0 ? -1 : (-p + (sign * Math.Sqrt(root))) / 6;
            if (square <= 0) continue;
            foreach (var t in (ReadOnlySpan<double>)[-Math.Sqrt(square), Math.Sqrt(square)])
                breaks.Add((-2 * t * (p + (3 * t * t))) + (2 * t * t * t) - q0);
        }

        var inside = breaks.Where(x => x > left && x < right).Order().ToImmutableArray();
        ImmutableArray<double> edges = [left, .. inside, right];
        return new SliceLine(y, inside, [.. edges.Zip(edges.Skip(1), (a, b) => RealRoots(p, ((a + b) / 2) + q0, r))]);
    }

    // Sign changes of the quartic at its critical points, by a fine walk: good enough for a sample.
    private static int RealRoots(double p, double q, double r)
    {
        var count = 0;
        double? before = null;
        for (var i = -6000; i <= 6000; i++)
        {
            var x = i / 2000.0;
            var value = (x * x * x * x) + (p * x * x) + (q * x) + r;
            if (before is { } b && b < 0 != value < 0) count++;
            before = value;
        }

        return count;
    }

    private static ImmutableArray<SliceLine> Lines(double low, double high, int count, Func<double, SliceLine> row) =>
        [.. Enumerable.Range(0, count).Select(i => row(low + ((high - low) * i / (count - 1))))];

    private static ImmutableArray<ImmutableArray<double>> Curve(double from, double to, int count, Func<double, (double X, double Y)> at) =>
        [.. Enumerable.Range(0, count).Select(i => at(from + ((to - from) * i / (count - 1)))).Select(point => ImmutableArray.Create(point.X, point.Y))];

    private static FunctionSpaceSlice Slice(ImmutableArray<double> origin, ImmutableArray<ImmutableArray<double>> directions, ImmutableArray<string> names,
        (double Left, double Right, double Low, double High) bounds, ImmutableArray<SliceLine> lines, ImmutableArray<ImmutableArray<double>> curve, int required, FlowDocument? flow) => new FunctionSpaceSlice
        {
            Origin = origin,
            Directions = directions,
            DirectionNames = names,
            Bounds = [[bounds.Left, bounds.Right], [bounds.Low, bounds.High]],
            Lines = lines,
            Curve = [curve],
            RequiredRealRoots = required,
            Points = [new SlicePoint("target", null, 0, 0, 0), .. flow is null ? [] : flow.Runs.Select((run, i) => Limit(run, i, origin, directions))],
            Paths = flow is null ? [] : [.. flow.Runs.Select((run, i) => new SlicePath(i, [.. run.Trace.Function.Select(f => Along(f, origin, directions))]))],
        };

    // The metric of the samples is the identity and the directions are unit vectors.
    private static SlicePoint Limit(FlowRunRow run, int index, ImmutableArray<double> origin, ImmutableArray<ImmutableArray<double>> directions)
    {
        var offset = run.Limit.Function.Zip(origin, (f, o) => f - o).ToArray();
        var along = Along(run.Limit.Function, origin, directions);
        var off = offset.Sum(o => o * o) - along.Sum(a => a * a);
        return new SlicePoint("limit", index, along[0], along[1], Math.Sqrt(Math.Max(0, off)));
    }

    /// <summary>Critical points, projected onto a slice.</summary>
    internal static IEnumerable<SlicePoint> Critical(FunctionSpaceSlice slice, CriticalDocument critical) => critical.Points.Select((point, i) =>
    {
        ImmutableArray<double> function = [.. point.Function.Select(value => value.ToDouble())];
        var along = Along(function, slice.Origin, slice.Directions);
        var off = function.Zip(slice.Origin, (f, o) => (f - o) * (f - o)).Sum() - along.Sum(a => a * a);
        return new SlicePoint("critical", null, along[0], along[1], Math.Sqrt(Math.Max(0, off)), i);
    });

    private static ImmutableArray<double> Along(ImmutableArray<double> filter, ImmutableArray<double> origin, ImmutableArray<ImmutableArray<double>> directions) =>
        [.. directions.Select(direction => filter.Zip(origin, (f, o) => f - o).Zip(direction, (o, d) => o * d).Sum())];
}

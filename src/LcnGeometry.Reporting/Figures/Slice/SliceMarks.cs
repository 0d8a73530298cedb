using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The points of a slice and the square that is drawn.</summary>
internal readonly record struct SlicePoints(ImmutableArray<SlicePoint> Points, ImmutableArray<ImmutableArray<double>> Bounds);

/// <summary>The points of a slice as marks.</summary>
internal sealed record SliceMarks
{
    // Relative to the distance of the target from the zero filter, in the metric of the loss.
    private const double OnPlane = 1e-3;

    /// <summary>The marks, the target last.</summary>
    internal required ImmutableArray<Element> Shapes { get; init; }

    /// <summary>Where they are on the panel.</summary>
    internal required ImmutableArray<Dot> Places { get; init; }

    /// <summary>How many limits lie outside the rectangle.</summary>
    internal required int Beyond { get; init; }

    internal static SliceMarks Of(SlicePoints slice, LossSection? loss, ImmutableArray<LimitGroup> groups, Func<double, double, Dot> place)
    {
        var groupOf = groups.SelectMany(group => group.Runs.Select(run => (run, group))).ToDictionary(pair => pair.run, pair => pair.group);
        var shapes = ImmutableArray.CreateBuilder<Element>();
        var places = ImmutableArray.CreateBuilder<Dot>();
        var seen = new HashSet<(double, double, int)>();
        var beyond = 0;
        var near = Near(loss);
        foreach (var point in slice.Points.Where(point => point.Kind == "limit"))
        {
            if (!IsInside(slice, point))
            {
                beyond++;
                continue;
            }

            var dot = place(point.X, point.Y);
            var group = point.Run is { } run && groupOf.TryGetValue(run, out var found) ? found : null;
            if (!seen.Add((Math.Round(dot.X, 1), Math.Round(dot.Y, 1), group?.Index ?? -1))) continue;
            var isOnPlane = point.Distance <= near;
            shapes.Add((group?.Marker ?? Marker.Circle).At(dot.X, dot.Y, 5, (isOnPlane ? "mark s" : "mark hollow s") + (group?.Style ?? "rest")));
            places.Add(dot);
        }

        foreach (var point in slice.Points.Where(point => point.Kind == "target"))
        {
            var dot = place(point.X, point.Y);
            shapes.Add(Marker.Star.At(dot.X, dot.Y, 7.5, "target"));
            places.Add(dot);
        }

        return new SliceMarks { Shapes = shapes.ToImmutable(), Places = places.ToImmutable(), Beyond = beyond };
    }

    /// <summary>The distance up to which a point counts as lying in the plane.</summary>
    internal static double Near(LossSection? loss) => loss is null ? 0 : OnPlane * Math.Sqrt(Math.Max(0, loss.AtZero.ToDouble() - loss.Constant.ToDouble()));

    internal static bool IsInside(SlicePoints slice, SlicePoint point) =>
        point.X >= slice.Bounds[0][0] && point.X <= slice.Bounds[0][1] && point.Y >= slice.Bounds[1][0] && point.Y <= slice.Bounds[1][1];
}

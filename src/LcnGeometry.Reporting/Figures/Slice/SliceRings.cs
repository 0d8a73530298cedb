using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The critical points of a slice: those in the plane, those near it, and how many are neither.</summary>
/// <param name="Places">The points that are drawn.</param>
/// <param name="Sentence">What the caption says about them and about the others.</param>
internal sealed record SliceRings(ImmutableArray<RingPlace> Places, string Sentence)
{
    // Relative to half the side of the square.
    private const double NearPlane = 0.25;

    internal static SliceRings Of(SlicePoints slice, LossSection? loss, CriticalDocument? critical, Func<double, double, Dot> place)
    {
        if (critical is null || !slice.Points.Any(point => point.Kind == "critical")) return new SliceRings([], "");
        var exact = SliceMarks.Near(loss);
        var near = NearPlane * Math.Min(slice.Bounds[0][1] - slice.Bounds[0][0], slice.Bounds[1][1] - slice.Bounds[1][0]) / 2;
        var places = ImmutableArray.CreateBuilder<RingPlace>();
        var left = new List<string>();
        foreach (var point in slice.Points.Where(point => point.Kind == "critical" && point.CriticalPoint is { } index && index >= 0 && index < critical.Points.Length))
        {
            var index = point.CriticalPoint!.Value;
            if (SliceMarks.IsInside(slice, point) && point.Distance <= near) places.Add(new RingPlace(index, critical.Points[index].Kind, place(point.X, point.Y), point.Distance <= exact));
            else left.Add(NumberText.Count(index + 1));
        }

        return new SliceRings(places.ToImmutable(), Caption(places, left));
    }

    private static string Caption(IReadOnlyCollection<RingPlace> places, List<string> left)
    {
        var rings = places.Count == 0 ? "" : "Rings are critical points, numbered as in the table of their chapter" +
            (places.Any(place => !place.IsExact) ? "; a number in brackets lies near the plane and is projected onto it. " : ". ");
        return left.Count switch
        {
            0 => rings,
            1 => rings + $"Critical point {left[0]} lies elsewhere and is not drawn.",
            < 12 => rings + $"Critical points {string.Join(", ", left)} lie elsewhere and are not drawn.",
            _ => rings + $"{NumberText.Count(left.Count)} other critical points lie elsewhere and are not drawn.",
        };
    }
}

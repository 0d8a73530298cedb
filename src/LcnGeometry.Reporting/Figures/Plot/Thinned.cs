namespace LcnGeometry.Reporting;

/// <summary>A polyline without the points that nobody would see.</summary>
internal static class Thinned
{
    private const double Step = 0.8;

    // What runs away is cut off by the clip of the panel anyway, and renderers need not cope with huge coordinates.
    private const double Far = 1e4;

    /// <summary>Drops points closer than a pixel to the one before and points that are nowhere; the ends stay.</summary>
    internal static IEnumerable<Dot> Of(IReadOnlyList<Dot> points)
    {
        Dot? last = null;
        for (var i = 0; i < points.Count; i++)
        {
            if (double.IsNaN(points[i].X) || double.IsNaN(points[i].Y)) continue;
            var point = new Dot(Math.Clamp(points[i].X, -Far, Far), Math.Clamp(points[i].Y, -Far, Far));
            var isFar = last is not { } before || Math.Abs(point.X - before.X) + Math.Abs(point.Y - before.Y) >= Step;
            if (!isFar && i < points.Count - 1) continue;
            last = point;
            yield return point;
        }
    }
}

namespace LcnGeometry.Reporting;

/// <summary>A polyline without the points that nobody would see.</summary>
internal static class Thinned
{
    private const double Step = 0.8;

    /// <summary>Drops points closer than a pixel to the one before; the ends stay.</summary>
    internal static IEnumerable<Dot> Of(IReadOnlyList<Dot> points)
    {
        Dot? last = null;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var isFar = last is not { } before || Math.Abs(point.X - before.X) + Math.Abs(point.Y - before.Y) >= Step;
            if (!isFar && i < points.Count - 1) continue;
            last = point;
            yield return point;
        }
    }
}

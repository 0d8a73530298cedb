using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Flow runs as curves in a slice.</summary>
internal static class SlicePaths
{
    // Starts can be very far away; a renderer need not cope with that.
    private const double Far = 1e4;

    /// <summary>The chosen runs, as the study has projected them.</summary>
    internal static ImmutableArray<(Element Shape, ImmutableArray<Dot> Points)> Of(
        FunctionSpaceSlice slice, ImmutableArray<(int Run, LimitGroup Group)> chosen, Func<double, double, Dot> place)
    {
        var projected = slice.Paths.GroupBy(path => path.Run).ToDictionary(paths => paths.Key, paths => paths.First().Points);
        return [.. chosen.Where(item => projected.ContainsKey(item.Run)).Select(item =>
        {
            ImmutableArray<Dot> points = [.. Thinned.Of([.. projected[item.Run].Select(point => Clamped(place(point[0], point[1])))])];
            return (Svg.Path(points, "path s" + item.Group.Style), points);
        })];
    }

    private static Dot Clamped(Dot dot) => new(Math.Clamp(dot.X, -Far, Far), Math.Clamp(dot.Y, -Far, Far));
}

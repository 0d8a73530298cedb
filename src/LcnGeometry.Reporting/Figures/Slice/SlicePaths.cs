using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Flow runs as curves in a slice.</summary>
internal static class SlicePaths
{
    /// <summary>The chosen runs, as the study has projected them.</summary>
    internal static ImmutableArray<(Element Shape, ImmutableArray<Dot> Points)> Of(
        FunctionSpaceSlice slice, ImmutableArray<(int Run, LimitGroup Group)> chosen, Func<double, double, Dot> place)
    {
        var projected = slice.Paths.GroupBy(path => path.Run).ToDictionary(paths => paths.Key, paths => paths.First().Points);
        return [.. chosen.Where(item => projected.ContainsKey(item.Run)).Select(item =>
        {
            ImmutableArray<Dot> points = [.. Thinned.Of([.. projected[item.Run].Select(point => place(point[0], point[1]))])];
            return (Svg.Path(points, "path s" + item.Group.Style), points);
        })];
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Flow runs as curves in a slice.</summary>
internal static class SlicePaths
{
    // Starts can be very far away; a renderer need not cope with that.
    private const double Far = 1e4;

    /// <summary>The chosen runs, projected onto the plane; none when the projection disagrees with the points of the slice.</summary>
    internal static ImmutableArray<(Element Shape, ImmutableArray<Dot> Points)> Of(
        FunctionSpaceSlice slice, FlowDocument flow, ImmutableArray<(int Run, LimitGroup Group)> chosen, Func<double, double, Dot> place)
    {
        if (SliceProjection.Of(slice, flow) is not { } projection) return [];
        return [.. chosen.Select(item =>
        {
            var projected = flow.Runs[item.Run].Trace.Function.Select(filter => projection.Place(filter)).ToList();
            ImmutableArray<Dot> points = [.. Thinned.Of([.. projected.Select(dot => Clamped(place(dot.X, dot.Y)))])];
            return (Svg.Path(points, "path s" + item.Group.Style), points);
        })];
    }

    private static Dot Clamped(Dot dot) => new(Math.Clamp(dot.X, -Far, Far), Math.Clamp(dot.Y, -Far, Far));
}

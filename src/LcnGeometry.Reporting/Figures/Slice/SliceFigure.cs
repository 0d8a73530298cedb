using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A plane through the target, divided into regions by the number of real roots.</summary>
internal static class SliceFigure
{
    private const int MostPaths = 36, Tints = 5;

    internal static Figure Draw(FunctionSpaceSlice slice, FlowDocument? flow, ImmutableArray<LimitGroup> groups, FigureNumber number)
    {
        var regions = SliceRegions.Of(slice);
        var panel = new Panel(480, 410, "A plane through the target",
            "Regions of filters with equal numbers of real roots, the discriminant curve between them, the target, and the projected limits of the flow runs.");
        var frame = new Frame(panel, left: 52, right: 8, top: 28, bottom: 46);
        var x = frame.LinearX(slice.Bounds[0][0], slice.Bounds[0][1]);
        var y = frame.LinearY(slice.Bounds[1][0], slice.Bounds[1][1]);
        var (hatch, clip) = (number.Id("hatch"), number.Id("clip"));
        panel.Define(Hatch.Pattern(hatch))
            .Define(new Element("clipPath", Svg.Rectangle(frame.Left, frame.Top, frame.Right - frame.Left, frame.Bottom - frame.Top, "")).Set("id", clip));
        var scene = Svg.Group().Set("clip-path", $"url(#{clip})");
        var legend = new Legend();
        foreach (var (count, polygons) in regions)
        {
            var isOutside = count < slice.RequiredRealRoots;
            var cssClass = isOutside ? "region outside" : Tint(count, regions.Keys.Where(other => other >= slice.RequiredRealRoots).ToList());
            var shape = string.Concat(polygons.Select(polygon => Svg.PathText(polygon.Select(At)) + "Z"));
            scene.Add(Svg.Path(shape, cssClass));
            if (isOutside) scene.Add(Svg.Path(shape, "").Set("fill", $"url(#{hatch})"));
            legend.Region(Words.Counted(count, "real root") + (isOutside ? ": not representable" : ""), isOutside ? [cssClass, "hatch"] : [cssClass]);
        }

        scene.AddAll(slice.Curve.Select(curve => Svg.Path(Thinned.Of([.. curve.Select(point => place(point[0], point[1]))]), "discriminant")));
        var boundary = SliceBoundary.Of(slice);
        scene.AddAll(boundary.Select(piece => Svg.Path(Thinned.Of([.. piece.Select(At)]), "boundary")));
        legend.Line("discriminant: two roots coincide", "discriminant");
        if (!boundary.IsEmpty) legend.Line("boundary of the function space", "boundary");

        var marks = SliceMarks.Of(slice, flow?.Loss, groups, place);
        var paths = flow is null ? [] : SlicePaths.Of(slice, flow, RunSelection.Of(groups, MostPaths), place);
        scene.AddAll(paths.Select(path => path.Shape)).AddAll(marks.Shapes);
        legend.Mark("target u, in the plane", Marker.Star, "target");
        foreach (var group in groups.Take(LimitGroup.Styles)) legend.Mark("limit " + group.Label, group.Marker, "mark s" + group.Style);

        panel.Draw(frame.Axes(x, y, slice.DirectionNames[0], slice.DirectionNames[1]), scene);
        panel.DrawAll(SliceLabels.Of(slice, place, marks.Places.Concat(paths.SelectMany(path => path.Points)))
            .Select(label => Svg.Text(label.Place.X, label.Place.Y + 5, Words.Counted(label.RealRoots, "real root"), "region-name middle halo")));
        return new Figure
        {
            Title = "A plane through the target in the space of filters",
            Panels = [panel],
            Legend = legend,
            Caption = [Caption(slice, marks, paths.Length)],
        };

        Dot At(Dot point) => place(point.X, point.Y);
        Dot place(double u, double v) => new(x.At(u), y.At(v));
    }

    private static string Tint(int count, List<int> representable) =>
        "region tint" + NumberText.Count(Math.Min(Tints - 1, representable.IndexOf(count)));

    private static Node Caption(FunctionSpaceSlice slice, SliceMarks marks, int paths)
    {
        var rule = slice.RequiredRealRoots < 2
            ? "The network represents every filter, so no curve here is a boundary of its function space. "
            : $"The network represents the filters with at least {Words.Counted(slice.RequiredRealRoots, "real root")}. ";
        var beyond = marks.Beyond == 0 ? "" : $"{Words.Counted(marks.Beyond, "point lies", "points lie")} beyond the edges. ";
        var curves = paths == 0 ? "" : "Thin curves are projected flow runs. ";
        return rule +
            "Root counts are exact on each of the " + Words.Counted(slice.Lines.Length, "horizontal line") + " sampled; between lines the regions are interpolated. " +
            "Limits of the flow are numerical and lie near the plane rather than in it: they are projected orthogonally in the metric of the loss, and hollow marks are off the plane, " +
            "so the region under a hollow mark need not be its own. " + curves + beyond;
    }
}

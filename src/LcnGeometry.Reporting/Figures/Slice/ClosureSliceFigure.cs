using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A plane through the target, cut by the Zariski closure of a thin function space.</summary>
internal static class ClosureSliceFigure
{
    internal static Figure Draw(ClosureSlice slice, Study study, ImmutableArray<LimitGroup> groups, FigureNumber number)
    {
        var panel = new Panel(480, 494, "A plane through the target",
            "The curve in which the plane meets the Zariski closure of the function space, circles of equal loss, the target, and the limits of the flow runs.");
        var frame = new Frame(panel, left: 52, right: 8, top: 28, bottom: 46);
        var (x, y) = (frame.LinearX(slice.Bounds[0][0], slice.Bounds[0][1]), frame.LinearY(slice.Bounds[1][0], slice.Bounds[1][1]));
        var clip = number.Id("clip");
        panel.Define(new Element("clipPath", Svg.Rectangle(frame.Left, frame.Top, frame.Right - frame.Left, frame.Bottom - frame.Top, "")).Set("id", clip));
        var (points, loss) = (new SlicePoints(slice.Points, slice.Bounds), study.Flow?.Loss ?? study.Critical?.Loss);
        var scene = Svg.Group().Set("clip-path", $"url(#{clip})").Add(SliceCircles.Of(points, x, y));
        foreach (var curve in slice.Curve) scene.Add(Svg.Path(Thinned.Of([.. curve.Select(point => Place(point[0], point[1]))]), "closure-curve"));
        var marks = SliceMarks.Of(points, loss, groups, Place);
        var rings = SliceRings.Of(points, loss, study.Critical, Place);
        panel.Draw(frame.Axes(x, y, slice.DirectionNames[0], slice.DirectionNames[1]), scene.AddAll(marks.Shapes), CriticalRings.Of(rings.Places, marks.Places, frame.Left, frame.Right));
        var legend = new Legend()
            .Line(slice.SmoothPointsRepresentable == VerdictKind.Holds ? "function space" : "Zariski closure", "closure-curve").Line("equal loss", "level").Mark("target u, in the plane", Marker.Star, "target");
        if (study.Critical is { } critical) CriticalRings.Explain(legend, rings.Places, CriticalWords.KnowsTheBest(critical));
        foreach (var group in groups.Take(LimitGroup.Styles)) legend.Mark("limit " + group.Label, group.Marker, "mark s" + group.Style);
        return new Figure
        {
            Title = "A plane through the target, cut by the function space",
            Panels = [panel],
            Legend = legend,
            Caption = [Caption(slice, marks) + rings.Sentence],
        };

        Dot Place(double across, double up) => new(x.At(across), y.At(up));
    }

    private static string Caption(ClosureSlice slice, SliceMarks marks)
    {
        var text = $"The plane meets the Zariski closure in a curve of degree {NumberText.Count(slice.Degree)}. " +
            (slice.SmoothPointsRepresentable == VerdictKind.Holds
                ? "The network represents every smooth point of it; a point where branches cross, and an isolated point, which is not drawn, may be missing. "
                : "The network represents a part of it only; isolated points are not drawn. ") +
            "Circles around u are level sets of the loss: at a critical point of the plane a circle touches the curve. Crossings with the lines of a grid are exact up to drawing and joined. ";
        if (slice.Points.Any(point => point.Kind == "limit")) text += "Limits of the flow are numerical and projected orthogonally in the metric of the loss; hollow marks are off the plane. ";
        return marks.Beyond == 0 ? text : text + $"{Words.Counted(marks.Beyond, "limit lies", "limits lie")} beyond the edges. ";
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A plane through the target, divided into regions by the number of real roots.</summary>
internal sealed class SliceFigure
{
    private const int MostPaths = 36, Tints = 5, Shades = 3;
    private readonly FunctionSpaceSlice _slice;
    private readonly ImmutableArray<LimitGroup> _groups;
    private readonly Panel _panel = new(480, 494, "A plane through the target",
        "Regions of filters with equal numbers of real roots, the discriminant curve between them, circles of equal loss, the target, and the projected limits of the flow runs.");
    private readonly Frame _frame;
    private readonly Scale _x, _y;
    private readonly Element _scene;
    private readonly Legend _legend = new();
    private readonly string _hatch;

    private SliceFigure(FunctionSpaceSlice slice, ImmutableArray<LimitGroup> groups, FigureNumber number)
    {
        (_slice, _groups, _hatch) = (slice, groups, number.Id("hatch"));
        _frame = new Frame(_panel, left: 52, right: 8, top: 28, bottom: 46);
        _x = _frame.LinearX(slice.Bounds[0][0], slice.Bounds[0][1]);
        _y = _frame.LinearY(slice.Bounds[1][0], slice.Bounds[1][1]);
        var clip = number.Id("clip");
        _panel.Define(Hatch.Pattern(_hatch))
            .Define(new Element("clipPath", Svg.Rectangle(_frame.Left, _frame.Top, _frame.Right - _frame.Left, _frame.Bottom - _frame.Top, "")).Set("id", clip));
        _scene = Svg.Group().Set("clip-path", $"url(#{clip})");
    }

    internal static Figure Draw(FunctionSpaceSlice slice, Study study, ImmutableArray<LimitGroup> groups, FigureNumber number) =>
        new SliceFigure(slice, groups, number).Draw(study.Flow?.Loss ?? study.Critical?.Loss, study.Critical);

    private Figure Draw(LossSection? loss, CriticalDocument? critical)
    {
        _panel.Draw(_frame.Axes(_x, _y, _slice.DirectionNames[0], _slice.DirectionNames[1]), _scene);
        DrawRegions();
        if (SliceCircles.Of(new(_slice.Points, _slice.Bounds), _x, _y) is { } circles)
        {
            _scene.Add(circles);
            _legend.Line("equal loss", "level");
        }

        DrawCurves();
        var paths = SlicePaths.Of(_slice, RunSelection.Of(_groups, MostPaths), Place);
        var marks = SliceMarks.Of(new(_slice.Points, _slice.Bounds), loss, _groups, Place);
        _scene.AddAll(paths.Select(path => path.Shape)).AddAll(marks.Shapes);
        var rings = SliceRings.Of(new(_slice.Points, _slice.Bounds), loss, critical, Place);
        _panel.Draw(CriticalRings.Of(rings.Places, marks.Places, _frame.Left, _frame.Right));
        _legend.Mark("target u, in the plane", Marker.Star, "target");
        if (critical is not null) CriticalRings.Explain(_legend, rings.Places, CriticalWords.KnowsTheBest(critical));
        foreach (var group in _groups.Take(LimitGroup.Styles)) _legend.Mark("limit " + group.Label, group.Marker, "mark s" + group.Style);
        var taken = marks.Places.Concat(rings.Places.Select(ring => ring.Place)).Concat(paths.SelectMany(path => path.Points));
        _panel.DrawAll(SliceLabels.Of(_slice, Place, taken)
            .Select(label => Svg.Text(label.Place.X, label.Place.Y + 5, Words.Counted(label.RealRoots, "real root"), "region-name middle halo")));
        return new Figure
        {
            Title = "A plane through the target in the space of filters",
            Panels = [_panel],
            Legend = _legend,
            Caption = [SliceCaption.Of(_slice, marks, paths.Length) + rings.Sentence],
        };
    }

    private Dot Place(double x, double y) => new(_x.At(x), _y.At(y));

    private void DrawRegions()
    {
        var regions = SliceRegions.Of(_slice);
        var (representable, outside) = (regions.Keys.Where(count => count >= _slice.RequiredRealRoots).ToList(), regions.Keys.Where(count => count < _slice.RequiredRealRoots).ToList());
        foreach (var (count, polygons) in regions)
        {
            var isOutside = count < _slice.RequiredRealRoots;
            var cssClass = isOutside
                ? "region outside" + NumberText.Count(Math.Min(Shades - 1, outside.IndexOf(count)))
                : "region tint" + NumberText.Count(Math.Min(Tints - 1, representable.IndexOf(count)));
            var shape = string.Concat(polygons.Select(polygon => Svg.PathText(polygon.Select(point => Place(point.X, point.Y))) + "Z"));
            _scene.Add(Svg.Path(shape, cssClass));
            if (isOutside) _scene.Add(Svg.Path(shape, "").Set("fill", $"url(#{_hatch})"));
            _legend.Region(Words.Counted(count, "real root") + (isOutside ? ": not representable" : ""), isOutside ? [cssClass, "hatch"] : [cssClass]);
        }
    }

    private void DrawCurves()
    {
        _scene.AddAll(_slice.Curve.Select(curve => Svg.Path(Thinned.Of([.. curve.Select(point => Place(point[0], point[1]))]), "discriminant")));
        _legend.Line("discriminant: two roots coincide", "discriminant");
        var boundary = SliceBoundary.Of(_slice);
        _scene.AddAll(boundary.Select(piece => Svg.Path(Thinned.Of([.. piece.Select(point => Place(point.X, point.Y))]), "boundary")));
        if (!boundary.IsEmpty) _legend.Line("boundary of the function space", "boundary");
    }
}

namespace LcnGeometry.Reporting;

/// <summary>The cone seen from the side.</summary>
internal static class ConeSpace
{
    private const double Width = 360, Height = 330, Aside = 0.75;

    internal static Panel Draw(ConeData data, FigureNumber number)
    {
        var view = new ConeView(Width / 2, Height / 2, data.Height, 104, Azimuth(data.Target));
        var surface = new ConeSurface(view, data.Height);
        var panel = new Panel(Width, Height, "The cone in space",
            "Two nappes of a circular cone that meet at the zero filter, with the unconstrained optimum, the limits of the flow runs and the runs themselves.");
        var clip = number.Id("a-clip");
        panel.Define(new Element("clipPath", Svg.Rectangle(0, 0, Width, Height, "")).Set("id", clip));
        var scene = Svg.Group().Set("clip-path", $"url(#{clip})");
        scene.Add(
            Layer(data, view, ConeLayer.Behind), surface.Rims(near: false), surface.Sheets(near: false),
            Layer(data, view, ConeLayer.Within), surface.Sheets(near: true), surface.Rims(near: true), surface.Silhouette(),
            Axes(data, view), Layer(data, view, ConeLayer.InFront));
        var marks = data.Limits.Select(limit => limit.Point).Concat(data.Target is { } target ? [target] : []).Select(view.Place);
        scene.Add(CriticalRings.Of(data.Critical.Select(point => new RingPlace(point.Index, point.Kind, view.Place(point.Point), true)), marks, 0, Width));
        return panel.Draw(scene, Svg.Text(8, 18, "(a)", "panel-name"));
    }

    // The target in front and to one side, on the side from which the axis of c1 is seen longer.
    private static double Azimuth(ConePoint? target)
    {
        if (target is not { Radius: > 0 } u) return -0.9;
        var direction = Math.Atan2(u.Middle, u.Difference);
        return Math.Abs(Math.Cos(direction - Aside)) >= Math.Abs(Math.Cos(direction + Aside)) ? direction - Aside : direction + Aside;
    }

    private static Element Layer(ConeData data, ConeView view, ConeLayer layer)
    {
        var shapes = Svg.Group(layer switch { ConeLayer.Behind => "behind", ConeLayer.Within => "within", _ => null });
        foreach (var (points, group) in data.Paths) AddPieces(shapes, points, group, view, layer);
        foreach (var place in data.Limits.Where(limit => view.LayerOf(limit.Point) == layer)
            .Select(limit => (Key: Rounded(view.Place(limit.Point)), limit.Group)).Distinct())
        {
            shapes.Add(place.Group.Marker.At(place.Key.X, place.Key.Y, 4.5, "mark s" + place.Group.Style));
        }

        if (data.Target is not { } point || view.LayerOf(point) != layer) return shapes;
        var target = view.Place(point);
        var foot = view.Place(point with { Difference = 0, Middle = 0 });
        return shapes.Add(Svg.Line(foot.X, foot.Y, target.X, target.Y, "dropline"), Marker.Star.At(target.X, target.Y, 6.5, "target"));
    }

    // The pieces of a curve that lie in one layer, joined to their neighbours so that no gap shows.
    private static void AddPieces(Element shapes, IReadOnlyList<ConePoint> points, LimitGroup group, ConeView view, ConeLayer layer)
    {
        var piece = new List<Dot>();
        for (var i = 0; i < points.Count; i++)
        {
            var place = view.Place(points[i]);
            var isHere = view.LayerOf(points[i]) == layer;
            if (isHere || piece.Count > 0) piece.Add(place);
            if (!isHere && piece.Count > 0) Flush();
        }

        Flush();

        void Flush()
        {
            if (piece.Count > 1) shapes.Add(Svg.Path(Thinned.Of(piece), "path s" + group.Style));
            piece.Clear();
        }
    }

    private static Element Axes(ConeData data, ConeView view)
    {
        var axes = Svg.Group();
        var reach = data.Height;
        ReadOnlySpan<(ConePoint End, string Name)> ends =
            [(new(-reach, 0, reach), "c₀"), (new(0, 1.3 * reach, 0), "c₁"), (new(reach, 0, reach), "c₂")];
        foreach (var (end, name) in ends)
        {
            var (from, to) = (view.Place(default), view.Place(end));
            var beyond = view.Place(new(1.1 * end.Difference, 1.1 * end.Middle, 1.1 * end.Height));
            axes.Add(Svg.Line(from.X, from.Y, to.X, to.Y, "space-axis"), Svg.Text(beyond.X, beyond.Y + 4, name, "name middle halo"));
        }

        return axes;
    }

    private static Dot Rounded(Dot dot) => new(Math.Round(dot.X, 1), Math.Round(dot.Y, 1));
}

namespace LcnGeometry.Reporting;

/// <summary>The surface in one of its two normal forms.</summary>
internal static class UmbrellaPanel
{
    private const double Width = 360, Height = 400, Unit = 124;
    private const int AxisPieces = 24;
    private const double Share = 1.0 / AxisPieces;

    internal static Panel Draw(UmbrellaData data, bool sameSign, string name)
    {
        var surface = new UmbrellaSurface(sameSign, data.Radius, data.Height, data.NeedsRealRoots);
        var view = new SpaceView(new Dot(Width / 2, (Height / 2) + 6), Unit, sameSign ? -0.40 : -0.55, 0.40);
        var mesh = new UmbrellaMesh(surface, view);
        var panel = new Panel(Width, Height, sameSign ? "Filters whose first and last entries have equal signs" : "Filters whose first and last entries have opposite signs",
            sameSign
                ? "Two Whitney umbrellas, one above and one below, that share the vertical axis. Between their pinch points the axis is a handle that belongs to no sheet."
                : "Two sheets that turn about the vertical axis at right angles to each other and cross along it.");
        var scene = new PaintedScene(view);
        mesh.Paint(scene);
        var axis = Axis(surface);
        foreach (var (from, to, cssClass) in axis) mesh.Curve(scene, from, to, 1, cssClass);
        panel.Draw(scene.ToSvg());
        panel.DrawAll(axis.Where(piece => mesh.IsHidden(0.5 * (piece.From + piece.To))).Select(piece => Svg.Path([mesh.Place(piece.From), mesh.Place(piece.To)], piece.CssClass + " hidden")));
        var (marks, places) = Marks(data, mesh, sameSign);
        if (sameSign)
        {
            foreach (var pinch in (ReadOnlySpan<double>)[-UmbrellaSurface.Pinch, UmbrellaSurface.Pinch])
            {
                var place = mesh.Place(new(0, 0, pinch));
                var isTaken = places.Any(mark => mark.X > place.X - 12 && mark.X < place.X + 60 && Math.Abs(mark.Y - place.Y) < 16);
                panel.Draw(Svg.Circle(place.X, place.Y, 4, "pinch"), Svg.Text(place.X + (isTaken ? -14 : 10), place.Y + 4, pinch < 0 ? "c₂ = −2" : "c₂ = 2", isTaken ? "tick end halo" : "tick halo"));
            }
        }

        panel.Draw(Axes(mesh, surface), marks);
        return panel.Draw(Svg.Text(8, 18, name, "panel-name"), Svg.Text(34, 18, sameSign ? "c₀ = c₄ = 1" : "c₀ = 1, c₄ = −1", "name"));
    }

    // The axis c1 = c3 = 0 in pieces: two sheets meet there, or none.
    private static List<(SpacePoint From, SpacePoint To, string CssClass)> Axis(UmbrellaSurface surface)
    {
        var pieces = new List<(SpacePoint, SpacePoint, string)>();
        double[] stops = surface.SameSign ? [-surface.Height, -UmbrellaSurface.Pinch, UmbrellaSurface.Pinch, surface.Height] : [-surface.Height, surface.Height];
        for (var k = 0; k + 1 < stops.Length; k++)
        {
            var cssClass = surface.IsRepresentableOnAxis(0.5 * (stops[k] + stops[k + 1])) ? "crossing" : "handle";
            // Every other piece of a handle makes dashes.
            for (var i = 0; i < AxisPieces; i += cssClass == "handle" ? 2 : 1)
            {
                var (from, to) = (stops[k] + ((stops[k + 1] - stops[k]) * i / AxisPieces), stops[k] + ((stops[k + 1] - stops[k]) * (i + 1) / AxisPieces));
                pieces.Add((new(0, 0, from), new(0, 0, to), cssClass));
            }
        }

        return pieces;
    }

    // The axes of c1 and c3 stand on that of c2; what lies behind the surface is drawn faintly.
    private static Element Axes(UmbrellaMesh mesh, UmbrellaSurface surface)
    {
        var axes = Svg.Group();
        var (r, h) = (surface.Radius, surface.Height);
        ReadOnlySpan<(SpacePoint From, SpacePoint End, string Name)> all =
            [(default, new(1.15 * r, 0, 0), "c₁"), (default, new(0, 1.15 * r, 0), "c₃"), (new(0, 0, h), new(0, 0, 1.12 * h), "c₂")];
        foreach (var (from, end, name) in all)
        {
            for (var i = 0; i < AxisPieces; i++)
            {
                var (a, b) = (from + (i * Share * (end - from)), from + ((i + 1) * Share * (end - from)));
                var (start, stop) = (mesh.Place(a), mesh.Place(b));
                axes.Add(Svg.Line(start.X, start.Y, stop.X, stop.Y, mesh.IsHidden(0.5 * (a + b)) ? "space-axis hidden" : "space-axis"));
            }

            var label = mesh.Place(1.07 * end);
            axes.Add(Svg.Text(label.X, label.Y + 4, name, "name middle halo"));
        }

        return axes;
    }

    private static (Element Shapes, List<Dot> Places) Marks(UmbrellaData data, UmbrellaMesh mesh, bool sameSign)
    {
        var marks = Svg.Group();
        var places = new List<Dot>();
        foreach (var (point, group) in data.Limits.Where(limit => limit.Point.SameSign == sameSign))
        {
            var place = mesh.Place(InSpace(point));
            places.Add(place);
            marks.Add(group.Marker.At(place.X, place.Y, 4.5, "mark s" + group.Style));
        }

        if (data.Target is { } target && target.SameSign == sameSign)
        {
            var (place, foot) = (mesh.Place(InSpace(target)), mesh.Place(new(0, 0, target.Second)));
            places.Add(place);
            marks.Add(Svg.Line(foot.X, foot.Y, place.X, place.Y, "dropline"), Marker.Star.At(place.X, place.Y, 6.5, "target"));
        }

        var rings = data.Critical.Where(item => item.Point.SameSign == sameSign).Select(item => new RingPlace(item.Index, item.Kind, mesh.Place(InSpace(item.Point)), true)).ToList();
        marks.Add(CriticalRings.Of(rings, places, 0, Width));
        return (marks, [.. places, .. rings.Select(ring => ring.Place)]);
    }

    private static SpacePoint InSpace(UmbrellaPoint point) => new(point.First, point.Third, point.Second);
}

namespace LcnGeometry.Reporting;

/// <summary>The surface as shaded patches in a scene: a box in which the lines have length 1 and the axis runs from -Stretch to Stretch.</summary>
internal sealed class UmbrellaMesh
{
    /// <summary>Half the length of the axis in the scene.</summary>
    internal const double Stretch = 1.3;

    private const int Along = 28, Across = 5, Shades = 16, RulingEvery = 4;
    private const double Lift = 0.12, HiddenFrom = 0.05;
    private static readonly SpacePoint Light = new(0.30, -0.55, 0.78);

    private readonly UmbrellaSurface _surface;
    private readonly SpaceView _view;

    internal UmbrellaMesh(UmbrellaSurface surface, SpaceView view) => (_surface, _view) = (surface, view);

    /// <summary>A point (c1, c3, c2) in the scene.</summary>
    internal SpacePoint InScene(SpacePoint p) => new(p.X / _surface.Radius, p.Y / _surface.Radius, p.Z * Stretch / _surface.Height);

    /// <summary>A point of the scene in (c1, c3, c2).</summary>
    internal SpacePoint OfScene(SpacePoint p) => new(p.X * _surface.Radius, p.Y * _surface.Radius, p.Z * _surface.Height / Stretch);

    internal Dot Place(SpacePoint p) => _view.Place(InScene(p));

    /// <summary>Paints the patches, the outline of each sheet and the part of the axis that belongs to two of them.</summary>
    internal void Paint(PaintedScene scene)
    {
        for (var sheet = 0; sheet < _surface.Sheets; sheet++)
        {
            for (var i = 0; i < Along; i++)
            {
                var (a, b) = (Position(i), Position(i + 1));
                var (nearA, nearB) = (_surface.Radii(sheet, a, Across), _surface.Radii(sheet, b, Across));
                for (var j = 0; j + 1 < nearA.Length; j++)
                {
                    Patch(scene, [_surface.At(sheet, a, nearA[j]), _surface.At(sheet, b, nearB[j]), _surface.At(sheet, b, nearB[j + 1]), _surface.At(sheet, a, nearA[j + 1])]);
                }

                Curve(scene, _surface.At(sheet, a, _surface.Radius), _surface.At(sheet, b, _surface.Radius), 1, "rim");
                if (_surface.Edge(sheet, a) is { } start && _surface.Edge(sheet, b) is { } end) Curve(scene, _surface.At(sheet, a, start), _surface.At(sheet, b, end), 1, "rim");
                if (i > 0 && i % RulingEvery == 0) Curve(scene, _surface.At(sheet, a, 0), _surface.At(sheet, a, _surface.Radius), Across, "ruling");
            }

            foreach (var end in (ReadOnlySpan<double>)[-1, 1]) Curve(scene, _surface.At(sheet, end, 0), _surface.At(sheet, end, _surface.Radius), Across, "rim");
        }
    }

    /// <summary>Paints a straight line from one point (c1, c3, c2) to another, in pieces.</summary>
    internal void Curve(PaintedScene scene, SpacePoint from, SpacePoint to, int pieces, string cssClass)
    {
        var (a, step) = (InScene(from), (1.0 / pieces) * (InScene(to) - InScene(from)));
        for (var i = 0; i < pieces; i++) scene.Piece(a + (i * step), a + ((i + 1) * step), cssClass, Lift);
    }

    /// <summary>Whether the surface stands between a point (c1, c3, c2) and the eye.</summary>
    internal bool IsHidden(SpacePoint point)
    {
        const double step = 0.01;
        var from = InScene(point);
        double before = 0;
        for (var t = HiddenFrom; t < 4; t += step)
        {
            var p = OfScene(from + (t * _view.Eye));
            var value = UmbrellaSurface.Equation(_surface.SameSign, p.X, p.Y, p.Z);
            if (before * value < 0 && Math.Abs(p.Z) <= _surface.Height && (p.X * p.X) + (p.Y * p.Y) <= _surface.Radius * _surface.Radius) return true;
            before = value;
        }

        return false;
    }

    private static double Position(int i) => (2.0 * i / Along) - 1;

    private void Patch(PaintedScene scene, ReadOnlySpan<SpacePoint> corners)
    {
        Span<SpacePoint> placed = [InScene(corners[0]), InScene(corners[1]), InScene(corners[2]), InScene(corners[3])];
        var normal = (placed[2] - placed[0]).Cross(placed[3] - placed[1]);
        if (normal.Length == 0) return;
        var shade = Math.Clamp((int)(Shades * Math.Abs(normal.Dot(Light)) / normal.Length), 0, Shades - 1);
        var middle = 0.25 * (corners[0] + corners[1] + corners[2] + corners[3]);
        scene.Patch(placed, (_surface.IsRepresentable(middle) ? "sheet sheet" : "sheet missing") + NumberText.Count(shade));
    }
}

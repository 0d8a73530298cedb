namespace LcnGeometry.Reporting;

/// <summary>The half-plane of distance from the axis of the cone and height.</summary>
internal static class ConeMeridian
{
    internal static Panel Draw(ConeData data, bool needsRealRoots, FigureNumber number)
    {
        var panel = new Panel(360, 330, "The cone in a half-plane",
            "Distance from the axis of the cone against height. The cone is the two diagonals; to their right both roots are real.");
        var frame = new Frame(panel);
        var reach = data.Height;
        var x = frame.LinearX(0, 1.55 * reach);
        var y = frame.LinearY(-reach, reach);
        var (hatch, clip) = (number.Id("b-hatch"), number.Id("b-clip"));
        panel.Define(Hatch.Pattern(hatch))
            .Define(new Element("clipPath", Svg.Rectangle(frame.Left, frame.Top, frame.Right - frame.Left, frame.Bottom - frame.Top, "")).Set("id", clip));
        var scene = Svg.Group().Set("clip-path", $"url(#{clip})");
        scene.Add(Svg.Rectangle(frame.Left, frame.Top, frame.Right - frame.Left, frame.Bottom - frame.Top, "region inside"));
        Dot[] upper = [At(0, 0), At(reach, reach), At(0, reach)];
        Dot[] lower = [At(0, 0), At(reach, -reach), At(0, -reach)];
        foreach (var nappe in (ReadOnlySpan<Dot[]>)[upper, lower])
        {
            scene.Add(Svg.Polygon(nappe, needsRealRoots ? "region outside" : "region second"));
            if (needsRealRoots) scene.Add(Svg.Polygon(nappe, "").Set("fill", $"url(#{hatch})"));
        }

        panel.Draw(frame.Axes(x, y, "distance from the axis,  √(c₁² + (c₂ − c₀)²)", "height,  c₀ + c₂"));
        scene.Add(Svg.Path([At(reach, reach), At(0, 0), At(reach, -reach)], needsRealRoots ? "boundary" : "discriminant"));
        foreach (var (points, group) in data.Paths)
            scene.Add(Svg.Path(Thinned.Of([.. points.Select(p => At(p.Radius, p.Height))]), "path s" + group.Style));
        foreach (var (dot, group) in data.Limits.Select(limit => (Rounded(At(limit.Point.Radius, limit.Point.Height)), limit.Group)).Distinct())
            scene.Add(group.Marker.At(dot.X, dot.Y, 4.5, "mark s" + group.Style));
        if (data.Target is { } u)
        {
            var target = At(u.Radius, u.Height);
            scene.Add(Marker.Star.At(target.X, target.Y, 6.5, "target"));
        }

        var marks = data.Limits.Select(limit => limit.Point).Concat(data.Target is { } star ? [star] : []).Select(point => At(point.Radius, point.Height));
        scene.Add(CriticalRings.Of(data.Critical.Select(point => new RingPlace(point.Index, point.Kind, At(point.Point.Radius, point.Point.Height), true)), marks, frame.Left, frame.Right));
        panel.Draw(scene, Svg.Text(frame.Right, frame.Top - 11, "(b)", "panel-name end"));
        return panel.Draw(
            Svg.Text(frame.Left + 10, At(0, data.Target is { Height: > 0 } ? -0.84 * reach : 0.84 * reach).Y + 4, "no real root", "region-name halo"),
            Svg.Text(frame.Right - 8, At(0, 0).Y - 8, "two real roots", "region-name end halo"));

        Dot At(double radius, double height) => new(x.At(radius), y.At(height));
    }

    private static Dot Rounded(Dot dot) => new(Math.Round(dot.X, 1), Math.Round(dot.Y, 1));
}

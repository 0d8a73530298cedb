namespace LcnGeometry.Reporting;

/// <summary>The two nappes of the cone as shaded wedges.</summary>
internal sealed class ConeSurface(ConeView view, double height)
{
    private const int Wedges = 40;

    /// <summary>The wedges that turn their outer side away from the eye, or those that turn it to the eye.</summary>
    internal Element Sheets(bool near)
    {
        var sheets = Svg.Group();
        foreach (var upper in (ReadOnlySpan<bool>)[false, true])
        {
            for (var i = 0; i < Wedges; i++)
            {
                var facing = view.Facing(Angle(i + 0.5), upper);
                if (facing > 0 == near) sheets.Add(Wedge(i, upper, near, facing));
            }
        }

        return sheets;
    }

    /// <summary>The circles where the nappes are cut off.</summary>
    internal Element Rims(bool near)
    {
        var rims = Svg.Group();
        foreach (var upper in (ReadOnlySpan<bool>)[false, true])
        {
            for (var i = 0; i < Wedges; i++)
            {
                if (view.Facing(Angle(i + 0.5), upper) > 0 == near)
                    rims.Add(Svg.Path([Rim(i, upper), Rim(i + 1, upper)], near ? "rim" : "rim far"));
            }
        }

        return rims;
    }

    /// <summary>The outermost generators as seen from the eye.</summary>
    internal Element Silhouette()
    {
        var lines = Svg.Group();
        foreach (var upper in (ReadOnlySpan<bool>)[false, true])
        {
            for (var i = 0; i < Wedges; i++)
            {
                if (view.Facing(Angle(i - 0.5), upper) > 0 != view.Facing(Angle(i + 0.5), upper) > 0)
                    lines.Add(Svg.Path([view.Place(default), Rim(i, upper)], "rim"));
            }
        }

        return lines;
    }

    private Element Wedge(int i, bool upper, bool near, double facing)
    {
        var opacity = near ? 0.30 + (0.45 * facing) : 0.16 + (0.22 * -facing);
        return Svg.Polygon([view.Place(default), Rim(i, upper), Rim(i + 1, upper)], near ? "cone near" : "cone far")
            .Set("fill-opacity", opacity).Set("stroke-opacity", opacity);
    }

    private Dot Rim(double i, bool upper)
    {
        var (sin, cos) = Math.SinCos(Angle(i));
        return view.Place(new ConePoint(height * cos, height * sin, upper ? height : -height));
    }

    private double Angle(double i) => view.Azimuth + (2 * Math.PI * i / Wedges);
}

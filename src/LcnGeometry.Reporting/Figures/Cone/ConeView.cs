namespace LcnGeometry.Reporting;

/// <summary>A point in the coordinates in which the discriminant cone is round: difference c2 - c0, middle coefficient c1, height c0 + c2.</summary>
internal readonly record struct ConePoint(double Difference, double Middle, double Height)
{
    /// <summary>The coordinates of a filter with three coefficients; the cone c1^2 = 4 c0 c2 is Radius^2 = Height^2.</summary>
    internal static ConePoint Of(IReadOnlyList<double> filter) => new(filter[2] - filter[0], filter[1], filter[0] + filter[2]);

    /// <summary>The distance from the axis of the cone.</summary>
    internal double Radius => Math.Sqrt((Difference * Difference) + (Middle * Middle));

    internal double Extent => Math.Max(Radius, Math.Abs(Height));
}

/// <summary>How a point lies with respect to the two sheets of the surface, as seen from the eye.</summary>
internal enum ConeLayer
{
    /// <summary>Behind a far sheet.</summary>
    Behind,

    /// <summary>Between the far and the near sheets.</summary>
    Within,

    /// <summary>In front of everything.</summary>
    InFront,
}

/// <summary>A parallel projection of the space of the cone onto the panel.</summary>
internal sealed class ConeView
{
    private const double Elevation = 0.30;
    private readonly SpaceView _view;
    private readonly double _limit;

    /// <summary>Looks at the origin from the given direction around the axis.</summary>
    /// <param name="centreX">Where the origin is drawn.</param>
    /// <param name="centreY">Where the origin is drawn.</param>
    /// <param name="height">The height at which the nappes are cut off, in the units of the filters.</param>
    /// <param name="unit">How long that height is on the panel.</param>
    /// <param name="azimuth">The direction of the eye around the axis, in radians.</param>
    internal ConeView(double centreX, double centreY, double height, double unit, double azimuth)
    {
        _limit = height;
        _view = new SpaceView(new Dot(centreX, centreY), unit / height, azimuth, Elevation);
    }

    internal double Azimuth => _view.Azimuth;

    internal Dot Place(ConePoint p) => _view.Place(new(p.Difference, p.Middle, p.Height));

    /// <summary>The cosine of the angle between the outward normal of a nappe and the direction of the eye.</summary>
    internal double Facing(double angle, bool upper)
    {
        var (sin, cos) = Math.SinCos(angle);
        return ((cos * _view.Eye.X) + (sin * _view.Eye.Y) + (upper ? -_view.Eye.Z : _view.Eye.Z)) / Math.Sqrt(2);
    }

    /// <summary>Follows the ray from the point to the eye and sees which sheets it crosses.</summary>
    internal ConeLayer LayerOf(ConePoint p)
    {
        var eye = _view.Eye;
        var a = (eye.X * eye.X) + (eye.Y * eye.Y) - (eye.Z * eye.Z);
        var b = (p.Difference * eye.X) + (p.Middle * eye.Y) - (p.Height * eye.Z);
        var c = (p.Radius * p.Radius) - (p.Height * p.Height);
        var discriminant = (b * b) - (a * c);
        if (!(discriminant > 0)) return ConeLayer.InFront;
        var root = Math.Sqrt(discriminant);
        var layer = ConeLayer.InFront;
        foreach (var t in (ReadOnlySpan<double>)[(-b - root) / a, (-b + root) / a])
        {
            var isOnSurface = t > 1e-6 * _limit && Math.Abs(p.Height + (t * eye.Z)) <= _limit;
            if (!isOnSurface) continue;
            if ((a * t) + b < 0) return ConeLayer.Behind;
            layer = ConeLayer.Within;
        }

        return layer;
    }
}

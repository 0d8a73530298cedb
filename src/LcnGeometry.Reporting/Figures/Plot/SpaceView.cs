namespace LcnGeometry.Reporting;

/// <summary>A point or a direction in space.</summary>
internal readonly record struct SpacePoint(double X, double Y, double Z)
{
    public static SpacePoint operator +(SpacePoint a, SpacePoint b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static SpacePoint operator -(SpacePoint a, SpacePoint b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static SpacePoint operator *(double factor, SpacePoint a) => new(factor * a.X, factor * a.Y, factor * a.Z);

    internal double Length => Math.Sqrt(Dot(this));

    internal double Dot(SpacePoint other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    internal SpacePoint Cross(SpacePoint other) => new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));
}

/// <summary>A parallel projection of space onto a panel.</summary>
internal sealed class SpaceView
{
    private readonly Dot _centre;
    private readonly double _unit;
    private readonly SpacePoint _right, _up;

    /// <summary>Looks at the origin from a direction around the vertical axis.</summary>
    /// <param name="centre">Where the origin is drawn.</param>
    /// <param name="unit">How long a unit is on the panel.</param>
    /// <param name="azimuth">The direction of the eye around the axis, in radians.</param>
    /// <param name="elevation">How far the eye is above the horizon, in radians.</param>
    internal SpaceView(Dot centre, double unit, double azimuth, double elevation)
    {
        (_centre, _unit, Azimuth) = (centre, unit, azimuth);
        var (sin, cos) = Math.SinCos(azimuth);
        var (rise, run) = Math.SinCos(elevation);
        Eye = new(run * cos, run * sin, rise);
        _right = new(-sin, cos, 0);
        _up = new(-rise * cos, -rise * sin, run);
    }

    internal double Azimuth { get; }

    /// <summary>The direction of the eye, of length one.</summary>
    internal SpacePoint Eye { get; }

    internal Dot Place(SpacePoint p) => new(_centre.X + (_unit * _right.Dot(p)), _centre.Y - (_unit * _up.Dot(p)));

    /// <summary>How near the eye a point is: larger is nearer.</summary>
    internal double Nearness(SpacePoint p) => Eye.Dot(p);
}

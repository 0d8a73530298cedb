using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A shape for points, told apart without colour.</summary>
internal sealed class Marker
{
    private readonly ImmutableArray<Dot> _corners;

    private Marker(params ReadOnlySpan<Dot> corners) => _corners = [.. corners];

    internal static Marker Circle { get; } = new();

    internal static Marker Square { get; } = new(new(-0.85, -0.85), new(0.85, -0.85), new(0.85, 0.85), new(-0.85, 0.85));

    internal static Marker Triangle { get; } = new(new(0, -1.15), new(1.05, 0.8), new(-1.05, 0.8));

    internal static Marker Diamond { get; } = new(new(0, -1.2), new(1.2, 0), new(0, 1.2), new(-1.2, 0));

    internal static Marker Wedge { get; } = new(new(0, 1.15), new(1.05, -0.8), new(-1.05, -0.8));

    internal static Marker Cross { get; } = new(
        new(-0.35, -1.1), new(0.35, -1.1), new(0.35, -0.35), new(1.1, -0.35), new(1.1, 0.35), new(0.35, 0.35),
        new(0.35, 1.1), new(-0.35, 1.1), new(-0.35, 0.35), new(-1.1, 0.35), new(-1.1, -0.35), new(-0.35, -0.35));

    /// <summary>A star with four points, kept for the target.</summary>
    internal static Marker Star { get; } = new(
        new(0, -1.7), new(0.42, -0.42), new(1.7, 0), new(0.42, 0.42), new(0, 1.7), new(-0.42, 0.42), new(-1.7, 0), new(-0.42, -0.42));

    /// <summary>One shape per series.</summary>
    internal static ImmutableArray<Marker> Series { get; } = [Circle, Square, Triangle, Diamond, Wedge, Cross];

    /// <summary>The shape around a point.</summary>
    internal Element At(double x, double y, double radius, string cssClass) => _corners.IsEmpty
        ? Svg.Circle(x, y, radius, cssClass)
        : Svg.Polygon(_corners.Select(corner => new Dot(x + (radius * corner.X), y + (radius * corner.Y))), cssClass);
}

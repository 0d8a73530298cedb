using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Shapes in space, drawn from the farthest to the nearest, so that nearer ones cover those behind them.</summary>
internal sealed class PaintedScene(SpaceView view)
{
    private readonly List<(double Nearness, Element Shape)> _shapes = [];
    private readonly List<(double Nearness, ImmutableArray<Dot> Corners)> _patches = [];

    /// <summary>The patches in the order of drawing.</summary>
    internal IEnumerable<(double Nearness, ImmutableArray<Dot> Corners)> Patches => _patches.OrderBy(patch => patch.Nearness);

    /// <summary>Adds a small flat patch.</summary>
    internal void Patch(ReadOnlySpan<SpacePoint> corners, string cssClass)
    {
        var dots = new Dot[corners.Length];
        double nearness = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            dots[i] = view.Place(corners[i]);
            nearness += view.Nearness(corners[i]) / corners.Length;
        }

        _patches.Add((nearness, [.. dots]));
        _shapes.Add((nearness, Svg.Polygon(dots, cssClass)));
    }

    /// <summary>Adds a short piece of a curve; where it lies in a surface it is drawn over the patches around it.</summary>
    /// <param name="from">Where the piece begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="cssClass">What it looks like.</param>
    /// <param name="lift">By how much it is moved towards the eye in the order: about the size of a patch.</param>
    internal void Piece(SpacePoint from, SpacePoint to, string cssClass, double lift) =>
        _shapes.Add((lift + (0.5 * (view.Nearness(from) + view.Nearness(to))), Svg.Path([view.Place(from), view.Place(to)], cssClass)));

    /// <summary>The shapes in the order of drawing.</summary>
    internal Element ToSvg() => Svg.Group().AddAll(_shapes.OrderBy(shape => shape.Nearness).Select(shape => shape.Shape));
}

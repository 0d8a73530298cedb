using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Roots of real forms in the disc onto which the closed upper half-plane maps.</summary>
/// <remarks>Real roots lie on the circle, with 0 at the bottom and infinity at the top; a pair of complex roots is one point inside. The map is z to i(z - i)/(z + i).</remarks>
internal sealed class RootDisc
{
    private const double Radius = 128, Centre = 180;
    private static readonly ImmutableArray<(double Value, string Label)> Ticks =
        [(0, "0"), (0.5, "½"), (1, "1"), (2, "2"), (4, "4"), (-0.5, "−½"), (-1, "−1"), (-2, "−2"), (-4, "−4"), (double.PositiveInfinity, "∞")];

    private readonly Panel _panel;

    internal RootDisc(string title, string description)
    {
        _panel = new Panel(2 * Centre, (2 * Centre) - 14, title, description);
        _panel.Draw(
            Svg.Circle(Centre, Centre - 7, Radius, "disc"),
            Svg.Line(Centre - Radius, Centre - 7, Centre + Radius, Centre - 7, "grid"),
            Svg.Line(Centre, Centre - 7 - Radius, Centre, Centre - 7 + Radius, "grid"),
            Svg.Text(Centre + 5, Centre + 8, "i", "tick italic"));
        foreach (var (value, label) in Ticks) DrawTick(value, label);
        _panel.Draw(Svg.Circle(Centre, Centre - 7, Radius, "realline"));
    }

    internal Panel Panel => _panel;

    /// <summary>The place of a root; the lower half-plane folds onto the upper one, and infinite parts mean infinity.</summary>
    internal static Dot Place(double re, double im)
    {
        if (double.IsNaN(re) || double.IsNaN(im)) throw new ArgumentException("A root is not a number.");
        im = Math.Abs(im);
        var scale = Math.Max(1, Math.Max(Math.Abs(re), im));
        if (double.IsInfinity(scale)) return new Dot(Centre, Centre - 7 - Radius);

        // i (z - i)/(z + i) with z = re + i im, numerator and denominator divided by the scale.
        var (x, up, down) = (re / scale, (im + 1) / scale, (im - 1) / scale);
        var size = (x * x) + (up * up);
        var realPart = ((x * x) + (down * up)) / size;
        var imaginaryPart = ((down * x) - (x * up)) / size;
        return new Dot(Centre + (Radius * -imaginaryPart), Centre - 7 - (Radius * realPart));
    }

    /// <summary>The place of a root of the target.</summary>
    internal static Dot Place(RootRow root) => root.Kind == "infinity"
        ? Place(double.PositiveInfinity, 0)
        : Place(root.Re?.ToDouble() ?? 0, root.Im?.ToDouble() ?? 0);

    /// <summary>Draws a root with its name beside it, away from the centre.</summary>
    internal void Draw(Dot place, Element mark, string? label = null)
    {
        _panel.Draw(mark);
        if (label is null) return;
        var (dx, dy) = (place.X - Centre, place.Y - (Centre - 7));
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var inward = length > 0.8 * Radius ? -17 : 17;
        _panel.Draw(Svg.Text(place.X + (inward * dx / length), place.Y + (inward * dy / length) + 4, label, "mark-label middle"));
    }

    private void DrawTick(double value, string label)
    {
        var place = Place(value, 0);
        var (dx, dy) = ((place.X - Centre) / Radius, (place.Y - (Centre - 7)) / Radius);
        _panel.Draw(
            Svg.Line(place.X, place.Y, place.X + (5 * dx), place.Y + (5 * dy), "axis"),
            Svg.Text(place.X + (17 * dx), place.Y + (15 * dy) + 4, label, double.IsInfinity(value) ? "tick middle infinity" : "tick middle"));
    }
}

namespace LcnGeometry.Reporting;

/// <summary>The rectangle that data are drawn in, its axes and their names.</summary>
internal sealed class Frame
{
    private readonly double _left, _right, _top, _bottom;

    /// <summary>A frame with room for labels around it.</summary>
    internal Frame(Panel panel, double left = 54, double right = 12, double top = 26, double bottom = 44) =>
        (_left, _right, _top, _bottom) = (left, panel.Width - right, top, panel.Height - bottom);

    internal double Left => _left;

    internal double Right => _right;

    internal double Top => _top;

    internal double Bottom => _bottom;

    internal Scale LinearX(double lower, double upper) => Scale.Linear(lower, upper, _left, _right);

    internal Scale LinearY(double lower, double upper) => Scale.Linear(lower, upper, _bottom, _top);

    internal Scale LogarithmicX(double lower, double upper) => Scale.Logarithmic(lower, upper, _left, _right);

    internal Scale LogarithmicY(double lower, double upper) => Scale.Logarithmic(lower, upper, _bottom, _top);

    /// <summary>Grid, ticks and names of the two axes; the vertical one is named above itself so that nothing has to be turned.</summary>
    internal Element Axes(Scale x, Scale y, string nameX, string nameY, int ticksX = 5, int ticksY = 5)
    {
        var axes = Svg.Group("axes");
        foreach (var tick in y.Ticks(ticksY))
        {
            axes.Add(Svg.Line(_left, y.At(tick.Value), _right, y.At(tick.Value), "grid"),
                Svg.Text(_left - 6, y.At(tick.Value) + 4, tick.Label, "tick end"));
        }

        foreach (var tick in x.Ticks(ticksX))
        {
            axes.Add(Svg.Line(x.At(tick.Value), _bottom, x.At(tick.Value), _bottom + 4, "axis"),
                Svg.Text(x.At(tick.Value), _bottom + 17, tick.Label, "tick middle"));
        }

        return axes.Add(
            Svg.Line(_left, _bottom, _right, _bottom, "axis"),
            Svg.Text((_left + _right) / 2, _bottom + 35, nameX, "name middle"),
            Svg.Text(4, _top - 11, nameY, "name"));
    }
}

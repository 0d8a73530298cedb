using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The coefficients of the unconstrained optimum and of the best limit of the flow.</summary>
internal static class FilterFigure
{
    private const double Largest = 1e300;

    /// <summary>The figure; null when numbers are beyond what can be drawn.</summary>
    internal static Figure? Draw(LossSection loss, FlowRunRow? best, bool isPredictor)
    {
        var target = loss.U.Select(u => u.ToDouble()).ToImmutableArray();
        if (target.Any(value => !(Math.Abs(value) < Largest))) return null;
        if (target.All(value => value == 0) || (best?.Limit.Function.Any(value => !(Math.Abs(value) < Largest)) ?? false)) best = null;
        var values = best is null ? target : target.AddRange(best.Limit.Function);
        var isSmall = target.Length <= 8;
        var panel = new Panel(isSmall ? 360 : 480, 250, "Coefficients of the unconstrained optimum", "One stem per coefficient of the filter, with the filter of the best flow run beside it.");
        var frame = new Frame(panel, left: 48, right: 8);
        var x = Scale.Linear(-0.6, target.Length - 0.4, frame.Left, frame.Right);
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var room = high > low ? 0.08 * (high - low) : 1;
        var y = frame.LinearY(low - room, high + room);
        panel.Draw(Axes(frame, x, y, target.Length, isPredictor));
        var shift = best is null ? 0 : Math.Min(7, 0.18 * (x.At(1) - x.At(0)));
        for (var i = 0; i < target.Length; i++)
        {
            Stem(i, target[i], -shift, "stem s0", Marker.Circle, "mark s0");
            if (best is not null) Stem(i, best.Limit.Function[i], shift, "stem s1", Marker.Square, "mark hollow s1");
        }

        var legend = new Legend().Mark("unconstrained optimum u", Marker.Circle, "mark s0");
        if (best is not null) legend.Mark("flow run with the least loss", Marker.Square, "mark hollow s1");
        return new Figure
        {
            Title = best is null ? "The unconstrained optimum" : "The unconstrained optimum and the best filter that the flow found",
            Panels = [panel],
            Legend = legend,
            Caption = [(isPredictor ? "The entry on the right multiplies the latest value of the series. " : "") + "The optimum is exact up to drawing" + (best is null ? "." : "; the flow’s filter is numerical.")],
        };

        void Stem(int i, double value, double offset, string stem, Marker marker, string mark) => panel.Draw(
            Svg.Line(x.At(i) + offset, y.At(0), x.At(i) + offset, y.At(value), stem),
            marker.At(x.At(i) + offset, y.At(value), 4.5, mark));
    }

    private static Element Axes(Frame frame, Scale x, Scale y, int size, bool isPredictor)
    {
        var axes = Svg.Group("axes");
        foreach (var tick in y.Ticks(5))
        {
            axes.Add(Svg.Line(frame.Left, y.At(tick.Value), frame.Right, y.At(tick.Value), "grid"),
                Svg.Text(frame.Left - 6, y.At(tick.Value) + 4, tick.Label, "tick end"));
        }

        axes.Add(Svg.Line(frame.Left, y.At(0), frame.Right, y.At(0), "axis"));
        var every = Math.Max(1, (size + 15) / 16);
        for (var i = 0; i < size; i += every)
            axes.Add(Svg.Text(x.At(i), frame.Bottom + 17, "c" + Subscript(i), "tick middle"));
        return axes.Add(
            Svg.Text((frame.Left + frame.Right) / 2, frame.Bottom + 35, isPredictor ? "coefficient, oldest value first" : "coefficient, index = power of x", "name middle"),
            Svg.Text(4, frame.Top - 11, "value", "name"));
    }

    private static string Subscript(int index) => string.Concat(NumberText.Count(index).Select(digit => (char)('₀' + (digit - '0'))));
}

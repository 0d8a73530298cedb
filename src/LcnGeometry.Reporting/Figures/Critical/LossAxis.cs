namespace LcnGeometry.Reporting;

/// <summary>A horizontal axis for losses above the optimum: linear, or logarithmic with a place of its own for zero.</summary>
internal sealed class LossAxis
{
    private const double Spread = 60, Gap = 34;
    private readonly Scale _scale;
    private readonly double _zero, _floor;

    private LossAxis(Scale scale, bool isLogarithmic, double zero, double floor) => (_scale, IsLogarithmic, _zero, _floor) = (scale, isLogarithmic, zero, floor);

    internal bool IsLogarithmic { get; }

    /// <summary>An axis for the values.</summary>
    /// <param name="values">Losses above the optimum.</param>
    /// <param name="floor">Values below this are zero up to rounding.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="right">Where it ends.</param>
    internal static LossAxis Of(IEnumerable<double> values, double floor, double left, double right)
    {
        var positive = values.Where(value => value > floor).ToList();
        if (positive.Count == 0) return new LossAxis(Scale.Linear(0, 1, left, right - 12), false, left, floor);
        var (low, high) = (positive.Min(), positive.Max());
        return high > Spread * low
            ? new LossAxis(Scale.Logarithmic(low * 0.7, high * 1.3, left + Gap, right), true, left, floor)
            : new LossAxis(Scale.Linear(0, high * 1.06, left, right), false, left, floor);
    }

    internal double At(double value) => value <= _floor ? _zero : _scale.At(value);

    internal Element Draw(Frame frame)
    {
        var axis = Svg.Group("axes");
        foreach (var tick in _scale.Ticks(6))
        {
            if (!IsLogarithmic && tick.Value == 0) continue;
            axis.Add(Svg.Line(_scale.At(tick.Value), frame.Bottom, _scale.At(tick.Value), frame.Bottom + 4, "axis"), Svg.Text(_scale.At(tick.Value), frame.Bottom + 17, tick.Label, "tick middle"));
        }

        var break_ = _zero + (Gap / 2);
        axis.Add(
            IsLogarithmic ? Svg.Line(frame.Left, frame.Bottom, break_ - 3, frame.Bottom, "axis") : null,
            Svg.Line(IsLogarithmic ? break_ + 3 : frame.Left, frame.Bottom, frame.Right, frame.Bottom, "axis"),
            IsLogarithmic ? Svg.Path([new Dot(break_ - 5, frame.Bottom + 4), new Dot(break_ - 1, frame.Bottom - 4)], "axis") : null,
            IsLogarithmic ? Svg.Path([new Dot(break_ + 1, frame.Bottom + 4), new Dot(break_ + 5, frame.Bottom - 4)], "axis") : null);
        return axis.Add(
            Svg.Line(_zero, frame.Bottom, _zero, frame.Bottom + 4, "axis"),
            Svg.Text(_zero, frame.Bottom + 17, "0", "tick middle"),
            Svg.Text((frame.Left + frame.Right) / 2, frame.Bottom + 36, "loss above that of u", "name middle"));
    }
}

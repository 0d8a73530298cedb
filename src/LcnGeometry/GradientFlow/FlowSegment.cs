namespace LcnGeometry;

/// <summary>The dense output of one step, in units of the data.</summary>
internal sealed class FlowSegment
{
    private readonly double[] _start;
    private readonly double[][] _dense;
    private readonly double _length;

    public FlowSegment(double time, ExplicitStep step, double part, FlowUnits units)
    {
        _start = Scaled(step.At(0), units.Weights);
        _dense = [.. step.Dense.Select(vector => Scaled(vector, units.Weights))];
        _length = FlowUnits.Scale(step.Length, units.Time);
        Start = time;
        End = time + (part * _length);
    }

    /// <summary>The time at which the segment begins.</summary>
    public double Start { get; }

    /// <summary>The time at which it ends: that of the step, or of the run.</summary>
    public double End { get; }

    /// <summary>The weights at a time of the segment.</summary>
    public double[] At(double time)
    {
        var part = _length > 0 ? Math.Clamp((time - Start) / _length, 0, 1) : 0;
        var point = new double[_start.Length];
        for (var i = 0; i < point.Length; i++) point[i] = _start[i] + ExplicitStep.Interpolate(_dense, i, part);
        return point;
    }

    private static double[] Scaled(double[] vector, int exponent) => [.. vector.Select(entry => FlowUnits.Scale(entry, exponent))];
}

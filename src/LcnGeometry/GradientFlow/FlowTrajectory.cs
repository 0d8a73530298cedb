using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>A trajectory of gradient flow at every time, by dense output.</summary>
/// <remarks>
/// Numerical: between the steps, which are as accurate as the tolerance says, an interpolant of order 7 that is once differentiable.
/// </remarks>
public sealed class FlowTrajectory
{
    private readonly Architecture _net;
    private readonly ImmutableArray<FlowSegment> _segments;

    internal FlowTrajectory(Architecture net, FlowRun run, IEnumerable<FlowSegment> segments)
    {
        (_net, Run) = (net, run);

        // Steps too short for the clock leave no time between their ends.
        _segments = [.. segments.Where(segment => segment.End > segment.Start)];
    }

    /// <summary>The run: its end, invariants and trace.</summary>
    public FlowRun Run { get; }

    /// <summary>The time of the end.</summary>
    public double End => Run.Time;

    /// <summary>The filters at a time.</summary>
    /// <param name="time">A time from 0 to <see cref="End"/>.</param>
    /// <returns>One filter per layer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the start or after the end.</exception>
    public ImmutableArray<ImmutableArray<double>> At(double time)
    {
        if (!(time >= 0 && time <= End)) throw new ArgumentOutOfRangeException(nameof(time), $"The time is {Scalar.Format(time)}; the run lasts from 0 to {Scalar.Format(End)}.");
        if (time == 0 || _segments.IsEmpty) return Run.Start;
        if (time == End) return Run.Limit.Filters;
        int first = 0, last = _segments.Length - 1;
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (_segments[middle].End < time) first = middle + 1;
            else last = middle;
        }

        return Layers(_segments[first].At(time));
    }

    /// <summary>The times at which a function of the filters changes its sign.</summary>
    /// <param name="function">A continuous function of the filters, one per layer; where it is not a number it counts as zero.</param>
    /// <param name="samples">How often each step is looked at, at least 1.</param>
    /// <param name="token">Cancels the search.</param>
    /// <returns>Ascending times, each to rounding, where the function passes from one sign to the other or to zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no samples.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> numerical: every change of sign between two samples gives a time; two changes between neighboring samples are missed.</para>
    /// <para><b>Method:</b> samples of the dense output, then bisection.</para>
    /// <para><b>Cost:</b> <c>samples</c> evaluations per step and about 50 per event.</para>
    /// <para><b>Source:</b> Hairer, Nørsett, Wanner, "Solving ordinary differential equations I".</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("1,1");
    /// var loss = QuadraticLoss.FromTarget([4], Metric.Identity(1));
    /// var trajectory = FilterFlow.Trajectory(net, loss, [[3.0], [0.5]], new FlowOptions(), CancellationToken.None);
    /// var half = trajectory.Times(filters => (filters[0][0] * filters[1][0]) - 2).Single();   // when the product passes 2
    /// </code>
    /// </example>
    public ImmutableArray<double> Times(Func<ImmutableArray<ImmutableArray<double>>, double> function, int samples = 4, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (samples < 1) throw new ArgumentOutOfRangeException(nameof(samples), $"{samples} samples are too few; at least 1.");
        var times = ImmutableArray.CreateBuilder<double>();
        var before = 0.0;
        var sign = SignOf(function(Run.Start));
        foreach (var segment in _segments)
        {
            token.ThrowIfCancellationRequested();
            for (var k = 1; k <= samples; k++)
            {
                var after = k == samples ? segment.End : segment.Start + ((segment.End - segment.Start) * k / samples);
                if (!(after > before)) continue;
                int SignAt(double time) => SignOf(function(Layers(segment.At(time))));
                var next = SignAt(after);
                if (next != sign && sign != 0) times.Add(Bisect(before, after, time => SignAt(time) == sign));
                (before, sign) = (after, next);
            }
        }

        return times.ToImmutable();
    }

    private static int SignOf(double value) => value > 0 ? 1 : value < 0 ? -1 : 0;

    private static double Bisect(double before, double after, Func<double, bool> isBefore)
    {
        while (true)
        {
            var middle = before + ((after - before) / 2);
            if (!(middle > before && middle < after)) return after;
            if (isBefore(middle)) before = middle;
            else after = middle;
        }
    }

    private ImmutableArray<ImmutableArray<double>> Layers(double[] point)
    {
        var (layers, offset) = (ImmutableArray.CreateBuilder<ImmutableArray<double>>(_net.Depth), 0);
        foreach (var size in _net.Filters)
        {
            layers.Add([.. point.AsSpan(offset, size)]);
            offset += size;
        }

        return layers.MoveToImmutable();
    }
}

using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Follows the runs of a census by gradient flow.</summary>
internal sealed class FlowTraining(CensusPlan plan)
{
    // The trace is not looked at.
    private static readonly FlowOptions Options = new() { TraceSamples = 2 };

    /// <summary>The end of one run.</summary>
    public TrainingEnd Run(int dataset, int init, QuadraticLoss loss, CancellationToken token)
    {
        var weights = new double[plan.Net.Filters.Sum()];
        plan.Start(dataset, init, weights);
        var start = ImmutableArray.CreateBuilder<ImmutableArray<double>>(plan.Net.Depth);
        var offset = 0;
        foreach (var size in plan.Net.Filters)
        {
            start.Add(ImmutableArray.Create(weights, offset, size));
            offset += size;
        }

        var run = FilterFlow.Run(plan.Net, loss, start.MoveToImmutable(), Options, token);
        return new TrainingEnd
        {
            Status = run.Status,
            Steps = run.Steps,
            Weights = [.. run.Limit.Filters.SelectMany(filter => filter)],
            Function = [.. run.Limit.Function],
            Loss = run.Limit.Loss,
            Distance = run.RelativeDistance,
            IsZero = run.Limit.RealPattern == "zero",
            Pattern = run.Pattern,
            Repeated = run.Limit.RepeatedFilters,
        };
    }
}

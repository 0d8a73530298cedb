using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>What is certified about one data set of a census, and the rows of the runs on it.</summary>
internal sealed class CensusDataset
{
    private readonly int _number;
    private readonly string _targetPattern;
    private readonly CriticalPointSet? _points;
    private readonly CriticalMatch _match;
    private readonly double? _least;

    /// <param name="number">The number of the data set.</param>
    /// <param name="targetPattern">The root pattern of its target.</param>
    /// <param name="points">Its critical points; null if they are not known.</param>
    public CensusDataset(int number, string targetPattern, CriticalPointSet? points)
    {
        (_number, _targetPattern, _points) = (number, targetPattern, points);
        _match = new CriticalMatch(points);
        _least = LeastLoss(points);
    }

    /// <summary>The row of one run.</summary>
    public CensusRow Row(int init, long seed, TrainingEnd end, LayerProducts layers)
    {
        var row = new CensusRow
        {
            Dataset = _number,
            Init = init,
            Seed = seed,
            TargetPattern = _targetPattern,
            EndLoss = end.Loss,
            GlobalLoss = _least,
            Repeated = string.Join(';', end.Repeated.Select(pair => $"{pair[0]}-{pair[1]}")),
            Status = StatusOf(end.Status),
            Steps = end.Steps,
        };
        if (end.Status != FlowStatus.Converged) return row;
        if (_match.Of(end.Function, end.Distance, end.IsZero) is not { } index)
        {
            return end.IsZero || end.Pattern is not null ? row with { EndPattern = PatternOf(end) } : row with { Status = CensusStatus.NearDegenerate };
        }

        var point = _points![index];
        var factorization = _match.Factorization(index, layers, end.Weights, end.Distance) is { } f ? point.Factorizations[f] : null;
        var isTold = end.IsZero || (end.Pattern is not null && (point.RealPattern is null || point.RealPattern.Equals(end.Pattern)));
        var isConfirmed = isTold && (factorization is null || Same(factorization.RepeatedFilters, end.Repeated));
        return row with
        {
            EndPattern = isConfirmed ? PatternOf(end) : "",
            Status = isConfirmed ? CensusStatus.Converged : CensusStatus.NearDegenerate,
            CriticalPoint = index,
            Kind = point.Zero is { IsGlobalMinimum: true } ? CriticalPointKind.GlobalMinimum : factorization?.Kind ?? (point.Kind is CriticalPointKind.Mixed ? null : point.Kind),
        };
    }

    private static string PatternOf(TrainingEnd end) => end.IsZero ? "zero" : end.Pattern!.ToString();

    private static CensusStatus StatusOf(FlowStatus status) => status switch
    {
        FlowStatus.Converged => CensusStatus.Converged,
        FlowStatus.Budget => CensusStatus.Budget,
        FlowStatus.Stiff => CensusStatus.Stiff,
        _ => CensusStatus.Diverging,
    };

    /// <summary>The middle of the enclosure of the least loss, if some point is proved to be a global minimum.</summary>
    private static double? LeastLoss(CriticalPointSet? points)
    {
        double? least = null;
        foreach (var point in points ?? Enumerable.Empty<CriticalPoint>())
        {
            if (point.Kind != CriticalPointKind.GlobalMinimum && point.Zero is not { IsGlobalMinimum: true }) continue;
            least = least is { } known ? Math.Min(known, point.Loss.Midpoint) : point.Loss.Midpoint;
        }

        return least;
    }

    private static bool Same(ImmutableArray<ImmutableArray<int>> left, ImmutableArray<ImmutableArray<int>> right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!left[i].AsSpan().SequenceEqual(right[i].AsSpan())) return false;
        }

        return true;
    }
}

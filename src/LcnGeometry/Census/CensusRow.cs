namespace LcnGeometry;

/// <summary>How training is followed to its end.</summary>
public enum CensusMethod
{
    /// <summary>Gradient descent with the step control of <see cref="DescentOptions"/>.</summary>
    Descent,

    /// <summary>Gradient flow by <see cref="FilterFlow"/>.</summary>
    Flow,
}

/// <summary>How one training run of a census ended.</summary>
public enum CensusStatus
{
    /// <summary>It converged, and its limit has a clear root pattern.</summary>
    Converged,

    /// <summary>It converged, but no distance tells single from multiple roots, or the certified critical point at the limit has another pattern.</summary>
    NearDegenerate,

    /// <summary>The budget of steps was spent first.</summary>
    Budget,

    /// <summary>Only for the flow: the steps became too small to finish.</summary>
    Stiff,

    /// <summary>The weights left the range of doubles.</summary>
    Diverging,
}

/// <summary>One training run of a census: a line of its table of runs.</summary>
public sealed record CensusRow
{
    /// <summary>The number of the data set, from 0.</summary>
    public required int Dataset { get; init; }

    /// <summary>The number of the start for this data set, from 0.</summary>
    public required int Init { get; init; }

    /// <summary>The seed of the census.</summary>
    public required long Seed { get; init; }

    /// <summary>The real root pattern of the target, exactly; <c>zero</c> for the zero target.</summary>
    public required string TargetPattern { get; init; }

    /// <summary>The real root pattern of the limit, told from the roots of each of its filters; empty unless the status is converged.</summary>
    public string EndPattern { get; init; } = "";

    /// <summary>The loss at the end, the constant included.</summary>
    public required double EndLoss { get; init; }

    /// <summary>The least loss of all functions of the network, certified; null if the list of critical points is not complete.</summary>
    public double? GlobalLoss { get; init; }

    /// <summary>The place (from 0) of the certified critical point at the limit in the list of critical points; null if there is none, or not clearly one.</summary>
    public int? CriticalPoint { get; init; }

    /// <summary>What the limit is to the loss: the kind of the certified factorization at the limit.</summary>
    public CriticalPointKind? Kind { get; init; }

    /// <summary>Pairs of layers, 1-based, whose filters are proportional at the end: <c>1-2</c>, <c>1-2;3-4</c>; empty if there are none.</summary>
    public required string Repeated { get; init; }

    /// <summary>How the run ended.</summary>
    public required CensusStatus Status { get; init; }

    /// <summary>Steps to the end.</summary>
    public required int Steps { get; init; }
}

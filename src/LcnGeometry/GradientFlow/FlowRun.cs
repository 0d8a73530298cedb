using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One trajectory of gradient flow: how it ended, where, and what it conserved.</summary>
public sealed record FlowRun
{
    /// <summary>The start filters.</summary>
    public required ImmutableArray<ImmutableArray<double>> Start { get; init; }

    /// <summary>How the run ended.</summary>
    public required FlowStatus Status { get; init; }

    /// <summary>Accepted steps of the integrator.</summary>
    public required int Steps { get; init; }

    /// <summary>The flow time at the end.</summary>
    public required double Time { get; init; }

    /// <summary>The norm of the gradient at the end, relative to what it would be if none of its terms cancelled: the largest over the layers.</summary>
    public required double RelativeGradient { get; init; }

    /// <summary>An estimate of the distance from the end to the limit, the length of Newton's step, relative to the natural size of the weights.</summary>
    public required double RelativeDistance { get; init; }

    /// <summary>Whether the end is near its limit and the second derivatives there have a negative direction: almost every start nearby would have gone on.</summary>
    public required bool EndsAtSaddle { get; init; }

    /// <summary>Where the run ended.</summary>
    public required FlowLimitRow Limit { get; init; }

    /// <summary>The pattern of the roots of the end-to-end filter, told from the roots of each filter; null when it was not told.</summary>
    public required RootPattern? Pattern { get; init; }

    /// <summary>Why there is no pattern; null when there is one.</summary>
    public required string? NoPatternReason { get; init; }

    /// <summary>The balance invariants of neighboring layers.</summary>
    public required ImmutableArray<InvariantRow> Invariants { get; init; }

    /// <summary>The run sampled in time.</summary>
    public required FlowTraceRow Trace { get; init; }

    /// <summary>The run as a row of a document.</summary>
    public FlowRunRow ToRow() => new()
    {
        Init = Start,
        Status = Status,
        Steps = Steps,
        Time = Time,
        GradientNorm = RelativeGradient,
        Limit = Limit,
        Invariants = Invariants,
        Trace = Trace,
    };
}

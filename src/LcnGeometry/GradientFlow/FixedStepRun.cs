using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>One run of gradient descent with a fixed step: how it ended, where, and how its invariants drifted.</summary>
public sealed record FixedStepRun
{
    /// <summary>The step.</summary>
    public required double Step { get; init; }

    /// <summary>The run, its time being the step times the number of steps.</summary>
    public required FlowRun Run { get; init; }

    /// <summary>How the run ended.</summary>
    public FlowStatus Status => Run.Status;

    /// <summary>The run as a row of a document.</summary>
    public DescentRow ToRow() => new()
    {
        Step = Step,
        Status = Run.Status,
        Steps = Run.Steps,
        GradientNorm = Run.RelativeGradient,
        Limit = Run.Limit,
        Invariants = Run.Invariants,
    };
}

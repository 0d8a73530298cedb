using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>One run of gradient descent: how it ended, and where.</summary>
public sealed record DescentRun
{
    /// <summary>The start filters.</summary>
    public required ImmutableArray<ImmutableArray<double>> Start { get; init; }

    /// <summary>How the run ended: <see cref="FlowStatus.Converged"/>, <see cref="FlowStatus.Budget"/> or <see cref="FlowStatus.Diverging"/>.</summary>
    public required FlowStatus Status { get; init; }

    /// <summary>Steps taken; a start whose gradient is already below the tolerance takes none.</summary>
    public required int Steps { get; init; }

    /// <summary>The Euclidean norm of the gradient at the end, of the loss divided by the largest eigenvalue of its form.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>The filters at the end; not finite when the run diverged.</summary>
    public required ImmutableArray<ImmutableArray<double>> End { get; init; }

    /// <summary>The end-to-end filter at the end.</summary>
    public required ImmutableArray<double> Function { get; init; }

    /// <summary>The loss at the end, not divided, with its constant.</summary>
    public required double Loss { get; init; }
}

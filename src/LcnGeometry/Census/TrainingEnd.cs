using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Where one training run ended, by whatever method.</summary>
internal sealed record TrainingEnd
{
    public required FlowStatus Status { get; init; }

    public required int Steps { get; init; }

    /// <summary>The filters, layer after layer.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The end-to-end filter.</summary>
    public required double[] Function { get; init; }

    /// <summary>The loss, the constant included.</summary>
    public required double Loss { get; init; }

    /// <summary>An estimate of the distance to the limit, relative to the natural size of the weights.</summary>
    public required double Distance { get; init; }

    /// <summary>Whether the limit is the zero function.</summary>
    public required bool IsZero { get; init; }

    /// <summary>The pattern of the roots; null for the zero function and when no distance tells single from multiple roots.</summary>
    public required RootPattern? Pattern { get; init; }

    /// <summary>Pairs of proportional layers, 1-based.</summary>
    public required ImmutableArray<ImmutableArray<int>> Repeated { get; init; }
}

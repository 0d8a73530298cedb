using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A loss and where it came from.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Inputs">The inputs that describe it; fields about the architecture are filled in by the builder.</param>
public sealed record LossSource(QuadraticLoss Loss, DocumentInputs Inputs);

/// <summary>Where flow runs start, one given point or random ones, and how they are followed.</summary>
/// <param name="Init">The start filters; null for random starts.</param>
/// <param name="Random">The number of random starts; 0 when a start is given.</param>
public sealed record FlowRequest(ImmutableArray<ImmutableArray<Rational>>? Init, int Random)
{
    /// <summary>The method, tolerances and budget of each run.</summary>
    public FlowOptions Options { get; init; } = new();

    /// <summary>The step of the gradient descent that is run beside the flow from each start; null for none.</summary>
    public Rational? DescentStep { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The card of an architecture with several directions.</summary>
public sealed record GridDescribeDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "describe";

    /// <summary>Size and stride of the end-to-end convolution in every direction.</summary>
    public required GridEndToEndSection EndToEnd { get; init; }

    /// <summary>The function space.</summary>
    public required FunctionSpaceSection FunctionSpace { get; init; }

    /// <summary>What is left of the architecture in one dimension, where it can be reduced to it.</summary>
    public required GridReductionSection Reduction { get; init; }

    /// <summary>Groups of layers that never meet: the function space is the product of theirs.</summary>
    public required ImmutableArray<GridBlockRow> Blocks { get; init; }

    /// <summary>Critical points of the squared loss.</summary>
    public required CriticalPointsSection CriticalPoints { get; init; }

    /// <summary>The number of independent conservation laws of the gradient flow.</summary>
    public required int ConservationLaws { get; init; }

    /// <summary>Whether gradient flow is a Riemannian gradient flow on the function space.</summary>
    public required RiemannianFlowSection RiemannianFlow { get; init; }

    /// <summary>What carries over to cyclic padding; absent when no torus was given.</summary>
    public CircularSection? Circular { get; init; }
}

/// <summary>Size and stride of the end-to-end convolution in every direction.</summary>
public sealed record GridEndToEndSection(ImmutableArray<int> Size, ImmutableArray<Integer> Stride);

/// <summary>What is left of an architecture in one dimension.</summary>
public sealed record GridReductionSection
{
    /// <summary><c>oneDirection</c>, <c>separable</c> (every layer acts in one direction), <c>product</c> (blocks that never meet) or <c>none</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What that means, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The networks of one dimension whose filters are multiplied.</summary>
    public required ImmutableArray<GridLineRow> Lines { get; init; }
}

/// <summary>A network of one dimension inside one with several directions.</summary>
/// <param name="Direction">The direction, 1-based.</param>
/// <param name="Filters">Its filter sizes.</param>
/// <param name="Strides">Its strides.</param>
public sealed record GridLineRow(int Direction, ImmutableArray<int> Filters, ImmutableArray<int> Strides);

/// <summary>A group of layers that meet no others.</summary>
public sealed record GridBlockRow
{
    /// <summary>The layers, 1-based.</summary>
    public required ImmutableArray<int> Layers { get; init; }

    /// <summary><c>free</c> (one layer), <c>line</c> (several along one direction) or <c>tangled</c>.</summary>
    public required GridBlockKind Kind { get; init; }

    /// <summary>The only direction of its layers, 1-based; absent if there are several.</summary>
    public int? Direction { get; init; }

    /// <summary>The dimension of its function space, scale included.</summary>
    public required int Dimension { get; init; }
}

/// <summary>What carries over to cyclic padding.</summary>
public sealed record CircularSection
{
    /// <summary>The number of points of the circle; absent for several directions.</summary>
    public int? Size { get; init; }

    /// <summary>The number of points in every direction; absent for one direction.</summary>
    public ImmutableArray<int>? Sizes { get; init; }

    /// <summary>Does the theory without padding carry over?</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public Evidence Evidence { get; init; } = Evidence.Proved;

    /// <summary>The dimension of the set of operators; absent when it was not computed.</summary>
    public int? Dimension { get; init; }

    /// <summary>What the dimension rests on: proved, or sampled (then it is at least this).</summary>
    public Evidence? DimensionEvidence { get; init; }

    /// <summary>The number of entries of an operator's filter: all points.</summary>
    public required int AmbientDimension { get; init; }

    /// <summary>Is every operator representable?</summary>
    public required VerdictKind Filling { get; init; }

    /// <summary>Why <see cref="Filling"/> is undecided.</summary>
    public string? FillingReason { get; init; }

    /// <summary>Different end-to-end filters that are the same operator; absent if nothing wraps.</summary>
    public CircularWitnessRow? Witness { get; init; }

    /// <summary>The filter of an operator that is out of reach although the filter wraps; absent if none is known.</summary>
    public ImmutableArray<Scalar>? OutOfReach { get; init; }
}

/// <summary>Two stacks of filters with different end-to-end filters and the same operator; tensors in C order.</summary>
public sealed record CircularWitnessRow
{
    /// <summary>One stack, one filter for each layer.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Filters { get; init; }

    /// <summary>The other one.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> OtherFilters { get; init; }

    /// <summary>The end-to-end filter of the first.</summary>
    public required ImmutableArray<Scalar> EndToEnd { get; init; }

    /// <summary>The end-to-end filter of the other.</summary>
    public required ImmutableArray<Scalar> OtherEndToEnd { get; init; }

    /// <summary>The filter of the operator that both are, folded onto the circle.</summary>
    public required ImmutableArray<Scalar> Operator { get; init; }
}

/// <summary>Is a filter with several directions representable?</summary>
public sealed record GridMemberDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "member";

    /// <summary>Whether the filter is in the function space.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Where the filter lies, relative to the Zariski closure.</summary>
    public required StratumPosition Position { get; init; }

    /// <summary>Whether the filter is in the Zariski closure of the function space.</summary>
    public required VerdictKind InZariskiClosure { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The details that let a reader check the verdict.</summary>
    public required GridMemberWitness Witness { get; init; }
}

/// <summary>The filters of the blocks, and a factorization, or what stands against one.</summary>
public sealed record GridMemberWitness
{
    /// <summary>Whether the Zariski closure is smooth at the filter; absent if the filter is not in it.</summary>
    public VerdictKind? Smooth { get; init; }

    /// <summary>Why the filter is not representable.</summary>
    public string? Obstruction { get; init; }

    /// <summary>An equation of the Zariski closure that the filter violates.</summary>
    public GridEquationRow? Equation { get; init; }

    /// <summary>The filters whose outer product the filter is.</summary>
    public ImmutableArray<GridFactorRow>? Factors { get; init; }

    /// <summary>The number of real factorizations into layers modulo scalings; absent for the zero filter and outside.</summary>
    public Integer? Count { get; init; }

    /// <summary>One real factorization into layers.</summary>
    public GridFactorizationRow? Factorization { get; init; }
}

/// <summary>An equation that holds on the Zariski closure, and its value at the filter.</summary>
/// <param name="Equation">In the entries of the filter: <c>c01</c> is the one with exponents 0 and 1.</param>
/// <param name="Value">Its value, not zero.</param>
public sealed record GridEquationRow(string Equation, Scalar Value);

/// <summary>The filter of one block.</summary>
public sealed record GridFactorRow
{
    /// <summary>The layers of the block, 1-based.</summary>
    public required ImmutableArray<int> Layers { get; init; }

    /// <summary>Its filter, in C order; index = exponent for a block along one direction.</summary>
    public required ImmutableArray<Scalar> Filter { get; init; }

    /// <summary>Whether the layers of the block can make it.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>For a block along one direction: the root pattern of its filter.</summary>
    public string? RealPattern { get; init; }
}

/// <summary>One way to factor a filter with several directions into layers: in layers 2..L the last entry that is not zero is 1.</summary>
public sealed record GridFactorizationRow
{
    /// <summary>One tensor for each layer, in C order; exact where rational.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Filters { get; init; }

    /// <summary><c>exact</c> if every filter is rational, else <c>certified</c>.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>A bound on the error of every printed entry; absent if exact.</summary>
    public double? Radius { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The architecture's card.</summary>
public sealed record DescribeDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "describe";

    /// <summary>Size and stride of the end-to-end convolution.</summary>
    public required EndToEndSection EndToEnd { get; init; }

    /// <summary>The function space.</summary>
    public required FunctionSpaceSection FunctionSpace { get; init; }

    /// <summary>The merged architecture with the same Zariski closure.</summary>
    public required MergedSection Merged { get; init; }

    /// <summary>Critical points of the squared loss.</summary>
    public required CriticalPointsSection CriticalPoints { get; init; }

    /// <summary>The number of independent conservation laws of the gradient flow.</summary>
    public required int ConservationLaws { get; init; }

    /// <summary>Whether gradient flow is a Riemannian gradient flow on the function space.</summary>
    public RiemannianFlowSection? RiemannianFlow { get; init; }

    /// <summary>One row per real root pattern, strided: per choice of a pattern for each block of layers with equal steps; absent when there are too many.</summary>
    public ImmutableArray<StratumRow>? Strata { get; init; }

    /// <summary>The same architecture with a power as activation, when one was asked for.</summary>
    public ActivationSection? Activation { get; init; }

    /// <summary>What carries over to cyclic padding; absent when no circle was given.</summary>
    public CircularSection? Circular { get; init; }
}

/// <summary>Size and stride of the end-to-end convolution.</summary>
public sealed record EndToEndSection(int Size, Integer Stride);

/// <summary>The function space and its Zariski closure.</summary>
public sealed record FunctionSpaceSection
{
    /// <summary>The dimension.</summary>
    public required int Dimension { get; init; }

    /// <summary>The dimension of the space of all end-to-end filters.</summary>
    public required int AmbientDimension { get; init; }

    /// <summary>Ambient dimension less dimension.</summary>
    public required int Codimension { get; init; }

    /// <summary>The degree of the Zariski closure as a projective variety.</summary>
    public required Integer Degree { get; init; }

    /// <summary>Is every end-to-end filter representable?</summary>
    public required VerdictKind Filling { get; init; }

    /// <summary>Does the function space have interior points?</summary>
    public required VerdictKind Thick { get; init; }

    /// <summary>Does the function space equal its Zariski closure?</summary>
    public required VerdictKind ZariskiClosed { get; init; }

    /// <summary>Is the Zariski closure smooth away from zero?</summary>
    public required VerdictKind SmoothAwayFromZero { get; init; }

    /// <summary>Why a verdict above is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>A filter of the closure that the network does not represent; absent when the function space is closed, or the filter has more than a hundred entries.</summary>
    public ImmutableArray<Scalar>? OutsideInClosure { get; init; }

    /// <summary>The indices of coefficients that are zero whatever the weights; absent when there are more than a thousand.</summary>
    public ImmutableArray<int>? StructuralZeros { get; init; }

    /// <summary>Equations of the Zariski closure in <c>c0, c1, ..</c>; empty when thick, absent when not computed.</summary>
    public ImmutableArray<string>? Equations { get; init; }

    /// <summary>The components of the singular locus of the Zariski closure, zero left out; empty when it is smooth away from zero.</summary>
    public ImmutableArray<SingularLocusRow>? SingularLocus { get; init; }
}

/// <summary>The merged architecture: all filter sizes and all strides but the last above one.</summary>
public sealed record MergedSection(ImmutableArray<int> Filters, ImmutableArray<int> Strides);

/// <summary>Counts of critical points.</summary>
/// <param name="Generic">The number of complex critical parameters modulo layer scalings with nonzero function, for generic data.</param>
public sealed record CriticalPointsSection(Integer Generic);

/// <summary>One stratum of forms with a fixed real root pattern.</summary>
public sealed record StratumRow
{
    /// <summary>The pattern, for example <c>21|1</c>; with several blocks of layers with equal steps one for each, as in <c>11|;1|</c>.</summary>
    public required string RealPattern { get; init; }

    /// <summary>The multiplicities of the complex roots, descending; null with several blocks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ImmutableArray<int>? ComplexPattern { get; init; }

    /// <summary>The same for each of several blocks; null with one.</summary>
    public ImmutableArray<ImmutableArray<int>>? ComplexPatterns { get; init; }

    /// <summary>The dimension of the stratum, scale included.</summary>
    public required int Dimension { get; init; }

    /// <summary>Where the stratum lies: interior, boundary or outside.</summary>
    public required StratumPosition Position { get; init; }

    /// <summary>The number of real factorizations of each of its forms, modulo layer scalings.</summary>
    public required Integer RealFactorizations { get; init; }

    /// <summary>How many of these have only squarefree factors: those that are critical for generic data.</summary>
    public required Integer CriticalFactorizations { get; init; }

    /// <summary>The number of complex critical functions on the complex stratum, for generic data.</summary>
    public required Integer GenericCount { get; init; }
}

/// <summary>Where a stratum or a filter lies relative to the function space.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StratumPosition>))]
public enum StratumPosition
{
    /// <summary>In the interior.</summary>
    Interior,

    /// <summary>In the function space, on its Euclidean boundary.</summary>
    Boundary,

    /// <summary>Not in the function space.</summary>
    Outside,

    /// <summary>The zero filter.</summary>
    Zero,

    /// <summary>In a thin function space, but whether in its interior relative to the Zariski closure is not decided.</summary>
    Undecided,
}

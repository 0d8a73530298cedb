using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The network with the activation z^r after every layer but the last; the rest of the card is about the network without it.</summary>
public sealed record ActivationSection
{
    /// <summary>The exponent r.</summary>
    public required int Degree { get; init; }

    /// <summary>The degree of the output in the inputs: r^(L-1).</summary>
    public required Integer PolynomialDegree { get; init; }

    /// <summary>The degrees of the output in the filters of the layers: r^(L-1), ..., r, 1.</summary>
    public required ImmutableArray<Integer> LayerDegrees { get; init; }

    /// <summary>The number of inputs that one output neuron sees.</summary>
    public required int Variables { get; init; }

    /// <summary>The number of monomials that occur in the output; absent when it is too large to be written out.</summary>
    public int? Monomials { get; init; }

    /// <summary>The dimension of the set of functions, scale included.</summary>
    public required int Dimension { get; init; }

    /// <summary>The degree of its Zariski closure as a projective variety.</summary>
    public required Integer NeurovarietyDegree { get; init; }

    /// <summary>The number of filters, modulo scalings, with the function of generic filters.</summary>
    public required Integer GenericPreimages { get; init; }

    /// <summary>Is the map from filters modulo scalings an immersion at all nonzero filters?</summary>
    public required VerdictKind Immersion { get; init; }

    /// <summary>Is every real function in the Zariski closure one of the network?</summary>
    public required VerdictKind ZariskiClosed { get; init; }

    /// <summary>Is the Zariski closure smooth away from zero?</summary>
    public required VerdictKind SmoothAwayFromZero { get; init; }

    /// <summary>Why a verdict above is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>The families of functions that several filter stacks have: the singular points away from zero; for r above 1 only.</summary>
    public ImmutableArray<NodalRow>? Singular { get; init; }

    /// <summary>Counts of critical points.</summary>
    public required ActivationCriticalSection CriticalPoints { get; init; }

    /// <summary>What the numbers and verdicts rest on.</summary>
    public Evidence Evidence { get; init; } = Evidence.Proved;

    /// <summary>Under which hypotheses they are proved, in one sentence.</summary>
    public required string Hypotheses { get; init; }

    /// <summary>What lets a reader check the dimension.</summary>
    public ActivationWitnessRow? Witness { get; init; }

    /// <summary>Numbers found once more by solving equations.</summary>
    public ImmutableArray<ActivationCheckRow>? Confirmed { get; init; }
}

/// <summary>Counts of critical points of a squared loss.</summary>
/// <param name="Generic">The number of complex critical parameters modulo layer scalings with nonzero function, for generic data.</param>
/// <param name="Samples">So many generic samples are enough.</param>
public sealed record ActivationCriticalSection(Integer Generic, int Samples);

/// <summary>A smaller network whose functions have several filter stacks.</summary>
public sealed record NodalRow
{
    /// <summary>Its filter sizes; the strides are the same.</summary>
    public required ImmutableArray<int> Filters { get; init; }

    /// <summary>For each layer the number of zeros before the filter in one preimage and after it in another; negative where it is the other way round.</summary>
    public required ImmutableArray<int> Shifts { get; init; }

    /// <summary>The first input that it sees.</summary>
    public required int Offset { get; init; }

    /// <summary>The dimension of its set of functions, scale included.</summary>
    public required int Dimension { get; init; }

    /// <summary>The codimension in the Zariski closure.</summary>
    public required int Codimension { get; init; }

    /// <summary>The number of filter stacks, modulo scalings, with a generic one of these functions.</summary>
    public required int Preimages { get; init; }
}

/// <summary>A point at which the coefficients of the output have independent derivatives, up to scalings.</summary>
/// <param name="Filters">The filters.</param>
/// <param name="Rank">The exact rank there.</param>
public sealed record ActivationWitnessRow(ImmutableArray<ImmutableArray<Integer>> Filters, int Rank);

/// <summary>A closed formula against solved equations.</summary>
public sealed record ActivationCheckRow
{
    /// <summary>What was counted.</summary>
    public required ActivationCheck Count { get; init; }

    /// <summary>The closed formula.</summary>
    public required Integer Expected { get; init; }

    /// <summary>How many solutions were found.</summary>
    public required Integer Found { get; init; }

    /// <summary>How many of them were proved, with pairwise different functions.</summary>
    public required Integer Certified { get; init; }

    /// <summary>Whether all were proved.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why the verdict is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>How they were found.</summary>
    public required string Source { get; init; }
}

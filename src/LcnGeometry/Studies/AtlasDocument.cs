using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Every architecture of stride one up to a degree: its function space, its strata, its counts, and the checks that they passed.</summary>
public sealed record AtlasDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "atlas";

    /// <summary>One row per architecture, filter sizes descending: by degree, then by sizes.</summary>
    public required ImmutableArray<AtlasRow> Architectures { get; init; }

    /// <summary>One row per stratum of forms by complex root pattern; those of degree n serve every architecture of degree n.</summary>
    public required ImmutableArray<AtlasStratumRow> Strata { get; init; }
}

/// <summary>One architecture of the atlas, up to the order of its layers.</summary>
public sealed record AtlasRow
{
    /// <summary>Filter sizes, descending, each at least two.</summary>
    public required ImmutableArray<int> Filters { get; init; }

    /// <summary>The degree of its forms: one less than the end-to-end size.</summary>
    public required int Degree { get; init; }

    /// <summary>The dimension of the function space, which is that of all filters.</summary>
    public required int Dimension { get; init; }

    /// <summary>Is every filter representable?</summary>
    public required VerdictKind Filling { get; init; }

    /// <summary>The number of real roots that a filter must have to be representable.</summary>
    public required int RequiredRealRoots { get; init; }

    /// <summary>Real root patterns in the interior of the function space.</summary>
    public required int InteriorPatterns { get; init; }

    /// <summary>Real root patterns on its boundary.</summary>
    public required int BoundaryPatterns { get; init; }

    /// <summary>Real root patterns outside.</summary>
    public required int OutsidePatterns { get; init; }

    /// <summary>Complex root patterns that carry critical points for generic data.</summary>
    public required int CriticalStrata { get; init; }

    /// <summary>Complex critical functions for generic data, zero left out.</summary>
    public required Integer CriticalFunctions { get; init; }

    /// <summary>Complex critical parameters modulo layer scalings for generic data, by the closed formula.</summary>
    public required Integer CriticalParameters { get; init; }

    /// <summary>Whether the strata add up to the closed formula.</summary>
    public required VerdictKind Identity { get; init; }

    /// <summary>Critical parameters that were certified for one generic data set of the degree.</summary>
    public required Integer Certified { get; init; }

    /// <summary>Whether these are all.</summary>
    public required VerdictKind Complete { get; init; }
}

/// <summary>One stratum of the atlas.</summary>
public sealed record AtlasStratumRow
{
    /// <summary>The degree of its forms.</summary>
    public required int Degree { get; init; }

    /// <summary>The multiplicities of the complex roots, descending.</summary>
    public required ImmutableArray<int> ComplexPattern { get; init; }

    /// <summary>Critical functions for generic data, by the closed formula.</summary>
    public required Integer GenericCount { get; init; }

    /// <summary>Start solutions that were found for generic complex data.</summary>
    public required Integer StartSolutions { get; init; }

    /// <summary>Critical functions that were certified for one generic rational data set.</summary>
    public required Integer Certified { get; init; }

    /// <summary>How many of these are real.</summary>
    public required int Real { get; init; }

    /// <summary>Whether all were found: then formula, start solutions and certified solutions agree.</summary>
    public required VerdictKind Complete { get; init; }
}

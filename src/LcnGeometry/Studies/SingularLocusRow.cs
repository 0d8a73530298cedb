using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>A component of the singular locus of the Zariski closure: the Zariski closure of another network's function space.</summary>
public sealed record SingularLocusRow
{
    /// <summary>The filter sizes of the other network.</summary>
    public required ImmutableArray<int> Filters { get; init; }

    /// <summary>The strides of the other network.</summary>
    public required ImmutableArray<int> Strides { get; init; }

    /// <summary>The dimension, scale included.</summary>
    public required int Dimension { get; init; }

    /// <summary>The codimension in the Zariski closure of the function space.</summary>
    public required int Codimension { get; init; }

    /// <summary>Why its filters are singular, for a reader.</summary>
    public required string Sentence { get; init; }

    /// <summary>Equations of the component in <c>c0, c1, ..</c>; absent when not computed.</summary>
    public ImmutableArray<string>? Equations { get; init; }
}

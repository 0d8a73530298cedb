using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>Which of two function spaces holds the other.</summary>
public sealed record CompareDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "compare";

    /// <summary>The number of entries of the end-to-end filters of both.</summary>
    public required int EndToEndSize { get; init; }

    /// <summary>How the function space of the first network lies to that of the other.</summary>
    public required SpaceRelation Relation { get; init; }

    /// <summary>The same in words.</summary>
    public required string Sentence { get; init; }

    /// <summary>How the Zariski closure of the first lies to that of the other.</summary>
    public required SpaceRelation ClosureRelation { get; init; }

    /// <summary>Both inclusions of the function spaces.</summary>
    public required InclusionPairRow Spaces { get; init; }

    /// <summary>Both inclusions of the Zariski closures.</summary>
    public required InclusionPairRow Closures { get; init; }
}

/// <summary>Both inclusions.</summary>
/// <param name="FirstInOther">Whether the set of the first network is inside that of the other.</param>
/// <param name="OtherInFirst">Whether the set of the other network is inside that of the first.</param>
public sealed record InclusionPairRow(InclusionRow FirstInOther, InclusionRow OtherInFirst);

/// <summary>Whether one set of filters is inside another.</summary>
public sealed record InclusionRow
{
    /// <summary>Whether it is.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>What the verdict rests on: a proof, or a witness that is decided exactly.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>What decides, as a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>A filter of the one that is not in the other.</summary>
    public InclusionWitnessRow? Witness { get; init; }
}

/// <summary>A filter that one network represents, and that is not in the set of the other.</summary>
public sealed record InclusionWitnessRow
{
    /// <summary>The filter.</summary>
    public required ImmutableArray<Scalar> Filter { get; init; }

    /// <summary>Filters of the layers of the one whose product it is.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Layers { get; init; }

    /// <summary>Why it is not in the set of the other.</summary>
    public required string Obstruction { get; init; }

    /// <summary>An equation of the Zariski closure of the other that it violates; absent if it is in that closure, or none is at hand.</summary>
    public EquationRow? Equation { get; init; }
}

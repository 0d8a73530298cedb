using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What gradient flow conserves, whatever the data.</summary>
public sealed record LawsDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "laws";

    /// <summary>The number of filter entries of all layers and channels.</summary>
    public required int Parameters { get; init; }

    /// <summary>The number of entries of the end-to-end filter that are not always zero.</summary>
    public required int Coordinates { get; init; }

    /// <summary>The number of independent conservation laws near generic parameters.</summary>
    public required int Count { get; init; }

    /// <summary>The rank of the gradients of the end-to-end filter's entries, then with one more bracket each time; the last step added nothing.</summary>
    public required ImmutableArray<int> RankLadder { get; init; }

    /// <summary><c>proved</c> when as many independent laws are listed as the ranks allow; else <c>sampled</c>: the count is then an upper bound that random points agree on.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The point and the prime of the ranks.</summary>
    public required LawsWitnessRow Witness { get; init; }

    /// <summary>The ranks at the filters that were asked about.</summary>
    public LawsPointRow? AtPoint { get; init; }

    /// <summary>How many of the listed laws are independent as functions.</summary>
    public required int Independent { get; init; }

    /// <summary>A basis of all laws that are polynomials of degree at most two.</summary>
    public required ImmutableArray<LawRow> Laws { get; init; }
}

/// <summary>A polynomial that is constant along the gradient flow of every loss.</summary>
public sealed record LawRow
{
    /// <summary>A short reading, in norms and inner products of filters; null when there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Its degree.</summary>
    public required int Degree { get; init; }

    /// <summary>The polynomial as plain text.</summary>
    public required string Formula { get; init; }

    /// <summary>The polynomial in the math mode of LaTeX.</summary>
    public required string Latex { get; init; }

    /// <summary><c>proved</c>: its derivative along every flow is the zero polynomial.</summary>
    public Evidence Evidence { get; init; } = Evidence.Proved;
}

/// <summary>The directions that gradients and brackets span at given filters.</summary>
public sealed record LawsPointRow
{
    /// <summary>The rank of the gradients there, then with one more bracket each time; every bracket is kept.</summary>
    public required ImmutableArray<int> RankLadder { get; init; }

    /// <summary>The largest rank that the listed laws allow there.</summary>
    public required int LargestRank { get; init; }

    /// <summary>Whether more brackets would change nothing.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why the verdict is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>What the ranks rest on: exact arithmetic.</summary>
    public Evidence Evidence { get; init; } = Evidence.Exact;
}

/// <summary>What lets a reader check the count.</summary>
public sealed record LawsWitnessRow
{
    /// <summary>The prime modulo which the ranks were taken.</summary>
    public required Integer Prime { get; init; }

    /// <summary>The parameters at which they were taken, layer by layer, for several channels the filters into all of them first.</summary>
    public required ImmutableArray<Integer> Point { get; init; }

    /// <summary>How many random points were tried.</summary>
    public required int Samples { get; init; }

    /// <summary>How many of them gave these ranks.</summary>
    public required int Agreeing { get; init; }

    /// <summary>What follows from them, in one sentence.</summary>
    public required string Argument { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether a certificate of critical points is true.</summary>
public sealed record RecheckDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "recheck";

    /// <summary>Holds if every claim was verified, fails if one is wrong, undecided if one could not be verified.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why the verdict is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>What a verified claim rests on.</summary>
    public Evidence Evidence { get; init; } = Evidence.Certified;

    /// <summary>The first claim that is wrong; if none is, the first that could not be verified; null if all hold.</summary>
    public RecheckProblemRow? Problem { get; init; }

    /// <summary>What was verified in total.</summary>
    public required RecheckCompleteness Completeness { get; init; }

    /// <summary>How many enclosures of real functions and losses were verified; null if the certificate has none.</summary>
    public int? Points { get; init; }

    /// <summary>The most binary digits after the point that any verification took.</summary>
    public required int Bits { get; init; }

    /// <summary>What was verified stratum by stratum.</summary>
    public required ImmutableArray<RecheckStratumRow> Strata { get; init; }
}

/// <summary>A claim that is wrong or could not be verified.</summary>
/// <param name="Claim">The kind of the claim.</param>
/// <param name="Path">Its place in the certificate.</param>
/// <param name="Verdict">Fails or undecided.</param>
/// <param name="Explanation">One sentence.</param>
public sealed record RecheckProblemRow(
    [property: JsonConverter(typeof(CamelCaseEnumConverter<CertificateClaim>))] CertificateClaim Claim, string Path, VerdictKind Verdict, string Explanation);

/// <summary>Complex critical parameters modulo layer scalings, with nonzero function.</summary>
public sealed record RecheckCompleteness
{
    /// <summary>Their number for generic data, by closed formula.</summary>
    public required Integer Expected { get; init; }

    /// <summary>How many the verified distinct solutions amount to.</summary>
    public required Integer Certified { get; init; }

    /// <summary>Whether the list was verified to be complete.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Why the verdict is undecided.</summary>
    public string? Reason { get; init; }
}

/// <summary>What was verified of one stratum.</summary>
public sealed record RecheckStratumRow
{
    /// <summary>The complex root multiplicities of each block of layers with equal steps.</summary>
    public required ImmutableArray<ImmutableArray<int>> Patterns { get; init; }

    /// <summary>The number of critical functions for generic data.</summary>
    public required Integer Expected { get; init; }

    /// <summary>The number of critical parameters over each of them.</summary>
    public required Integer Factorizations { get; init; }

    /// <summary>The number of solutions in the certificate.</summary>
    public required int Claimed { get; init; }

    /// <summary>How many boxes hold exactly one solution, a simple one.</summary>
    public required int Verified { get; init; }

    /// <summary>How many of these lie on the open stratum.</summary>
    public required int OpenStratum { get; init; }

    /// <summary>How many of these differ from all before them.</summary>
    public required int Distinct { get; init; }

    /// <summary>How many of the distinct ones are real.</summary>
    public required int Real { get; init; }

    /// <summary>Whether every claim about the stratum was verified.</summary>
    public required VerdictKind Verdict { get; init; }
}

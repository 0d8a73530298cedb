using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What a certificate claims, one kind for each way in which it can be wrong.</summary>
public enum CertificateClaim
{
    /// <summary>The quadratic form is symmetric and positive definite.</summary>
    Loss,

    /// <summary>The generic counts of a stratum are those of the closed formulas.</summary>
    GenericCount,

    /// <summary>A box holds exactly one solution, and it is simple.</summary>
    OneSolution,

    /// <summary>A solution is real, or it is not.</summary>
    Reality,

    /// <summary>A solution has no more coincident roots than its stratum says, and its function is not zero.</summary>
    OpenStratum,

    /// <summary>Two boxes hold different solutions.</summary>
    Distinct,

    /// <summary>The totals, and whether the list is complete.</summary>
    Completeness,

    /// <summary>The enclosures of a function and of its loss.</summary>
    Points,
}

/// <summary>A claim of a certificate that is wrong or could not be verified.</summary>
/// <param name="Claim">The kind of the claim.</param>
/// <param name="Path">Its place in the certificate, such as <c>strata[1].solutions[3]</c>.</param>
/// <param name="Verdict">Fails if the claim is wrong; undecided if it could not be verified at the highest precision.</param>
/// <param name="Explanation">One sentence.</param>
public sealed record RecheckProblem(CertificateClaim Claim, string Path, VerdictKind Verdict, string Explanation);

/// <summary>How much of what a certificate claims about one stratum was verified.</summary>
public sealed record StratumRecheck
{
    /// <summary>The root multiplicities of each block, descending.</summary>
    public required ImmutableArray<ImmutableArray<int>> Patterns { get; init; }

    /// <summary>The number of critical functions for generic data, by closed formula.</summary>
    public required Integer Expected { get; init; }

    /// <summary>The number of critical parameters modulo layer scalings over each of them, by closed formula.</summary>
    public required Integer Factorizations { get; init; }

    /// <summary>The number of solutions in the certificate.</summary>
    public required int Claimed { get; init; }

    /// <summary>How many of their boxes hold exactly one solution, a simple one.</summary>
    public required int Verified { get; init; }

    /// <summary>How many of these solutions lie on the open stratum and have a nonzero function.</summary>
    public required int OpenStratum { get; init; }

    /// <summary>How many of these differ from all that come before them.</summary>
    public required int Distinct { get; init; }

    /// <summary>How many of the distinct ones are real.</summary>
    public required int Real { get; init; }

    /// <summary>Holds if every claim about the stratum was verified.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>The first claim that is wrong; if none is, the first that could not be verified; null if all hold.</summary>
    public RecheckProblem? Problem { get; init; }
}

/// <summary>How much of a certificate was verified.</summary>
public sealed record RecheckReport
{
    /// <summary>Holds if every claim was verified, fails if one is wrong, undecided if one could not be verified.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The first claim that is wrong; if none is, the first that could not be verified; null if all hold.</summary>
    public RecheckProblem? Problem { get; init; }

    /// <summary>The strata, in the order of the certificate.</summary>
    public required ImmutableArray<StratumRecheck> Strata { get; init; }

    /// <summary>The number of critical parameters modulo layer scalings, with nonzero function, for generic data, by closed formula.</summary>
    public required Integer Expected { get; init; }

    /// <summary>How many of them the verified distinct solutions amount to.</summary>
    public required Integer Certified { get; init; }

    /// <summary>
    /// Whether the list was verified to be complete: as many distinct solutions as the closed formula allows at most or, where the certificate claims
    /// to be complete with fewer, as many as a closed formula for the metric or an exact count for these data.
    /// </summary>
    public required Verdict Completeness { get; init; }

    /// <summary>What the completeness rests on.</summary>
    public required string CompletenessSource { get; init; }

    /// <summary>How many enclosures of real functions and losses were verified.</summary>
    public required int Points { get; init; }

    /// <summary>The most binary digits after the point that any verification took.</summary>
    public required int Bits { get; init; }
}

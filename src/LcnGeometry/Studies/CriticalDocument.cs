using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Every critical point of a loss, and whether the list is complete.</summary>
public sealed record CriticalDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "critical";

    /// <summary>The loss.</summary>
    public required LossSection Loss { get; init; }

    /// <summary>How much of the list is known: complex critical parameters modulo layer scalings, with nonzero function.</summary>
    public required CompletenessSection Completeness { get; init; }

    /// <summary>Stride one: one row per complex root pattern. Strided: a single row.</summary>
    public required ImmutableArray<CriticalStratumRow> Strata { get; init; }

    /// <summary>Whether the points are all real critical functions: the list is complete, and of every solution it is proved whether it is real.</summary>
    public VerdictKind AllRealPoints { get; init; } = VerdictKind.Holds;

    /// <summary>How many of the certified complex critical parameters are regular points of the parameterization.</summary>
    public PuritySection? Purity { get; init; }

    /// <summary>The real critical functions, ascending by loss, then by function.</summary>
    public required ImmutableArray<CriticalPointRow> Points { get; init; }

    /// <summary>The critical equations as a program for another tool, if it was asked for and goes to no file.</summary>
    public ExportSection? Export { get; init; }
}

/// <summary>A program for another tool.</summary>
/// <param name="Format"><c>m2</c>, <c>singular</c>, <c>sympy</c> or <c>hc</c>.</param>
/// <param name="Program">Its text.</param>
public sealed record ExportSection(string Format, string Program);

/// <summary>How many critical points there should be, and how many were found and proved.</summary>
public sealed record CompletenessSection
{
    /// <summary>The number for generic data, by a closed formula.</summary>
    public required Integer Expected { get; init; }

    /// <summary>How many were found.</summary>
    public required Integer Found { get; init; }

    /// <summary>How many of these are proved, pairwise distinct.</summary>
    public required Integer Certified { get; init; }

    /// <summary>What became of the others.</summary>
    public required ImmutableArray<LostRow> Lost { get; init; }

    /// <summary>Whether the list is complete.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why the verdict is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required string Source { get; init; }
}

/// <summary>Solutions for generic data that are none for this loss.</summary>
/// <param name="Count">How many.</param>
/// <param name="Where"><c>infinity</c>, <c>deeperStratum</c> or <c>singular</c>.</param>
/// <param name="Sentence">The same for a reader.</param>
public sealed record LostRow(Integer Count, string Where, string Sentence);

/// <summary>The critical functions with one complex root pattern.</summary>
public sealed record CriticalStratumRow
{
    /// <summary>The multiplicities of the complex roots, descending; null in strided architectures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ImmutableArray<int>? ComplexPattern { get; init; }

    /// <summary>The number of complex critical factorizations of each of these functions; null in strided architectures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Integer? CriticalFactorizations { get; init; }

    /// <summary>Complex critical functions on the stratum; strided: critical parameters modulo layer scalings.</summary>
    public required CompletenessSection Completeness { get; init; }
}

/// <summary>A real critical function and its real factorizations.</summary>
public sealed record CriticalPointRow
{
    /// <summary>The end-to-end filter, exact if known.</summary>
    public required ImmutableArray<Scalar> Function { get; init; }

    /// <summary>The loss, exact if known.</summary>
    public required Scalar Loss { get; init; }

    /// <summary>The real root pattern; <c>zero</c> for the zero function, null in strided architectures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? RealPattern { get; init; }

    /// <summary>The multiplicities of the complex roots, descending; null for the zero function and in strided architectures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ImmutableArray<int>? ComplexPattern { get; init; }

    /// <summary>What kind of critical point the factorizations are.</summary>
    public required CriticalPointKind Kind { get; init; }

    /// <summary>What the function rests on.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>No coefficient of the true critical function differs from the printed one by more than this.</summary>
    public required double CertificateRadius { get; init; }

    /// <summary>The real factorizations that are critical for the loss of the filters, modulo layer scalings.</summary>
    public required ImmutableArray<CriticalFactorizationRow> Factorizations { get; init; }

    /// <summary>How many real factorizations are proved not to be critical.</summary>
    public required Integer OtherFactorizations { get; init; }

    /// <summary>How many real factorizations may or may not be critical; null if none, as for generic data.</summary>
    public Integer? UndecidedFactorizations { get; init; }
}

/// <summary>Real filters that are a critical point of the loss, in normal form.</summary>
public sealed record CriticalFactorizationRow
{
    /// <summary>The filters, exact if known.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Filters { get; init; }

    /// <summary>What kind of critical point they are.</summary>
    public required CriticalPointKind Kind { get; init; }

    /// <summary>Whether they are a regular point of the parameterization, not a critical one; null if not computed.</summary>
    public VerdictKind? Regular { get; init; }

    /// <summary>Pairs of layers (1-based) with proportional filters.</summary>
    public required ImmutableArray<ImmutableArray<int>> RepeatedFilters { get; init; }

    /// <summary>A bound on the error of every printed coefficient; null if exact.</summary>
    public double? Radius { get; init; }

    /// <summary>A direction, all filters in one list, in which the loss is proved to curve downward; null for other kinds.</summary>
    public ImmutableArray<double>? NegativeDirection { get; init; }
}

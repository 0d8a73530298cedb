using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Is a filter representable: one answer, or one per line of a batch.</summary>
public sealed record MemberDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "member";

    /// <summary>Whether the filter is in the function space; null for a batch.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>Why the verdict is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the filter lies.</summary>
    public StratumPosition? Position { get; init; }

    /// <summary>The real root pattern; null for the zero filter.</summary>
    public string? RealPattern { get; init; }

    /// <summary>Whether the filter is in the Zariski closure of the function space.</summary>
    public VerdictKind? InZariskiClosure { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>The details that let a reader check the verdict.</summary>
    public MemberWitness? Witness { get; init; }

    /// <summary>One answer per filter of a batch, in order.</summary>
    public ImmutableArray<MemberRow>? Results { get; init; }
}

/// <summary>The answer for one filter of a batch.</summary>
public sealed record MemberRow
{
    /// <summary>The filter.</summary>
    public required ImmutableArray<Scalar> Filter { get; init; }

    /// <summary>Whether the filter is in the function space.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Where the filter lies.</summary>
    public required StratumPosition Position { get; init; }

    /// <summary>The real root pattern; null for the zero filter.</summary>
    public string? RealPattern { get; init; }

    /// <summary>Whether the filter is in the Zariski closure of the function space.</summary>
    public required VerdictKind InZariskiClosure { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The root count, and the roots and the factorization where they were asked for.</summary>
    public required MemberWitness Witness { get; init; }
}

/// <summary>The root count that decides membership, the roots, and a factorization when there is one.</summary>
public sealed record MemberWitness
{
    /// <summary>Real roots counted with multiplicity, the root at infinity included; null for the zero filter.</summary>
    public int? RealRoots { get; init; }

    /// <summary>For stride one, how many real roots the layers need: the number of even filter sizes.</summary>
    public int? RequiredRealRoots { get; init; }

    /// <summary>For strides above one, whether the Zariski closure is smooth at the filter; absent if the filter is not in it.</summary>
    public VerdictKind? Smooth { get; init; }

    /// <summary>Why the filter is not representable by a strided network, or why its position is undecided.</summary>
    public string? Obstruction { get; init; }

    /// <summary>An equation of the Zariski closure that the filter violates; absent if it is in the closure.</summary>
    public EquationRow? Equation { get; init; }

    /// <summary>The distinct roots, a complex pair once.</summary>
    public ImmutableArray<RootRow>? Roots { get; init; }

    /// <summary>One real factorization into layers; null when there is none.</summary>
    public FactorizationRow? Factorization { get; init; }
}

/// <summary>A distinct real root or pair of complex conjugate roots, in the affine coordinate x/y.</summary>
public sealed record RootRow
{
    /// <summary><c>real</c>, <c>infinity</c> or <c>pair</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The multiplicity.</summary>
    public required int Multiplicity { get; init; }

    /// <summary>The real part, exact if the root is a rational number; null at infinity.</summary>
    public Scalar? Re { get; init; }

    /// <summary>The positive imaginary part; null for real roots.</summary>
    public Scalar? Im { get; init; }

    /// <summary>A bound on the error of each printed part; null if exact.</summary>
    public double? Radius { get; init; }
}

/// <summary>One way to factor a filter into layers, in normal form.</summary>
public sealed record FactorizationRow
{
    /// <summary>The filters, exact where rational.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Filters { get; init; }

    /// <summary><c>exact</c> if every filter is rational, else <c>certified</c>.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>A bound on the error of every printed coefficient; null if exact.</summary>
    public double? Radius { get; init; }

    /// <summary>Whether every filter has distinct roots: then the factorization is critical for generic data on the stratum.</summary>
    public required bool Squarefree { get; init; }

    /// <summary>Pairs of layers (1-based) with proportional filters.</summary>
    public required ImmutableArray<ImmutableArray<int>> RepeatedFilters { get; init; }
}

/// <summary>Every real way to factor a filter into layers.</summary>
public sealed record FactorDocument : LcnDocument
{
    /// <inheritdoc/>
    [JsonPropertyOrder(CommandOrder)]
    public override string Command => "factor";

    /// <summary>The number of real factorizations modulo layer scalings, exactly; null for the zero filter, which has infinitely many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Integer? Count { get; init; }

    /// <summary>The factorizations: all of them unless a note says that the list was cut.</summary>
    public required ImmutableArray<FactorizationRow> Factorizations { get; init; }

    /// <summary>All parameters of the filter with the invariants that were asked for; null when none were.</summary>
    public FiberSection? Fiber { get; init; }

    /// <summary>The number of complex factorizations modulo layer scalings, exactly; null if not asked for, and for the zero filter.</summary>
    public Integer? ComplexCount { get; init; }

    /// <summary>The complex factorizations, real ones among them, each beside its conjugate; null if not asked for.</summary>
    public ImmutableArray<ComplexFactorizationRow>? ComplexFactorizations { get; init; }
}

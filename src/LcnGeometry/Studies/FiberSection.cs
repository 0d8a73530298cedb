using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>All parameters of a function that have given invariants, and the tangent kernels there.</summary>
public sealed record FiberSection
{
    /// <summary>The squared norm of each layer's filter less that of the next one's.</summary>
    public required ImmutableArray<Scalar> Invariants { get; init; }

    /// <summary>The exact number of parameters; null when there are infinitely many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Integer? Count { get; init; }

    /// <summary>Whether there are finitely many.</summary>
    public required bool Finite { get; init; }

    /// <summary>The dimension of the set of these parameters: above zero for the zero function only; -1 when the set is empty.</summary>
    public required int Dimension { get; init; }

    /// <summary>The parameters: all of them unless a note says that the list was cut.</summary>
    public required ImmutableArray<FiberParameterRow> Parameters { get; init; }

    /// <summary>The tangent kernel at the parameters of each listed factorization; signs leave it as it is.</summary>
    public required ImmutableArray<KernelRow> Kernels { get; init; }

    /// <summary>Whether the tangent kernel is the same at all these parameters.</summary>
    public required KernelAgreementRow Agree { get; init; }
}

/// <summary>One choice of filters with the end-to-end filter and the invariants that were asked for.</summary>
public sealed record FiberParameterRow
{
    /// <summary>The filters, exact where rational.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Filters { get; init; }

    /// <summary>The factorization that it rescales, 1-based in the list of factorizations; null for the zero function.</summary>
    public int? Factorization { get; init; }

    /// <summary>For each layer the sign of the scale relative to the factorization, or of the filter's one entry for the zero function; 0 for a zero filter.</summary>
    public required ImmutableArray<int> Signs { get; init; }

    /// <summary><c>exact</c> if every filter is rational, else <c>certified</c>.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>A bound on the error of every printed coefficient; null if exact.</summary>
    public double? Radius { get; init; }

    /// <summary>The same for each layer: filters may differ much in size; null if exact.</summary>
    public ImmutableArray<double>? Radii { get; init; }
}

/// <summary>A tangent kernel <c>K = J J^T</c>: the end-to-end filter w moves along the flow with the velocity <c>-K grad loss(w)</c>.</summary>
public sealed record KernelRow
{
    /// <summary>The factorization, 1-based in the list of factorizations; null where there is none.</summary>
    public int? Factorization { get; init; }

    /// <summary>The rows of the symmetric matrix; index = exponent of x.</summary>
    public required ImmutableArray<ImmutableArray<Scalar>> Matrix { get; init; }

    /// <summary>The trace.</summary>
    public required Scalar Trace { get; init; }

    /// <summary>The squared norm of each layer's filter.</summary>
    public required ImmutableArray<Scalar> SquaredNorms { get; init; }

    /// <summary><c>exact</c>, <c>certified</c>, or <c>numerical</c> where the filters are.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>A bound on the error of every printed entry and of the trace; null unless certified.</summary>
    public double? Radius { get; init; }

    /// <summary>A bound on the error of each squared norm; null unless certified.</summary>
    public ImmutableArray<double>? NormRadii { get; init; }

    /// <summary>The eigenvalues in descending order, as floating-point arithmetic finds them.</summary>
    public required ImmutableArray<double> Eigenvalues { get; init; }
}

/// <summary>Whether several tangent kernels are the same.</summary>
public sealed record KernelAgreementRow
{
    /// <summary>The answer.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What the answer rests on; null if undecided.</summary>
    public Evidence? Evidence { get; init; }
}

/// <summary>Whether gradient flow is a Riemannian gradient flow on the function space: whether function and invariants determine the tangent kernel.</summary>
public sealed record RiemannianFlowSection
{
    /// <summary>Whether it is, for every start whose function stays in the domain.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>The functions that the answer is about: <c>nonzero</c>, all but zero, or <c>smooth</c>, the smooth points of the Zariski closure.</summary>
    public required string Domain { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What the answer rests on.</summary>
    public Evidence Evidence { get; init; } = Evidence.Proved;

    /// <summary>Whether it is for balanced starts, whose filters all have the same norm.</summary>
    public required KernelAgreementRow Balanced { get; init; }

    /// <summary>A function and invariants that leave the choice between two kernels; null if the flow is Riemannian or the network is too large to print one.</summary>
    public RiemannianWitnessRow? Witness { get; init; }
}

/// <summary>Two parameters with the same function and the same invariants, and different tangent kernels.</summary>
public sealed record RiemannianWitnessRow
{
    /// <summary>The end-to-end filter of both.</summary>
    public required ImmutableArray<Scalar> Filter { get; init; }

    /// <summary>The invariants of both: the squared norm of each layer's filter less that of the next one's.</summary>
    public required ImmutableArray<Scalar> Invariants { get; init; }

    /// <summary>The two parameters, one filter per layer.</summary>
    public required ImmutableArray<ImmutableArray<ImmutableArray<Scalar>>> Parameters { get; init; }

    /// <summary>The entry in the first row and column of the tangent kernel at each.</summary>
    public required ImmutableArray<Scalar> Entries { get; init; }

    /// <summary><c>exact</c> if the numbers are rational, else <c>certified</c>: enclosures of the entries are disjoint.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>A bound on the error of every printed number; null if exact.</summary>
    public double? Radius { get; init; }
}

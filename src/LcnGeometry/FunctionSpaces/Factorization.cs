using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One real factorization of a filter into layers, in normal form.</summary>
/// <remarks>In layers 2..L the nonzero coefficient of highest index is one; layer 1 carries scale and sign.</remarks>
public sealed class Factorization
{
    internal Factorization(
        ImmutableArray<LayerFilter> filters, ImmutableArray<string?> roots, bool isSquarefree, ImmutableArray<ImmutableArray<int>> repeatedFilters)
    {
        Filters = filters;
        Roots = roots;
        IsSquarefree = isSquarefree;
        RepeatedFilters = repeatedFilters;
    }

    /// <summary>One filter per layer.</summary>
    public ImmutableArray<LayerFilter> Filters { get; }

    /// <summary>The names of the roots of each layer: two layers of the same size and stride have proportional filters exactly when these are equal; null for layers of size one.</summary>
    internal ImmutableArray<string?> Roots { get; }

    /// <summary>Whether every layer has distinct roots: then the factorization is critical for generic data on its stratum (C3).</summary>
    public bool IsSquarefree { get; }

    /// <summary>Whether layers with equal steps have no root in common.</summary>
    internal bool IsCoprime { get; init; }

    /// <summary>Pairs of layers, 1-based, with proportional filters of more than one entry.</summary>
    public ImmutableArray<ImmutableArray<int>> RepeatedFilters { get; }

    /// <summary>Exact if every filter is rational, else certified.</summary>
    public Evidence Evidence => Filters.All(f => f.IsExact) ? Evidence.Exact : Evidence.Certified;

    internal FactorizationRow ToRow() => new()
    {
        Filters = [.. Filters.Select(f => f.ToScalars())],
        Evidence = Evidence,
        Radius = Evidence == Evidence.Exact ? null : Filters.Max(f => f.Radius()),
        Squarefree = IsSquarefree,
        RepeatedFilters = RepeatedFilters,
    };
}

/// <summary>Every real factorization of a filter, or the first ones of a long list; the count is always complete.</summary>
public sealed class FactorizationSet
{
    internal FactorizationSet(Integer? count, ImmutableArray<Factorization> factorizations)
    {
        Count = count;
        Factorizations = factorizations;
    }

    /// <summary>The exact number of real factorizations modulo layer scalings; null for the zero filter, which has infinitely many.</summary>
    public Integer? Count { get; }

    /// <summary>The factorizations that were built, in a fixed order.</summary>
    public ImmutableArray<Factorization> Factorizations { get; }

    /// <summary>Whether <see cref="Factorizations"/> holds all of them.</summary>
    public Verdict Complete => Verdict.Of(Count == Factorizations.Length);
}

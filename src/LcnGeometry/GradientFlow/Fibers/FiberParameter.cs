using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>One choice of filters with a given end-to-end filter and given invariants.</summary>
public sealed class FiberParameter
{
    internal FiberParameter(ImmutableArray<LayerFilter> filters, int? factorization, ImmutableArray<int> signs)
    {
        Filters = filters;
        Factorization = factorization;
        Signs = signs;
    }

    /// <summary>One filter per layer, exact where rational, else enclosed.</summary>
    public ImmutableArray<LayerFilter> Filters { get; }

    /// <summary>The place of the factorization that it rescales in the list of factorizations, from 0; null for the zero function.</summary>
    public int? Factorization { get; }

    /// <summary>For each layer the sign of its scale; for the zero function the sign of the filter's one entry, 0 for a zero filter.</summary>
    public ImmutableArray<int> Signs { get; }

    /// <summary>Exact if every filter is rational, else certified.</summary>
    public Evidence Evidence => Filters.All(f => f.IsExact) ? Evidence.Exact : Evidence.Certified;

    internal FiberParameterRow ToRow() => new()
    {
        Filters = [.. Filters.Select(f => f.ToScalars())],
        Factorization = Factorization + 1,
        Signs = Signs,
        Evidence = Evidence,
        Radius = Evidence == Evidence.Exact ? null : Filters.Max(f => f.Radius()),
        Radii = Evidence == Evidence.Exact ? null : [.. Filters.Select(f => f.Radius())],
    };
}

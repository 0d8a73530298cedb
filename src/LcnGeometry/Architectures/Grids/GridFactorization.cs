using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One real factorization of a filter with several directions into layers, and the number of all.</summary>
internal sealed class GridFactorization
{
    private GridFactorization(ImmutableArray<LayerFilter> filters, Integer count)
    {
        Filters = filters;
        Count = count;
    }

    /// <summary>One tensor for each layer, in C order.</summary>
    public ImmutableArray<LayerFilter> Filters { get; }

    /// <summary>The number of real factorizations modulo scalings: the product over the blocks.</summary>
    public Integer Count { get; }

    /// <summary>A factorization of a nonzero filter that is representable; a rational one if there is one among the first.</summary>
    public static GridFactorization Of(GridArchitecture net, GridMembership membership, CancellationToken token)
    {
        const int considered = 12;
        var one = new RationalInterval(Rational.One, Rational.One);
        var filters = Enumerable.Repeat(new LayerFilter([one]), net.Depth).ToArray();
        Integer count = 1;
        foreach (var (block, filter, _) in membership.Factors)
        {
            if (block.Line is not { } line)
            {
                filters[block.Layers[0]] = new LayerFilter([.. filter.Select(entry => new RationalInterval(entry, entry))]);
                continue;
            }

            var set = line.FunctionSpace().Factor(filter, considered, token);
            var factorization = set.Factorizations.FirstOrDefault(f => f.Evidence == Evidence.Exact) ?? set.Factorizations[0];
            foreach (var (layer, own) in block.Layers.Zip(factorization.Filters)) filters[layer] = own;
            count *= set.Count!.Value;
        }

        filters[0] = filters[0].Scale(membership.Scale);
        return new GridFactorization([.. filters], count);
    }

    /// <summary>The factorization for a document.</summary>
    public GridFactorizationRow ToRow()
    {
        var isExact = Filters.All(filter => filter.IsExact);
        return new GridFactorizationRow
        {
            Filters = [.. Filters.Select(filter => filter.ToScalars())],
            Evidence = isExact ? Evidence.Exact : Evidence.Certified,
            Radius = isExact ? null : Filters.Max(filter => filter.Radius()),
        };
    }
}

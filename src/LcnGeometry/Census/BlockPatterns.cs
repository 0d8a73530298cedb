using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The real root patterns that the blocks of a network can have at once at a critical point for generic data, and the patterns of their products.</summary>
internal sealed class BlockPatterns
{
    // Beyond this the rules are not worth their cost.
    private const int MostProducts = 100_000, LargestDegree = 16;

    private readonly Architecture _net;
    private readonly ImmutableArray<LayerBlock> _blocks;
    private readonly FactorizationCounter _squarefree = new(distinctWithinLayer: true);

    // Null with one block of step one: then the pattern of the product is that of the block.
    private readonly Dictionary<RootPattern, List<ImmutableArray<RootPattern>>>? _products;
    private int _visited;

    private BlockPatterns(Architecture net)
    {
        _net = net;
        _blocks = LayerBlock.Of(net);
        if (_blocks.All(block => block.Step.IsOne)) return;
        _products = [];
    }

    /// <summary>The patterns of a network; null if there are too many.</summary>
    public static BlockPatterns? TryOf(Architecture net)
    {
        var patterns = new BlockPatterns(net);
        return patterns._products is null || patterns.Multiply(0, [], [], []) ? patterns : null;
    }

    /// <summary>Which patterns the blocks can have when their product has the given one.</summary>
    public IReadOnlyList<ImmutableArray<RootPattern>> Of(RootPattern product)
    {
        if (_products is not null) return _products.TryGetValue(product, out var found) ? found : [];
        if (_blocks.IsEmpty) return product.Degree == 0 ? [[]] : [];
        return IsSquarefree(_blocks[0], product) ? [[product]] : [];
    }

    /// <summary>Whether exactly the given classes of layers can hold equal filters; null if that could not be decided.</summary>
    public bool? Allows(RootPattern product, ImmutableArray<ImmutableArray<int>> classes)
    {
        // Layers of size one are in no block; a class that is not inside one block would tie different blocks together.
        if (classes.Any(layers => layers.Length > 1 && !_blocks.Any(block => layers.All(block.Layers.Contains)))) return false;
        var isOpen = false;
        foreach (var patterns in Of(product))
        {
            var all = true;
            for (var b = 0; b < _blocks.Length && all; b++)
            {
                ImmutableArray<ImmutableArray<int>> own = [.. classes.Where(layers => _blocks[b].Layers.Contains(layers[0]))];
                var filling = new ClassFilling([.. own.Select(layers => layers.Length)], [.. own.Select(layers => _net.Filters[layers[0]] - 1)], [.. RootGroup.OfReal(patterns[b])]);
                var exists = filling.Exists();
                isOpen |= exists is null;
                all = exists == true;
            }

            if (all) return true;
        }

        return isOpen ? null : false;
    }

    private bool IsSquarefree(LayerBlock block, RootPattern pattern) =>
        !_squarefree.Count(RootGroup.OfReal(pattern), block.Layers.Select(l => _net.Filters[l] - 1)).IsZero;

    /// <summary>Lists the products of the blocks from the given one on; false if there are too many.</summary>
    private bool Multiply(int index, ImmutableArray<RootPattern> patterns, ImmutableArray<int> real, ImmutableArray<int> pairs)
    {
        if (index == _blocks.Length)
        {
            var product = new RootPattern(real, pairs);
            if (!_products!.TryGetValue(product, out var list)) _products.Add(product, list = []);
            if (!list.Exists(known => known.SequenceEqual(patterns))) list.Add(patterns);
            return ++_visited <= MostProducts;
        }

        var block = _blocks[index];
        if (block.Degree > LargestDegree) return false;
        foreach (var pattern in RootPattern.All(block.Degree).Where(pattern => IsSquarefree(block, pattern)))
        {
            foreach (var (ownReal, ownPairs) in Expanded(pattern, (int)block.Step, 0))
            {
                if (!Multiply(index + 1, patterns.Add(pattern), real.AddRange(ownReal), pairs.AddRange(ownPairs))) return false;
            }
        }

        return true;
    }

    /// <summary>The multiplicities of the roots of F(x^S), for each choice of signs of the real roots of F where they matter.</summary>
    private static IEnumerable<(ImmutableArray<int> Real, ImmutableArray<int> Pairs)> Expanded(RootPattern pattern, int step, int root)
    {
        if (root == pattern.Real.Length)
        {
            yield return ([], [.. pattern.Pairs.SelectMany(m => Enumerable.Repeat(m, step))]);
            yield break;
        }

        var m = pattern.Real[root];
        foreach (var (real, pairs) in Expanded(pattern, step, root + 1))
        {
            if (step % 2 == 1)
            {
                yield return (real.Add(m), pairs.AddRange(Enumerable.Repeat(m, (step - 1) / 2)));
                continue;
            }

            yield return (real.Add(m).Add(m), pairs.AddRange(Enumerable.Repeat(m, (step - 2) / 2)));
            yield return (real, pairs.AddRange(Enumerable.Repeat(m, step / 2)));
        }
    }
}

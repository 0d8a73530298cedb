using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What the layers of a block have to do with each other.</summary>
public enum GridBlockKind
{
    /// <summary>One layer: its filter is free.</summary>
    Free,

    /// <summary>Several layers in one direction: a one-dimensional network.</summary>
    Line,

    /// <summary>Several layers that overlap, one of them with more than one entry in several directions.</summary>
    Tangled,
}

/// <summary>Layers that share places of the end-to-end filter, directly or through others; different blocks never meet.</summary>
/// <remarks>
/// The products of one entry of each block's filter stand at different places of the end-to-end filter, so that this is, up to zeros that never change,
/// the outer product of the blocks' filters: the function space is a Segre product of those of the blocks. Layers with one entry belong to no block.
/// </remarks>
public sealed class GridBlock
{
    private GridBlock(GridArchitecture net, ImmutableArray<int> layers)
    {
        Layers = layers;
        var directions = net.ActiveDirections.Where(d => layers.Any(l => net.Filters[l][d] > 1)).ToImmutableArray();
        Kind = layers.Length == 1 ? GridBlockKind.Free : directions.Length == 1 ? GridBlockKind.Line : GridBlockKind.Tangled;
        if (Kind == GridBlockKind.Line) Line = LineOf(net.Directions[directions[0]], layers);
        Direction = directions.Length == 1 ? directions[0] : null;
        Entries = Kind == GridBlockKind.Line ? Line!.EndToEndSize : net.EntryCounts[layers[0]];
        RootCount = layers.Sum(l => net.EntryCounts[l] - 1);
    }

    /// <summary>The layers, 0-based, ascending.</summary>
    public ImmutableArray<int> Layers { get; }

    /// <summary>What the layers have to do with each other.</summary>
    public GridBlockKind Kind { get; }

    /// <summary>The only direction in which the layers have more than one entry, 0-based; null if there are several.</summary>
    public int? Direction { get; }

    /// <summary>The block as a network of its own, when it is a line: the strides are those between its layers.</summary>
    public Architecture? Line { get; }

    /// <summary>The projective dimension of the block's function space.</summary>
    internal int RootCount { get; }

    /// <summary>The number of entries of the block's filter; of a tangled block that of its first layer.</summary>
    internal int Entries { get; }

    /// <summary>The blocks of a network, ordered by their first layers.</summary>
    /// <remarks>
    /// In one direction the layers up to some place make all multiples of the first one's step up to a sum, unless there is a gap: the next step
    /// exceeds the sum exactly when the two sides never meet. Blocks are what gaps leave connected, over all directions.
    /// </remarks>
    internal static ImmutableArray<GridBlock> Of(GridArchitecture net)
    {
        var root = Enumerable.Range(0, net.Depth).ToArray();
        foreach (var direction in net.Directions)
        {
            var last = -1;
            Integer reach = 0;
            for (var layer = 0; layer < net.Depth; layer++)
            {
                if (direction.Filters[layer] == 1) continue;
                if (last >= 0 && direction.StrideProducts[layer] <= reach) root[Find(layer)] = Find(last);
                reach += (direction.Filters[layer] - 1) * direction.StrideProducts[layer];
                last = layer;
            }
        }

        return
        [
            .. Enumerable.Range(0, net.Depth).Where(layer => net.EntryCounts[layer] > 1).GroupBy(Find)
                .Select(group => new GridBlock(net, [.. group])).OrderBy(block => block.Layers[0]),
        ];

        int Find(int layer)
        {
            while (root[layer] != layer) layer = root[layer];
            return layer;
        }
    }

    private static Architecture LineOf(Architecture direction, ImmutableArray<int> layers) => new(
        [.. layers.Select(layer => direction.Filters[layer])],
        [.. layers.Select((layer, i) => i + 1 == layers.Length ? 1 : (int)Integer.DivideExactly(direction.StrideProducts[layers[i + 1]], direction.StrideProducts[layer]))]);
}

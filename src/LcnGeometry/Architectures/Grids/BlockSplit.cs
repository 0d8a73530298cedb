using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A nonzero filter as an outer product of one filter for each block, or why it is none.</summary>
internal sealed class BlockSplit
{
    private BlockSplit(ImmutableArray<ImmutableArray<Rational>> filters) => Filters = filters;

    /// <summary>One filter for each block: the last entry that is not zero is one, except in the block of the first layer, which carries the scale.</summary>
    public ImmutableArray<ImmutableArray<Rational>> Filters { get; }

    /// <summary>The scale that no block carries, because the first layer has one entry.</summary>
    public Rational Scale { get; private init; } = Rational.One;

    /// <summary>Why the filter is no outer product, as a clause; null if it is one.</summary>
    public string? Obstruction { get; private init; }

    /// <summary>An equation of the closure that does not hold: an entry that should be zero, or a two by two minor; and its value.</summary>
    public (string Expression, Rational Value)? Equation { get; private init; }

    /// <summary>Splits a filter.</summary>
    public static BlockSplit Of(GridArchitecture net, ImmutableArray<GridBlock> blocks, ImmutableArray<Rational> filter)
    {
        var places = blocks.Select(block => PlacesOf(net, block)).ToArray();
        var index = new Dictionary<int, int[]> { [0] = [] };
        foreach (var own in places)
        {
            index = index.SelectMany(pair => own.Select((place, i) => (Place: pair.Key + place, Index: (int[])[.. pair.Value, i])))
                .ToDictionary(one => one.Place, one => one.Index);
        }

        for (var place = 0; place < filter.Length; place++)
        {
            if (filter[place].IsZero || index.ContainsKey(place)) continue;
            var name = NameOf(net, place);
            return new BlockSplit([]) { Obstruction = $"{name} is zero in every filter of the network, and here it is {filter[place]}", Equation = (name, filter[place]) };
        }

        // The last entry in C order is the product of the blocks' last ones whenever there is an outer product.
        var pivot = Enumerable.Range(0, filter.Length).Last(place => !filter[place].IsZero);
        var center = index[pivot];
        int At(int[] at) => at.Select((i, block) => places[block][i]).Sum();
        int[] Moved(int[] from, int block, int entry) => [.. from.Select((i, b) => b == block ? entry : i)];
        foreach (var (place, at) in index)
        {
            // From the pivot to this entry, one block at a time.
            var way = center;
            for (var block = 0; block < blocks.Length; block++)
            {
                var next = Moved(way, block, at[block]);
                var single = Moved(center, block, at[block]);
                var minor = (filter[At(next)] * filter[pivot]) - (filter[At(way)] * filter[At(single)]);
                if (!minor.IsZero)
                {
                    var text = $"{NameOf(net, At(next))}*{NameOf(net, pivot)} - {NameOf(net, At(way))}*{NameOf(net, At(single))}";
                    return new BlockSplit([])
                    {
                        Obstruction = $"it is no outer product of one filter for each of the {blocks.Length} blocks: {text} = {minor}",
                        Equation = (text, minor),
                    };
                }

                way = next;
            }
        }

        var scaled = blocks.Select((block, b) =>
        {
            ImmutableArray<Rational> own = [.. places[b].Select((_, i) => filter[At(Moved(center, b, i))])];
            return block.Layers[0] == 0 ? own : [.. own.Select(entry => entry / filter[pivot])];
        }).ToImmutableArray();
        return new BlockSplit(scaled) { Scale = blocks.Length > 0 && blocks[0].Layers[0] == 0 ? Rational.One : filter[pivot] };
    }

    /// <summary>The name of an entry: <c>c12</c>, or <c>c1_12</c> where an index has two digits.</summary>
    public static string NameOf(GridArchitecture net, int place)
    {
        var steps = GridOffsets.Steps(net.EndToEndSize);
        var index = net.EndToEndSize.Select((size, direction) => place / steps[direction] % size).ToArray();
        return net.EndToEndSize.All(size => size <= 10) ? $"c{string.Concat(index)}" : $"c{string.Join('_', index)}";
    }

    private static int[] PlacesOf(GridArchitecture net, GridBlock block)
    {
        var first = GridOffsets.EndToEnd(net)[block.Layers[0]];
        return block.Line is { } line ? [.. Enumerable.Range(0, line.EndToEndSize).Select(m => m * first[1])] : first;
    }
}

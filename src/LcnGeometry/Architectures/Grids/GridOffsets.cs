using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Places in tensors that are kept in C order.</summary>
internal static class GridOffsets
{
    /// <summary>For each layer and each of its entries, how far the entry moves along the end-to-end tensor.</summary>
    /// <remarks>Places of layers add up: the sizes of the end-to-end tensor leave no room for a carry.</remarks>
    public static int[][] EndToEnd(GridArchitecture net)
    {
        var steps = Steps(net.EndToEndSize);
        return [.. net.Filters.Select((sizes, layer) => Indices(sizes).Select(index =>
        {
            var place = 0;
            for (var direction = 0; direction < index.Length; direction++)
            {
                // The stride product of a layer of size one may exceed every integer type.
                if (index[direction] > 0) place += index[direction] * (int)net.Directions[direction].StrideProducts[layer] * steps[direction];
            }

            return place;
        }).ToArray())];
    }

    /// <summary>How far one step in each direction moves.</summary>
    public static int[] Steps(ImmutableArray<int> sizes)
    {
        var steps = new int[sizes.Length];
        for (int direction = sizes.Length - 1, step = 1; direction >= 0; direction--)
        {
            steps[direction] = step;
            step *= sizes[direction];
        }

        return steps;
    }

    /// <summary>All multi-indices of a tensor, in C order.</summary>
    public static IEnumerable<int[]> Indices(ImmutableArray<int> sizes)
    {
        var index = new int[sizes.Length];
        while (true)
        {
            yield return [.. index];
            var direction = sizes.Length - 1;
            while (direction >= 0 && ++index[direction] == sizes[direction]) index[direction--] = 0;
            if (direction < 0) yield break;
        }
    }
}

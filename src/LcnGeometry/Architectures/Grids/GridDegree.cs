using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>How many parameters modulo scalings give one generic filter of several directions.</summary>
internal static class GridDegree
{
    /// <summary>The degree of a product of projective spaces: a multinomial coefficient.</summary>
    public static Integer OfSegre(ImmutableArray<int> entryCounts)
    {
        Integer degree = 1;
        var placed = 0;
        foreach (var entries in entryCounts)
        {
            for (var i = 1; i < entries; i++) degree = Integer.DivideExactly(degree * ++placed, i);
        }

        return degree;
    }

    /// <summary>The number of complex parameters modulo scalings over a generic filter of the function space.</summary>
    public static Integer OfFiber(GridArchitecture net)
    {
        Integer fiber = 1;
        var all = Enumerable.Range(0, net.Depth).ToImmutableArray();
        foreach (var group in ExchangeableLayers(net, all)) fiber *= CriticalPointCount.Factorial(group.Length);
        foreach (var direction in net.ActiveDirections)
        {
            if (LayersAlong(net, direction, all) is { } along) fiber *= Integer.DivideExactly(OfSegre(along.Filters), along.FunctionSpace().Degree);
        }

        return fiber;
    }

    /// <summary>The layers with entries in several directions, in groups of equal sizes and equal steps.</summary>
    public static IEnumerable<ImmutableArray<int>> ExchangeableLayers(GridArchitecture net, ImmutableArray<int> layers) => layers
        .Where(layer => net.Filters[layer].Count(size => size > 1) > 1)
        .GroupBy(layer => string.Join(',', net.Filters[layer].Select((size, d) => size == 1 ? "1" : $"{size}/{net.Directions[d].StrideProducts[layer]}")))
        .Select(group => group.ToImmutableArray());

    /// <summary>The network of those of the layers that have more than one entry in one given direction only; null if there is none.</summary>
    public static Architecture? LayersAlong(GridArchitecture net, int direction, ImmutableArray<int> layers)
    {
        bool IsAlong(int layer) => layers.Contains(layer) && net.Filters[layer][direction] > 1 && net.Filters[layer].Count(size => size > 1) == 1;
        if (!layers.Any(IsAlong)) return null;
        var along = net.Directions[direction];
        return new Architecture([.. Enumerable.Range(0, net.Depth).Select(layer => IsAlong(layer) ? along.Filters[layer] : 1)], along.Strides);
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace LcnGeometry;

/// <summary>Layers, 0-based, in classes of proportional filters; layers of size one stand alone.</summary>
internal static class LayerClasses
{
    // With more layers there are too many ways to group them.
    private const int MostLayers = 8;

    /// <summary>Whether <see cref="All"/> is short.</summary>
    public static bool AreFew(Architecture net) => net.Depth <= MostLayers;

    /// <summary>Every way to group layers of equal sizes.</summary>
    public static IEnumerable<ImmutableArray<ImmutableArray<int>>> All(Architecture net) => Grow(net, 0, []);

    /// <summary>Reads pairs of layers, 1-based, as in the table of runs: <c>1-2;1-3;2-3</c>; null if they are not all pairs of such classes.</summary>
    public static ImmutableArray<ImmutableArray<int>>? Read(string repeated, Architecture net)
    {
        var names = Enumerable.Range(0, net.Depth).ToArray();
        var pairs = new HashSet<(int, int)>();
        foreach (var pair in repeated.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = pair.Split('-');
            if (ends.Length != 2 || !Layer(ends[0], out var a) || !Layer(ends[1], out var b) || a < 1 || b <= a || b > net.Depth) return null;
            pairs.Add((a, b));
            var (low, high) = (Math.Min(names[a - 1], names[b - 1]), Math.Max(names[a - 1], names[b - 1]));
            for (var l = 0; l < names.Length; l++) names[l] = names[l] == high ? low : names[l];
        }

        ImmutableArray<ImmutableArray<int>> classes = [.. Enumerable.Range(0, net.Depth).GroupBy(l => names[l]).Select(layers => layers.ToImmutableArray())];
        var agree = classes.All(layers => layers.All(l => net.Filters[l] == net.Filters[layers[0]])) && classes.Sum(layers => layers.Length * (layers.Length - 1) / 2) == pairs.Count;
        return agree ? classes : null;
    }

    private static bool Layer(string text, out int layer) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out layer);

    private static IEnumerable<ImmutableArray<ImmutableArray<int>>> Grow(Architecture net, int layer, ImmutableArray<ImmutableArray<int>> sofar)
    {
        if (layer == net.Depth)
        {
            yield return sofar;
            yield break;
        }

        for (var join = 0; join < sofar.Length; join++)
        {
            if (net.Filters[layer] == 1 || net.Filters[sofar[join][0]] != net.Filters[layer]) continue;
            foreach (var grouping in Grow(net, layer + 1, sofar.SetItem(join, sofar[join].Add(layer)))) yield return grouping;
        }

        foreach (var grouping in Grow(net, layer + 1, sofar.Add([layer]))) yield return grouping;
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Layers with proportional filters, in as few words as possible.</summary>
internal static class RepeatedFilters
{
    private const int MostSpelled = 2;

    /// <summary>The layers of one filter stack that are alike: <c>1 ∥ 3 ∥ 4, 2 ∥ 5</c>; <c>none</c> without any.</summary>
    internal static string Of(ImmutableArray<ImmutableArray<int>> pairs) => pairs.IsEmpty ? "none" : Spelled(Classes(pairs));

    /// <summary>The same for many stacks: spelled out when few differ, else by the numbers of layers that are alike.</summary>
    internal static string OfMany(IReadOnlyList<ImmutableArray<ImmutableArray<int>>> stacks)
    {
        var classes = stacks.Select(Classes).ToList();
        var spelled = Counted(classes.Select(Spelled));
        return spelled.Count <= MostSpelled ? Text(spelled, stacks.Count) : Text(Counted(classes.Select(Sizes)), stacks.Count);
    }

    private static string Spelled(List<SortedSet<int>> classes) =>
        classes.Count == 0 ? "none" : string.Join(", ", classes.Select(layers => string.Join(" ∥ ", layers.Select(NumberText.Count))));

    private static string Sizes(List<SortedSet<int>> classes) =>
        classes.Count == 0 ? "none" : string.Join(" and ", classes.Select(layers => layers.Count).OrderDescending().Select(NumberText.Count)) + " layers alike";

    private static List<(string Text, int Count)> Counted(IEnumerable<string> texts) =>
        [.. texts.CountBy(text => text).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];

    private static string Text(List<(string Text, int Count)> counted, int all) =>
        string.Join("; ", counted.Select(item => item.Count == all ? item.Text : $"{item.Text} in {NumberText.Count(item.Count)}"));

    // Layers that are joined by pairs, by their first layer.
    private static List<SortedSet<int>> Classes(ImmutableArray<ImmutableArray<int>> pairs)
    {
        var classes = new List<SortedSet<int>>();
        foreach (var pair in pairs)
        {
            var joined = classes.FindAll(layers => layers.Overlaps(pair));
            classes.RemoveAll(joined.Contains);
            classes.Add([.. joined.SelectMany(layers => layers), .. pair]);
        }

        return [.. classes.OrderBy(layers => layers.Min)];
    }
}

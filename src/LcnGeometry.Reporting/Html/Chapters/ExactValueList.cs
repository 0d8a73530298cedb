using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The exact fractions behind rounded numbers, folded away.</summary>
internal static class ExactValueList
{
    private const int MostEntries = 48, LongestEntry = 240;

    /// <summary>The values that were rounded elsewhere; null when there are none.</summary>
    internal static Element? Render(IEnumerable<(string Name, Scalar Value)> entries)
    {
        var rounded = entries.Where(entry => entry.Value.IsExact && NumberText.Of(entry.Value).IsRounded).ToList();
        if (rounded.Count == 0) return null;
        var list = new Element("dl").Class("fractions");
        foreach (var (name, value) in rounded.Take(MostEntries)) list.Add(Div("", El("dt", name), El("dd", Code(Shortened(value.ToString())))));
        var more = rounded.Count > MostEntries ? P($"{NumberText.Count(rounded.Count - MostEntries)} more in the JSON") : null;
        return Details("Exact values", list, more);
    }

    private static string Shortened(string fraction) => fraction.Length <= LongestEntry
        ? fraction
        : $"{fraction[..(LongestEntry / 2)]} … {fraction[^(LongestEntry / 4)..]} ({NumberText.Count(fraction.Length)} characters, in full in the JSON)";
}

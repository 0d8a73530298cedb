using System.Collections.Immutable;
using System.Globalization;

namespace LcnGeometry;

/// <summary>Sizes with several directions as text, such as <c>3x3,2x2</c>.</summary>
internal static class GridText
{
    /// <summary>Reads one list of sizes for each layer.</summary>
    public static ImmutableArray<ImmutableArray<int>> Sizes(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(',').Select((layer, i) => Layer(layer.Trim(), i))];

        ImmutableArray<int> Layer(string layer, int i) =>
            [.. layer.Split('x').Select(size => int.TryParse(size.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new FormatException($"'{layer}' is not a {what}: entry {i + 1} of '{text}' must be integers of at least 1, joined by x as in 3x3."))];
    }

    /// <summary>One list of sizes for each layer as text.</summary>
    public static string Of(ImmutableArray<ImmutableArray<int>> sizes) => string.Join(',', sizes.Select(Of));

    /// <summary>The sizes of one layer as text.</summary>
    public static string Of(ImmutableArray<int> sizes) => string.Join('x', sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}

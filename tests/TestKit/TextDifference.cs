using System.Text;

namespace LcnGeometry.TestKit;

/// <summary>A short account of where two texts part.</summary>
public static class TextDifference
{
    /// <summary>The first few differing lines, each with its number.</summary>
    public static string Between(string expected, string actual, int most = 6)
    {
        var (a, b) = (Lines(expected), Lines(actual));
        var text = new StringBuilder();
        var shown = 0;
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            var (left, right) = (i < a.Length ? a[i] : null, i < b.Length ? b[i] : null);
            if (left == right) continue;
            if (++shown > most) continue;
            text.Append("  line ").Append(i + 1).AppendLine(":");
            text.Append("    - ").AppendLine(left ?? "(no such line)");
            text.Append("    + ").AppendLine(right ?? "(no such line)");
        }
        if (shown > most) text.Append("  and ").Append(shown - most).AppendLine(" further lines");
        return shown == 0 ? "  no line differs" : text.ToString().TrimEnd();
    }

    /// <summary>The text with line feeds alone.</summary>
    public static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string[] Lines(string text) => Unix(text).Split('\n');
}

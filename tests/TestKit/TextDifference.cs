using System.Globalization;
using System.Text;

namespace LcnGeometry.TestKit;

/// <summary>A short account of where two texts part.</summary>
public static class TextDifference
{
    /// <summary>The first lines that were taken away (-) or added (+), each with its number in its own text.</summary>
    public static string Between(string expected, string actual, int most = 12)
    {
        var (a, b) = (Unix(expected).Split('\n'), Unix(actual).Split('\n'));
        var changes = Changes(a, b).ToArray();
        if (changes.Length == 0) return "  no line differs";
        var text = new StringBuilder();
        foreach (var (sign, number, line) in changes.Take(most))
            text.Append(CultureInfo.InvariantCulture, $"  {sign} {number,4}: {line}").AppendLine();
        if (changes.Length > most) text.Append(CultureInfo.InvariantCulture, $"  and {changes.Length - most} further lines").AppendLine();
        return text.ToString().TrimEnd();
    }

    /// <summary>The text with line feeds alone.</summary>
    public static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>A shortest edit by the longest common subsequence of what is left between equal beginnings and ends.</summary>
    private static IEnumerable<(char Sign, int Number, string Line)> Changes(string[] a, string[] b)
    {
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) (endA, endB) = (endA - 1, endB - 1);

        var common = Common(a.AsSpan(start, endA - start), b.AsSpan(start, endB - start));
        var (i, j) = (start, start);
        while (i < endA || j < endB)
        {
            if (i < endA && j < endB && a[i] == b[j]) (i, j) = (i + 1, j + 1);
            else if (i < endA && (j == endB || common[i - start + 1, j - start] >= common[i - start, j - start + 1])) yield return ('-', i + 1, a[i++]);
            else yield return ('+', j + 1, b[j++]);
        }
    }

    private static int[,] Common(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var length = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                length[i, j] = a[i] == b[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        return length;
    }
}

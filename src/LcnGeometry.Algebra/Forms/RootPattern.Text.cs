using System.Globalization;

namespace LcnGeometry.Algebra;

public sealed partial class RootPattern
{
    /// <summary>
    /// Real multiplicities, a bar, multiplicities of pairs: <c>21|1</c>, <c>3|</c>, <c>|11</c>. A side with a multiplicity above 9
    /// is separated by commas: <c>12,3|1</c>. A single one stands alone, and only the degree tells <c>12|</c> from two roots: here it is 12.
    /// </summary>
    public override string ToString() => $"{Write(Real.AsSpan())}|{Write(Pairs.AsSpan())}";

    /// <summary>
    /// Reads what <see cref="ToString"/> writes, with the multiplicities of a side in any order. Digits without a comma are one multiplicity each;
    /// a comma after a single multiplicity above 9 makes it one: <c>12,|</c>.
    /// </summary>
    /// <exception cref="FormatException">The text is not a pattern.</exception>
    public static RootPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar >= 0 && Read(text.AsSpan(0, bar)) is { } real && Read(text.AsSpan(bar + 1)) is { } pairs
            ? new RootPattern(real, pairs)
            : throw new FormatException($"'{text}' is not a root pattern; expected multiplicities on both sides of a bar, such as 21|1, |11 or 12,3|.");
    }

    private static string Write(ReadOnlySpan<int> side)
    {
        if (side.IsEmpty) return "";
        var words = new string[side.Length];
        for (var i = 0; i < words.Length; i++) words[i] = side[i].ToString(CultureInfo.InvariantCulture);
        if (side[0] <= 9) return string.Concat(words);
        return string.Join(',', words);
    }

    private static List<int>? Read(ReadOnlySpan<char> side)
    {
        side = side.Trim();
        var multiplicities = new List<int>();
        if (!side.Contains(','))
        {
            foreach (var digit in side)
            {
                if (digit is < '1' or > '9') return null;
                multiplicities.Add(digit - '0');
            }

            return multiplicities;
        }

        if (side[^1] == ',') side = side[..^1];
        foreach (var range in side.Split(','))
        {
            if (!int.TryParse(side[range].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var multiplicity) || multiplicity < 1) return null;
            multiplicities.Add(multiplicity);
        }

        return multiplicities;
    }
}

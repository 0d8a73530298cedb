using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>
/// Widths of the columns of a table that is too wide for its console, chosen so that no word is broken and the table stays short; the space between columns
/// shrinks before a word breaks, and where every row then takes one line. No columns: the table fits as it is, or words have to break.
/// </summary>
internal readonly record struct ColumnWidths(ImmutableArray<int> Columns, int Padding)
{
    private const int WidestPadding = 2;

    /// <summary>Widths for a console of a number of characters; columns of numbers keep theirs.</summary>
    internal static ColumnWidths Of(ImmutableArray<string> heads, ImmutableArray<bool> isNumber, ImmutableArray<ImmutableArray<string>> rows, int console)
    {
        ImmutableArray<ImmutableArray<ImmutableArray<int>>> words = [.. rows.Insert(0, heads).Select(row => row.Select(cell => cell.Split(' ').Select(word => word.Length).ToImmutableArray()).ToImmutableArray())];
        ImmutableArray<int> whole = [.. heads.Select((_, j) => words.Max(row => row[j].Sum() + row[j].Length - 1))];
        ImmutableArray<int> least = [.. heads.Select((_, j) => isNumber[j] ? whole[j] : words.Max(row => row[j].Max()))];
        for (var padding = WidestPadding; padding > 0; padding--)
        {
            if (whole.Sum() <= Free(padding)) return new ColumnWidths([], padding);
        }

        for (var padding = WidestPadding; padding >= 0; padding--)
        {
            if (least.Sum() <= Free(padding)) return new ColumnWidths(Narrowed(whole, least, words, Free(padding)), padding);
        }

        return new ColumnWidths([], WidestPadding);

        int Free(int padding) => console - 1 - heads.Length * (padding + 1);
    }

    // Character by character: the widest column gives way, or the one where the table grows least, whichever makes the shorter table.
    private static ImmutableArray<int> Narrowed(ImmutableArray<int> whole, ImmutableArray<int> least, ImmutableArray<ImmutableArray<ImmutableArray<int>>> words, int room)
    {
        var byWidth = Shrunk((_, _) => 0);
        var byLines = Shrunk((widths, j) => Lines(words, [.. widths.Select((width, i) => i == j ? width - 1 : width)]));
        return Lines(words, byLines) < Lines(words, byWidth) ? byLines : byWidth;

        ImmutableArray<int> Shrunk(Func<int[], int, int> cost)
        {
            int[] widths = [.. whole];
            while (widths.Sum() > room) widths[Enumerable.Range(0, widths.Length).Where(j => widths[j] > least[j]).MinBy(j => (cost(widths, j), -widths[j], -j))]--;
            return [.. widths];
        }
    }

    private static int Lines(ImmutableArray<ImmutableArray<ImmutableArray<int>>> words, ImmutableArray<int> widths) => words.Sum(row => row.Select((cell, j) => LinesOf(cell, widths[j])).Max());

    private static int LinesOf(ImmutableArray<int> words, int width)
    {
        var (lines, used) = (1, -1);
        foreach (var word in words)
        {
            if (used + 1 + word > width) (lines, used) = (lines + 1, -1);
            used += 1 + word;
        }

        return lines;
    }
}

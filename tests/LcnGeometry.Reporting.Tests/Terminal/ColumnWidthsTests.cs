using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

public sealed class ColumnWidthsTests
{
    [Fact]
    public void Columns_fit_and_hold_their_longest_words_whenever_that_is_possible() => PropertyRun.Trials(Effort.Trials(400), random =>
    {
        var columns = random.Between(1, 8);
        ImmutableArray<bool> isNumber = [.. Enumerable.Range(0, columns).Select(_ => random.Between(0, 1) == 1)];
        ImmutableArray<string> heads = [.. isNumber.Select(_ => Text(random))];
        ImmutableArray<ImmutableArray<string>> rows = [.. Enumerable.Range(0, random.Between(0, 4)).Select(_ => isNumber.Select(_ => Text(random)).ToImmutableArray())];
        var console = random.Between(20, 120);
        var widths = ColumnWidths.Of(heads, isNumber, rows, console);
        ImmutableArray<int> whole = [.. isNumber.Select((_, j) => Cells(j).Max(cell => cell.Length))];
        ImmutableArray<int> least = [.. isNumber.Select((number, j) => number ? whole[j] : Cells(j).SelectMany(cell => cell.Split(' ')).Max(word => word.Length))];

        // One space left of the table and one right of each column, besides the padding.
        if (whole.Sum() + (3 * columns) + 1 <= console)
        {
            Assert.Equal((0, 2), (widths.Columns.Length, widths.Padding));
        }
        else if (whole.Sum() + (2 * columns) + 1 <= console)
        {
            Assert.Equal((0, 1), (widths.Columns.Length, widths.Padding));
        }
        else if (least.Sum() + columns + 1 <= console)
        {
            Assert.Equal(columns, widths.Columns.Length);
            var wide = widths.Columns.Sum() + ((widths.Padding + 1) * columns) + 1;
            Assert.True(wide == console || (wide < console && widths.Columns.SequenceEqual(whole)));
            Assert.True(widths.Padding == 2 || least.Sum() + ((widths.Padding + 2) * columns) + 1 > console);
            for (var j = 0; j < columns; j++) Assert.InRange(widths.Columns[j], least[j], whole[j]);
        }
        else
        {
            Assert.Empty(widths.Columns);
        }

        IEnumerable<string> Cells(int column) => rows.Select(row => row[column]).Prepend(heads[column]);
    });

    private static string Text(TestRandom random) => string.Join(' ', Enumerable.Range(0, random.Between(1, 4)).Select(_ => new string('a', random.Between(1, 9))));
}

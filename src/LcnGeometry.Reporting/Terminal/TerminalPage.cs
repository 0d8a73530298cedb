using System.Collections.Immutable;
using Spectre.Console;

namespace LcnGeometry.Reporting;

/// <summary>The few forms that terminal reports are made of.</summary>
internal sealed class TerminalPage
{
    private const int LongestFilter = 58;
    private readonly IAnsiConsole _console;
    private readonly bool _unicode;
    private bool _rounded;

    internal TerminalPage(IAnsiConsole console) => (_console, _unicode) = (console, console.Profile.Capabilities.Unicode);

    /// <summary>The first line.</summary>
    internal void Title(string text)
    {
        Line(text, new Style(decoration: Decoration.Bold));
        _console.WriteLine();
    }

    internal void Line(string text, Style? style = null) => _console.Write(new Paragraph(Shown(text) + "\n", style ?? Style.Plain));

    internal void Blank() => _console.WriteLine();

    /// <summary>Terms and their values in two columns.</summary>
    internal void Facts(params ReadOnlySpan<(string Term, string? Value)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().PadLeft(2).PadRight(2).NoWrap()).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var (term, value) in facts)
        {
            if (value is not null) grid.AddRow(new Text(Shown(term), new Style(decoration: Decoration.Dim)), new Text(Shown(value), ValueStyle(value)));
        }

        _console.Write(grid);
    }

    /// <summary>A table; heads that begin with <c>#</c> stand over numbers. Rows beyond the limit are counted.</summary>
    internal void Table<T>(ImmutableArray<string> heads, IReadOnlyList<T> items, int limit, Func<T, int, ImmutableArray<string>> cells)
    {
        var table = new Table().Border(new HeadRuleBorder(_unicode));
        ImmutableArray<string> titles = [.. heads.Select(head => Shown(head.Length > 1 && head.StartsWith('#') ? head[1..] : head))];
        ImmutableArray<ImmutableArray<string>> rows = [.. items.Take(limit).Select((item, i) => cells(item, i).Select(Shown).ToImmutableArray())];
        var widths = ColumnWidths.Of(titles, [.. heads.Select(head => head.StartsWith('#'))], rows, _console.Profile.Width);
        for (var j = 0; j < heads.Length; j++)
        {
            var column = new TableColumn(new Text(titles[j], new Style(decoration: Decoration.Bold))).PadLeft(0).PadRight(widths.Padding);
            if (!widths.Columns.IsEmpty) column.Width(widths.Columns[j]);
            table.AddColumn(heads[j].StartsWith('#') ? column.RightAligned().NoWrap() : column);
        }

        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(cell, ValueStyle(cell))));
        _console.Write(table);
        if (items.Count > limit) Line($"  {NumberText.Count(items.Count - limit)} more with --json");
    }

    internal void Notes(ImmutableArray<string> notes)
    {
        if (notes.IsDefaultOrEmpty) return;
        Blank();
        foreach (var note in notes) Line("note: " + note, new Style(decoration: Decoration.Dim));
    }

    /// <summary>The last line, when a value was rounded.</summary>
    internal void Finish()
    {
        if (!_rounded) return;
        Blank();
        Line("≈ marks exact values that were rounded; --json has them exactly.", new Style(decoration: Decoration.Dim));
    }

    /// <summary>A value in at most twelve digits.</summary>
    internal string Number(Scalar value) => Marked(NumberText.Of(value));

    internal string Number(LcnGeometry.Algebra.Integer value) => Marked(NumberText.Of(value));

    internal static string Number(double value, int digits = 6) => NumberText.Significant(value, digits);

    /// <summary>A filter in a line, its middle left out when it is long.</summary>
    internal string Filter(ImmutableArray<Scalar> filter)
    {
        if (filter.Any(value => NumberText.Of(value).IsRounded)) _rounded = true;
        return (filter.Any(value => NumberText.Of(value).IsRounded) ? "≈ " : "") + Shortened([.. filter.Select(value => NumberText.Of(value).Text)]);
    }

    internal static string Filter(ImmutableArray<double> filter, int digits = 5) => Shortened([.. filter.Select(value => Number(value, digits))]);

    internal string Product(ImmutableArray<ImmutableArray<Scalar>> filters) => string.Join(" * ", filters.Select(Filter));

    private string Marked(NumberText text)
    {
        _rounded |= text.IsRounded;
        return text.Plain;
    }

    private static string Shortened(ImmutableArray<string> entries)
    {
        var whole = "(" + string.Join(", ", entries) + ")";
        return whole.Length <= LongestFilter || entries.Length <= 4
            ? whole
            : $"({string.Join(", ", entries[..2])}, .., {entries[^1]}) of size {NumberText.Count(entries.Length)}";
    }

    private string Shown(string text)
    {
        text = SafeText.OneLine(text);
        return _unicode ? text : text.Replace('≈', '~').Replace('–', '-').Replace('’', '\'').Replace("∥", "||", StringComparison.Ordinal).Replace("±", "+-", StringComparison.Ordinal).Replace("∞", "infinity", StringComparison.Ordinal);
    }

    private static Style ValueStyle(string value) => value switch
    {
        "yes" or "passed" or "interior" or "converged" or "global minimum" => new Style(Color.Green),
        "no" or "outside" or "diverging" => new Style(Color.Red),
        "undecided" or "budget" or "stiff" or "degenerate" => new Style(Color.Yellow),
        "boundary" => new Style(Color.Blue),
        "spurious local minimum" or "local minimum" => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}

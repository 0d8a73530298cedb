using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>How the cells of a column are set.</summary>
internal enum ColumnKind
{
    /// <summary>To the left.</summary>
    Text,

    /// <summary>To the right, digits of equal width.</summary>
    Number,

    /// <summary>In the middle.</summary>
    Mark,
}

/// <summary>A numbered table with column heads; the first column names the row.</summary>
internal sealed class DataTable
{
    private readonly ImmutableArray<(string Head, ColumnKind Kind)> _columns;
    private readonly Element _body = new("tbody");
    private int _left;

    internal DataTable(params ReadOnlySpan<(string Head, ColumnKind Kind)> columns) => _columns = [.. columns];

    /// <summary>Adds rows up to a limit; how many are left out is said below them.</summary>
    internal DataTable AddRows<T>(IReadOnlyList<T> items, int limit, Func<T, int, ImmutableArray<Node?>> cells)
    {
        for (var i = 0; i < Math.Min(limit, items.Count); i++) AddRow(cells(items[i], i));
        _left += Math.Max(0, items.Count - limit);
        return this;
    }

    internal DataTable AddRow(ImmutableArray<Node?> cells)
    {
        var row = El("tr");
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = i == 0 ? El("th", cells[i]).Set("scope", "row") : El("td", cells[i]);
            row.Add(cell.Class(CssClass(_columns[i].Kind)));
        }

        _body.Add(row);
        return this;
    }

    /// <summary>The table with its number and caption.</summary>
    internal Element ToHtml(int number, string title, params ReadOnlySpan<Node?> caption)
    {
        var label = "Table " + NumberText.Count(number);
        var head = El("tr").AddAll(_columns.Select(column => El("th", column.Head).Set("scope", "col").Class(CssClass(column.Kind))));
        var id = "table-" + NumberText.Count(number);
        var table = El("table", El("thead", head), _body).Set("aria-labelledby", id + "-caption");
        if (_left > 0)
        {
            var more = El("td", $"{NumberText.Count(_left)} more in the JSON").Set("colspan", NumberText.Count(_columns.Length));
            table.Add(El("tfoot", El("tr", more)));
        }

        return El("figure",
            El("figcaption", Span("label", label + "."), " ", El("strong", title + "."), " ").Add(caption).Set("id", id + "-caption"),
            Div("scroll", table).Set("role", "region").Set("tabindex", "0").Set("aria-label", label))
            .Class("table").Set("id", id);
    }

    private static string? CssClass(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => "number",
        ColumnKind.Mark => "mark-cell",
        _ => null,
    };
}

using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Names for the colours and marks of a figure, as text that wraps.</summary>
internal sealed class Legend
{
    private const double Width = 28, Height = 14;
    private readonly Element _list = new Element("ul").Class("legend");

    /// <summary>Adds an entry drawn on a canvas of 28 by 14.</summary>
    internal Legend Add(string text, params ReadOnlySpan<Node?> swatch)
    {
        _list.Add(El("li",
            El("svg").Add(swatch).Set("xmlns", Svg.Namespace).Set("viewBox", "0 0 28 14").Class("swatch").Set("aria-hidden", "true"),
            Span("", text)));
        return this;
    }

    /// <summary>An entry for a line.</summary>
    internal Legend Line(string text, string cssClass) => Add(text, Svg.Line(2, Height / 2, Width - 2, Height / 2, cssClass));

    /// <summary>An entry for a mark.</summary>
    internal Legend Mark(string text, Marker marker, string cssClass) => Add(text, marker.At(Width / 2, Height / 2, 5, cssClass));

    /// <summary>An entry for a filled region.</summary>
    internal Legend Region(string text, params ReadOnlySpan<string> cssClasses)
    {
        var swatch = Svg.Group();
        foreach (var cssClass in cssClasses) swatch.Add(Svg.Rectangle(1, 1, Width - 2, Height - 2, cssClass));
        return Add(text, swatch);
    }

    internal Element? ToHtml() => _list.IsEmpty ? null : _list;
}

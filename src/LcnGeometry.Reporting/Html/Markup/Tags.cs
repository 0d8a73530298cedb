namespace LcnGeometry.Reporting;

/// <summary>Short names for building markup.</summary>
internal static class Tags
{
    /// <summary>An element with children.</summary>
    internal static Element El(string name, params ReadOnlySpan<Node?> children) => new(name, children);

    /// <summary>A paragraph.</summary>
    internal static Element P(params ReadOnlySpan<Node?> children) => new("p", children);

    /// <summary>An inline piece with a class.</summary>
    internal static Element Span(string cssClass, params ReadOnlySpan<Node?> children) => new Element("span").Class(cssClass).Add(children);

    /// <summary>A block with a class.</summary>
    internal static Element Div(string cssClass, params ReadOnlySpan<Node?> children) => new Element("div").Class(cssClass).Add(children);

    /// <summary>Text that came from outside: set in type, isolated from the direction of the text around it.</summary>
    internal static Element Code(string text) => new("code", text);

    /// <summary>Something that unfolds on request.</summary>
    internal static Element Details(string summary, params ReadOnlySpan<Node?> children) =>
        new Element("details", new Element("summary", summary)).Add(children);
}

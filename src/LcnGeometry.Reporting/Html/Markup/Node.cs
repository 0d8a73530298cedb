using System.Text;

namespace LcnGeometry.Reporting;

/// <summary>A piece of a page: an element or text.</summary>
internal abstract class Node
{
    /// <summary>Plain text; it is escaped when written.</summary>
    public static implicit operator Node(string text) => new TextNode(text);

    /// <summary>Writes the node as XML that an HTML parser reads the same way.</summary>
    internal abstract void Write(StringBuilder output, int indent);

    /// <summary>Whether the node may stand on a line of its own without changing what the reader sees.</summary>
    internal abstract bool IsBlock { get; }

    public override string ToString()
    {
        var output = new StringBuilder();
        Write(output, 0);
        return output.ToString();
    }
}

/// <summary>Text, escaped when written.</summary>
internal sealed class TextNode(string text) : Node
{
    internal override bool IsBlock => false;

    internal override void Write(StringBuilder output, int indent) => XmlText.Append(output, text, inAttribute: false);
}

/// <summary>The text of a style sheet of ours, which HTML parsers do not unescape.</summary>
internal sealed class StyleText : Node
{
    private readonly string _css;

    internal StyleText(string css) => _css = css.AsSpan().ContainsAny('<', '&')
        ? throw new ArgumentException("The style sheet holds '<' or '&', which HTML and XML read differently.", nameof(css))
        : css;

    internal override bool IsBlock => true;

    internal override void Write(StringBuilder output, int indent) => output.Append(_css);
}

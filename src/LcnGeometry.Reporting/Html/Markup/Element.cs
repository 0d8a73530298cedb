using System.Collections.Frozen;
using System.Text;

namespace LcnGeometry.Reporting;

/// <summary>An element with attributes and children, built up by one renderer and then only read.</summary>
internal sealed class Element : Node
{
    // Elements that HTML closes by itself; every other one gets an end tag even when empty.
    private static readonly FrozenSet<string> Void = FrozenSet.Create("meta", "br", "hr", "link", "img", "wbr", "col");

    // Elements inside running text: a line break next to them would show as a space.
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        "a", "b", "em", "strong", "span", "code", "small", "sub", "sup", "bdi", "abbr", "tspan", "br", "wbr",
        "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msup", "msub", "mfrac", "mtable", "mtr", "mtd");

    private readonly string _name;
    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly List<Node> _children = [];

    internal Element(string name, params ReadOnlySpan<Node?> children)
    {
        _name = name;
        Add(children);
    }

    internal override bool IsBlock => !Inline.Contains(_name);

    internal bool IsEmpty => _children.Count == 0;

    /// <summary>Adds children in order; null adds nothing.</summary>
    internal Element Add(params ReadOnlySpan<Node?> children)
    {
        foreach (var child in children)
        {
            if (child is not null) _children.Add(child);
        }

        return this;
    }

    /// <summary>Adds children in order.</summary>
    internal Element AddAll(IEnumerable<Node?> children) => Add([.. children]);

    /// <summary>Adds an attribute; null adds nothing.</summary>
    internal Element Set(string name, string? value)
    {
        if (value is not null) _attributes.Add((name, value));
        return this;
    }

    /// <summary>Adds a coordinate or a length.</summary>
    internal Element Set(string name, double value) => Set(name, Coordinate.Text(value));

    /// <summary>Adds the class attribute.</summary>
    internal Element Class(string? value) => Set("class", value);

    internal override void Write(StringBuilder output, int indent)
    {
        output.Append('<').Append(_name);
        foreach (var (name, value) in _attributes)
        {
            output.Append(' ').Append(name).Append("=\"");
            XmlText.Append(output, value, inAttribute: true);
            output.Append('"');
        }

        if (Void.Contains(_name))
        {
            output.Append("/>");
            return;
        }

        output.Append('>');
        var lines = _children.Count > 0 && _children.TrueForAll(child => child.IsBlock);
        foreach (var child in _children)
        {
            if (lines) NewLine(output, indent + 1);
            child.Write(output, indent + 1);
        }

        if (lines) NewLine(output, indent);
        output.Append("</").Append(_name).Append('>');
    }

    private static void NewLine(StringBuilder output, int indent) => output.Append('\n').Append(' ', indent);
}

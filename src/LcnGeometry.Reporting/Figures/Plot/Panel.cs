using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>One drawing of a figure: a canvas with a fixed coordinate system, a title and a description for those who do not see it.</summary>
internal sealed class Panel
{
    private readonly Element _definitions = new("defs");
    private readonly Element _canvas = Svg.Group();

    internal Panel(double width, double height, string title, string description)
    {
        (Width, Height, Title, Description) = (width, height, title, description);
    }

    internal double Width { get; }

    internal double Height { get; }

    internal string Title { get; }

    internal string Description { get; }

    /// <summary>Draws over what is there.</summary>
    internal Panel Draw(params ReadOnlySpan<Node?> shapes)
    {
        _canvas.Add(shapes);
        return this;
    }

    /// <summary>Draws over what is there.</summary>
    internal Panel DrawAll(IEnumerable<Node?> shapes)
    {
        _canvas.AddAll(shapes);
        return this;
    }

    /// <summary>Keeps something to be referred to by its id.</summary>
    internal Panel Define(Element definition)
    {
        _definitions.Add(definition);
        return this;
    }

    /// <summary>The SVG element; ids begin with the prefix.</summary>
    internal Element ToSvg(string idPrefix)
    {
        var (title, description) = (idPrefix + "-title", idPrefix + "-desc");
        return El("svg",
            El("title", Title).Set("id", title),
            El("desc", Description).Set("id", description),
            _definitions.IsEmpty ? null : _definitions)
            .AddAll([_canvas])
            .Set("xmlns", Svg.Namespace)
            .Set("viewBox", $"0 0 {Coordinate.Text(Width)} {Coordinate.Text(Height)}")
            .Set("role", "img")
            .Set("aria-labelledby", title + " " + description);
    }
}

using System.Text;

namespace LcnGeometry.Reporting;

/// <summary>A point of a drawing, in its own units.</summary>
internal readonly record struct Dot(double X, double Y);

/// <summary>The shapes that the figures are made of; what they look like is in the style sheet.</summary>
internal static class Svg
{
    internal const string Namespace = "http://www.w3.org/2000/svg";

    internal static Element Group(string? cssClass = null) => new Element("g").Class(cssClass);

    internal static Element Line(double x1, double y1, double x2, double y2, string cssClass) =>
        new Element("line").Set("x1", x1).Set("y1", y1).Set("x2", x2).Set("y2", y2).Class(cssClass);

    internal static Element Circle(double x, double y, double radius, string cssClass) =>
        new Element("circle").Set("cx", x).Set("cy", y).Set("r", radius).Class(cssClass);

    internal static Element Rectangle(double x, double y, double width, double height, string cssClass) =>
        new Element("rect").Set("x", x).Set("y", y).Set("width", width).Set("height", height).Class(cssClass);

    internal static Element Ellipse(double x, double y, double radiusX, double radiusY, string cssClass) =>
        new Element("ellipse").Set("cx", x).Set("cy", y).Set("rx", radiusX).Set("ry", radiusY).Class(cssClass);

    /// <summary>An open path through the points.</summary>
    internal static Element Path(IEnumerable<Dot> points, string cssClass) => Path(PathText(points), cssClass);

    /// <summary>A closed path through the points.</summary>
    internal static Element Polygon(IEnumerable<Dot> points, string cssClass) => Path(PathText(points) + "Z", cssClass);

    internal static Element Path(string commands, string cssClass) => new Element("path").Set("d", commands).Class(cssClass);

    /// <summary>Text anchored at a point; the class says whether at its start, middle or end.</summary>
    internal static Element Text(double x, double y, string text, string cssClass) =>
        new Element("text", text).Set("x", x).Set("y", y).Class(cssClass);

    /// <summary>A shape with a tooltip.</summary>
    internal static Element Tip(Element shape, string text) => shape.Add(new Element("title", text));

    /// <summary>Move and line commands through the points.</summary>
    internal static string PathText(IEnumerable<Dot> points)
    {
        var text = new StringBuilder();
        foreach (var point in points)
        {
            text.Append(text.Length == 0 ? 'M' : 'L').Append(Coordinate.Text(point.X)).Append(' ').Append(Coordinate.Text(point.Y));
        }

        return text.ToString();
    }
}

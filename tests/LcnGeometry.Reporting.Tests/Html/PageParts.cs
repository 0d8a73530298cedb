using System.Xml;
using System.Xml.Linq;

namespace LcnGeometry.Reporting.Tests;

/// <summary>A page taken apart with an XML reader.</summary>
internal sealed class PageParts
{
    internal static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    internal static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal PageParts(string page)
    {
        Text = page;
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        Root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    internal string Text { get; }

    internal XElement Root { get; }

    internal IEnumerable<XElement> Chapters => Root.Descendants(Html + "section");

    internal IEnumerable<XElement> Figures => Root.Descendants(Html + "figure").Where(figure => figure.Descendants(Svg + "svg").Any(svg => svg.Attribute("role") is not null));

    internal static PageParts Of(Study study) => new(HtmlReport.Render(study));

    /// <summary>A piece of the page as it was written, its drawings left out.</summary>
    internal static string WithoutDrawings(XElement piece)
    {
        var copy = new XElement(piece);
        foreach (var svg in copy.Descendants(Svg + "svg").Where(svg => svg.Attribute("role") is not null)) svg.ReplaceNodes();
        return Written(copy);
    }

    internal static string Written(XElement piece) => piece.ToString(SaveOptions.DisableFormatting) + "\n";
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LcnGeometry.Reporting.Tests;

/// <summary>What holds on every page: one file, no script, no network, unique ids, links that lead somewhere, pictures and tables that can be read aloud.</summary>
public sealed partial class PageRulesTests
{
    private static readonly string[] Namespaces = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"];

    private const string CensusPrefix = "census-";

    public static TheoryData<string> Samples => [.. SampleStudies.All.Keys, .. SampleCensus.All.Keys.Select(name => CensusPrefix + name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_page_is_one_file_without_script(string sample)
    {
        var page = PageOf(sample);
        Assert.StartsWith("<!DOCTYPE html>\n<html ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Root.Descendants(), element => element.Name.LocalName is "script" or "iframe" or "object" or "embed" or "link" or "img" or "use" or "foreignObject");
        Assert.DoesNotContain(page.Root.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.Root.Descendants().Attributes("href"), href => Assert.StartsWith("#", href.Value, StringComparison.Ordinal));
        Assert.Equal(page.Text.Length, page.Text.Replace("<script", "", StringComparison.OrdinalIgnoreCase).Length);
        var addresses = Address().Matches(page.Text).Select(match => match.Value).Distinct();
        Assert.Empty(addresses.Except(Namespaces));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Ids_are_unique_and_references_lead_somewhere(string sample)
    {
        var page = PageOf(sample);
        var ids = page.Root.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var references = page.Root.Descendants().Attributes("href").Select(href => href.Value[1..])
            .Concat(page.Root.Descendants().Attributes("aria-labelledby").SelectMany(label => label.Value.Split(' ')))
            .Concat(page.Root.Descendants().Attributes().SelectMany(attribute => LocalReference().Matches(attribute.Value).Select(match => match.Groups[1].Value)));
        Assert.Empty(references.Except(ids));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Figures_and_tables_are_numbered_and_described(string sample)
    {
        var page = PageOf(sample);
        var figures = page.Figures.ToList();
        for (var i = 0; i < figures.Count; i++)
        {
            Assert.StartsWith($"Figure {i + 1}.", figures[i].Element(PageParts.Html + "figcaption")!.Value, StringComparison.Ordinal);
            foreach (var svg in figures[i].Descendants(PageParts.Svg + "svg").Where(svg => svg.Attribute("role") is not null))
            {
                Assert.NotEmpty(svg.Element(PageParts.Svg + "title")!.Value);
                Assert.NotEmpty(svg.Element(PageParts.Svg + "desc")!.Value);
            }
        }

        Assert.All(page.Root.Descendants(PageParts.Html + "table"), HasHeads);
    }

    [Fact]
    public void A_study_saved_and_read_again_renders_to_the_same_bytes()
    {
        var study = SampleStudies.Named("cubic-slice");
        var again = DocumentJson.ReadStudy(DocumentJson.Write(study));
        Assert.Equal(HtmlReport.Render(study), HtmlReport.Render(again));
    }

    [Fact]
    public void Timings_do_not_show()
    {
        var study = SampleStudies.Named("card-only");
        var timed = study with { Timings = System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty.Add("strata", 0.123) };
        Assert.Equal(HtmlReport.Render(study), HtmlReport.Render(timed));
    }

    [Fact]
    public void No_document_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Render((Study)null!));
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Render((AtlasDocument)null!));
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Render((CensusDocument)null!));
    }

    private static PageParts PageOf(string sample) => sample.StartsWith(CensusPrefix, StringComparison.Ordinal)
        ? new PageParts(HtmlReport.Render(SampleCensus.All[sample[CensusPrefix.Length..]]))
        : PageParts.Of(SampleStudies.Named(sample));

    private static void HasHeads(XElement table)
    {
        var heads = table.Element(PageParts.Html + "thead")!.Descendants(PageParts.Html + "th").ToList();
        Assert.All(heads, head => Assert.Equal("col", head.Attribute("scope")!.Value));
        var rows = table.Element(PageParts.Html + "tbody")!.Elements().ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(heads.Count, row.Elements().Count()));
        Assert.All(rows, row => Assert.Equal("row", row.Elements().First().Attribute("scope")!.Value));
    }

    [GeneratedRegex(@"(?:https?:)?//[\w.-]+[^\s""'<)]*")]
    private static partial Regex Address();

    [GeneratedRegex(@"url\(#([^)]*)\)")]
    private static partial Regex LocalReference();
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Every chapter and every figure against text that was looked at in a browser, under cultures that write numbers differently.</summary>
public sealed class ApprovedPageTests
{
    public static TheoryData<string> Samples => [.. SampleStudies.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Chapters_are_as_approved(string sample)
    {
        var page = new PageParts(Cultures.Same(() => HtmlReport.Render(SampleStudies.Named(sample))));
        Approved.Check(PageParts.WithoutDrawings(page.Root.Descendants(PageParts.Html + "header").Single()), $"Html/{sample}/0-headline.html");
        var number = 0;
        foreach (var chapter in page.Chapters)
            Approved.Check(PageParts.WithoutDrawings(chapter), $"Html/{sample}/{++number}-{chapter.Attribute("id")!.Value}.html");
    }

    [Theory]
    [InlineData("cone-outside")]
    [InlineData("cubic-slice")]
    [InlineData("quartic-slice")]
    [InlineData("strided-undecided")]
    public void Figures_are_as_approved(string sample)
    {
        var page = new PageParts(Cultures.Same(() => HtmlReport.Render(SampleStudies.Named(sample))));
        Assert.NotEmpty(page.Figures);
        foreach (var patch in page.Root.Descendants(PageParts.Svg + "path").Where(path => path.Attribute("class")!.Value.StartsWith("sheet ", StringComparison.Ordinal)).ToList()) patch.Remove();
        foreach (var figure in page.Figures) Approved.Check(PageParts.Written(figure), $"Figures/{sample}/{figure.Attribute("id")!.Value}.html");
    }
}

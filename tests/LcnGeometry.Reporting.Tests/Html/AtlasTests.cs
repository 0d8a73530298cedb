using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

public sealed class AtlasTests
{
    [Fact]
    public void The_page_is_as_approved_in_every_culture()
    {
        var page = new PageParts(Cultures.Same(() => HtmlReport.Render(SampleAtlas.Passed)));
        Approved.Check(PageParts.Written(page.Root.Descendants(PageParts.Html + "main").Single()), "Html/atlas.html");
    }

    [Fact]
    public void What_was_not_solved_is_said_up_front()
    {
        Assert.StartsWith("Every check passed: 3 architectures, 3 strata, 6 certified critical functions.", AtlasWords.Verdict(SampleAtlas.Passed, number => number.Plain), StringComparison.Ordinal);
        Assert.Equal("1 stratum of 3 could not be solved completely.", AtlasWords.Verdict(SampleAtlas.Open, number => number.Plain));
        Assert.Contains("1 stratum of 3 could not be solved completely.", HtmlReport.Render(SampleAtlas.Open), StringComparison.Ordinal);
        var broken = SampleAtlas.Passed with { Architectures = SampleAtlas.Passed.Architectures.SetItem(0, SampleAtlas.Passed.Architectures[0] with { Identity = VerdictKind.Fails }) };
        Assert.Equal("For 1 architecture the strata do not add up to the closed formula.", AtlasWords.Verdict(broken, number => number.Plain));
    }
}

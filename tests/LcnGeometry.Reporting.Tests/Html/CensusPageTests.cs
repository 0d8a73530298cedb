using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>The page of a census against text and figures that were looked at in a browser, and what it says in the corner cases.</summary>
public sealed class CensusPageTests
{
    public static TheoryData<string> Samples => [.. SampleCensus.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_page_is_as_approved_in_every_culture(string sample)
    {
        var page = new PageParts(Cultures.Same(() => HtmlReport.Render(SampleCensus.All[sample])));
        Approved.Check(PageParts.Written(page.Root.Descendants(PageParts.Html + "header").Single()) + PageParts.WithoutDrawings(page.Root.Descendants(PageParts.Html + "main").Single()), $"Html/census-{sample}.html");
    }

    [Theory]
    [InlineData("three-layers")]
    [InlineData("filling")]
    public void Figures_are_as_approved(string sample)
    {
        var page = new PageParts(Cultures.Same(() => HtmlReport.Render(SampleCensus.All[sample])));
        Assert.Equal(["figure-1", "figure-2"], page.Figures.Select(figure => figure.Attribute("id")!.Value));
        foreach (var figure in page.Figures) Approved.Check(PageParts.Written(figure), $"Figures/census-{sample}/{figure.Attribute("id")!.Value}.html");
    }

    /// <summary>The parts of a bar add up to the share, and the interval lies around its end.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Bars_are_as_long_as_the_shares(string sample)
    {
        var census = SampleCensus.All[sample];
        var panels = new PageParts(HtmlReport.Render(census)).Figures.Take(1).SelectMany(figure => figure.Descendants(PageParts.Svg + "svg").Where(svg => svg.Attribute("role") is not null)).ToList();
        Assert.Equal(census.Targets.Length, panels.Count);
        foreach (var (target, panel) in census.Targets.Zip(panels))
        {
            var axis = panel.Descendants(PageParts.Svg + "line").Single(line => line.Attribute("class")!.Value == "axis");
            var width = Number(axis, "x2") - Number(axis, "x1");
            var bars = panel.Descendants(PageParts.Svg + "rect").GroupBy(bar => Number(bar, "y")).Select(row => row.Sum(bar => Number(bar, "width")) / width).ToList();
            Assert.Equal(target.Ends.Length, bars.Count);
            Assert.All(target.Ends.Zip(bars), one => Assert.Equal(one.First.Share, one.Second, 1e-3));
        }
    }

    [Fact]
    public void The_command_that_makes_it_again_is_there()
    {
        Assert.Equal("lcn census 2,2,2 --targets 1000 --metric identity --inits 10 --seed 1 --out runs/", ReproducingCommand.Of(SampleCensus.All["three-layers"]));
        Assert.Equal("lcn census 2,2,2 --target-file 'a/targets <b>.csv' --inits 10 --seed 1 --out runs/", ReproducingCommand.Of(SampleCensus.All["exceptions"]));
        Assert.Equal("lcn census 3,2 --series 'data/sun <spots>.csv' --column n --inits 1000 --method flow --seed 1 --out runs/", ReproducingCommand.Of(SampleCensus.All["filling"]));
        Assert.Equal("lcn census 3,2,2 --strides 2,2,1 --targets 2000 --metric metric.txt --inits 5 --seed 1 --shard 2/8 --out runs/", ReproducingCommand.Of(SampleCensus.All["strided"]));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.00001, "<0.01")]
    [InlineData(0.0079, "0.79")]
    [InlineData(0.0099, "1.0")]
    [InlineData(0.355, "35.5")]
    [InlineData(0.9921, "99.21")]
    [InlineData(0.999999, ">99.99")]
    [InlineData(1, "100")]
    public void Shares_near_the_ends_have_more_digits(double share, string text) => Assert.Equal(text, CensusWords.Percent(share));

    [Fact]
    public void Intervals_have_as_many_digits_as_the_share()
    {
        Assert.Equal("62.0–66.0", CensusWords.Interval(0.64, [0.62, 0.66]));
        Assert.Equal("0.10–1.49", CensusWords.Interval(0.0079, [0.001, 0.0149]));
        Assert.Equal("<0.1–2.0", CensusWords.Interval(0.0099, [0.0001, 0.02]));
        Assert.Equal("99.89–100", CensusWords.Interval(1, [0.9989, 1]));
        Assert.Equal("64.6–100", CensusWords.Interval(1, [0.6457, 1]));
        Assert.Equal("", CensusWords.Interval(0.5, null));
    }

    [Fact]
    public void What_happened_is_said_in_sentences()
    {
        var census = SampleCensus.All["filling"];
        Assert.Equal("61.3 % reached a certified global minimum, 38.7 % a spurious local minimum. Every run converged with a clear root pattern.", CensusWords.Outcome(census, number => number));
        var unknown = census with { Counts = census.Counts with { WithoutGlobalLoss = 1 } };
        Assert.StartsWith("No global minimum is certified", CensusWords.Outcome(unknown, number => number), StringComparison.Ordinal);
        var best = census with { Counts = census.Counts with { GlobalMinimum = census.Counts.GlobalMinimum with { Runs = 1000 }, Spurious = census.Counts.Spurious with { Runs = 0 } } };
        Assert.StartsWith("All runs reached a certified global minimum.", CensusWords.Outcome(best, number => number), StringComparison.Ordinal);
        Assert.Equal("1 of 3 predictions of theory has exceptions.", CensusWords.Predictions(SampleCensus.All["exceptions"]));
        var open = census with { Predictions = [SampleCensus.All["exceptions"].Predictions[2]] };
        Assert.Equal("No run contradicts the predictions of theory; 1 of 1 could not be decided in every run.", CensusWords.Predictions(open));
    }

    private static double Number(System.Xml.Linq.XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}

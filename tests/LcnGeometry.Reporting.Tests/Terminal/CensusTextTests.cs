using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>A census on a terminal.</summary>
public sealed class CensusTextTests
{
    public static TheoryData<string> Samples => [.. SampleCensus.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Output_at_80_columns_is_as_approved(string sample) =>
        Approved.Check(Cultures.Same(() => WrittenText.Of(SampleCensus.All[sample], 80)), $"Terminal/census-{sample}.txt");

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_line_is_longer_than_the_console_and_an_old_console_gets_only_ASCII(string sample)
    {
        foreach (var width in (int[])[60, 72, 80, 120])
            Assert.All(WrittenText.Of(SampleCensus.All[sample], width).Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
        Assert.All(WrittenText.Of(SampleCensus.All[sample], 80, unicode: false), c => Assert.True(c < 128, $"'{c}' on a console without Unicode"));
    }
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class LawsCommandTests
{
    [Theory]
    [InlineData("laws-322.json", "3,2,2", "--strides", "2,2,1")]
    [InlineData("laws-22-channels-2.json", "2,2", "--channels", "2")]
    public void The_document_is_the_approved_one(string file, params string[] args) =>
        Approved.Check(Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run(["laws", .. args, "--json"]).Output)), file);

    [Theory]
    [InlineData("laws-322.txt", "3,2,2", "--strides", "2,2,1")]
    [InlineData("laws-22-at.txt", "2,2", "--at", "1,2;2,4")]
    [InlineData("laws-33-channels-2.txt", "3,3", "--channels", "2")]
    public void The_view_is_the_approved_one_and_fits_80_columns(string file, params string[] args)
    {
        var text = Cultures.Same(() => Lcn.Run(["laws", .. args]).Output);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Approved.Check(text, file);
    }

    [Theory]
    [InlineData("2,2", null)]
    [InlineData("4", null)]
    [InlineData("1,1,1", null)]
    [InlineData("3,1,2", "2,3,1")]
    [InlineData("2,2,2,3", null)]
    public void The_card_tells_the_same_number(string filters, string? strides)
    {
        string[] net = strides is null ? [filters] : [filters, "--strides", strides];
        var laws = Lcn.Document(["laws", .. net]);
        Assert.Equal(Lcn.Document(["describe", .. net]).GetProperty("conservationLaws").GetInt32(), laws.GetProperty("count").GetInt32());
        Assert.Equal("proved", laws.GetProperty("evidence").GetString());
    }

    /// <summary>F24: brackets leave the critical set of proportional filters, and not the plane of equal ones.</summary>
    [Theory]
    [InlineData("1,2;2,4", null, "2,3", "holds")]
    [InlineData("1,2;1,2", null, "2,2,2", "holds")]
    [InlineData("1,2;1/2,-3;0,1;1,1", "2", "3,4", "holds")]
    public void Ranks_at_given_filters(string filters, string? channels, string ladder, string verdict)
    {
        var document = Lcn.Document(["laws", "2,2", "--at", filters, .. channels is null ? (string[])[] : ["--channels", channels]]);
        Assert.Equal(filters.Split(';').Length, document.GetProperty("inputs").GetProperty("at").GetArrayLength());
        var at = document.GetProperty("atPoint");
        Assert.Equal(ladder, string.Join(',', at.GetProperty("rankLadder").EnumerateArray()));
        Assert.Equal((verdict, "exact"), (at.GetProperty("verdict").GetString(), at.GetProperty("evidence").GetString()));
    }

    [Fact]
    public void Another_seed_takes_other_points_and_finds_the_same()
    {
        var (one, other) = (Lcn.Document("laws", "2,2", "--channels", "3"), Lcn.Document("laws", "2,2", "--channels", "3", "--seed", "2"));
        Assert.NotEqual(one.GetProperty("witness").GetProperty("point").ToString(), other.GetProperty("witness").GetProperty("point").ToString());
        foreach (var field in (string[])["count", "rankLadder", "laws", "evidence", "independent"])
            Assert.Equal(one.GetProperty(field).ToString(), other.GetProperty(field).ToString());
    }

    [Theory]
    [InlineData("input", "2,2", "--channels", "0")]
    [InlineData("input", "2,2", "--channels", "two")]
    [InlineData("input", "2,2,2", "--channels", "2")]
    [InlineData("input", "2,0")]
    [InlineData("input", "2,2", "--at", "1,2;3")]
    [InlineData("input", "2,2", "--at", "1,2")]
    [InlineData("input", "2,2", "--channels", "2", "--at", "1,2;3,4")]
    [InlineData("input", "2,2", "--at", "1,x;3,4")]
    [InlineData("input", "9,9,9,9,9,9,9")]
    [InlineData("usage")]
    public void Wrong_questions_are_refused(string kind, params string[] args)
    {
        var result = Lcn.Run(["laws", .. args, "--json"]);
        Assert.Equal((2, kind), (result.ExitCode, result.ErrorKind));
    }

    [Fact]
    public void Large_networks_are_refused_with_an_estimate()
    {
        var result = Lcn.Run("laws", "30,30,30,30");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("over the budget of 60 s", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupting_leaves_nothing_to_show()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = Lcn.Run(host => host with { Interrupt = stop.Token }, "laws", "2,2", "--json");
        Assert.Equal((130, "interrupted"), (result.ExitCode, result.ErrorKind));
    }
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>Networks with several directions, and cyclic padding, on the command line.</summary>
public sealed class GridCommandTests
{
    [Theory]
    [InlineData("describe-grid.json", "describe", "3x3,2x2", "--strides", "2x2,1x1")]
    [InlineData("describe-grid-circular.json", "describe", "3x1,1x2", "--circular", "2x4")]
    [InlineData("describe-222-circular.json", "describe", "2,2,2", "--circular", "3")]
    [InlineData("member-grid.json", "member", "2x1,2x1,1x2", "--filter", "-1,-2;0,0;1,2")]
    [InlineData("member-grid-no.json", "member", "2x1,1x2x1", "--filter", "1")]
    public void The_document_is_the_approved_one(string file, params string[] args) =>
        Approved.Check(Cultures.Same(() => WithoutTimings(Lcn.Run([.. args, "--json"]).Output)), file);

    [Theory]
    [InlineData("describe-grid.txt", "describe", "3x3,2x2", "--strides", "2x2,1x1")]
    [InlineData("describe-grid-separable.txt", "describe", "3x1,1x2,2x1", "--circular", "8x8")]
    [InlineData("describe-22-circular-one.txt", "describe", "2,2", "--circular", "1")]
    [InlineData("describe-222-circular.txt", "describe", "2,2,2", "--circular", "3")]
    [InlineData("member-grid.txt", "member", "2x1,2x1,1x2", "--filter", "-1,-2;0,0;1,2")]
    [InlineData("member-grid-outside.txt", "member", "3x1,1x3", "--filter", "1,2,1;2,4,2;1,2,2")]
    public void The_view_is_the_approved_one_and_fits_80_columns(string file, params string[] args)
    {
        var text = Cultures.Same(() => Lcn.Run(args).Output);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Approved.Check(text, file);
    }

    [Theory]
    [InlineData(0, "3x1,1x3", "1,2,1;2,4,2;1,2,1")]
    [InlineData(1, "3x1,1x3", "1,2,1;2,4,2;1,2,2")]
    [InlineData(1, "2x1,2x1,1x2", "1,2;0,0;1,2")]
    [InlineData(0, "2x1x1,1x2x1,1x1x2", "1,2;3,6;;5,10;15,30")]
    [InlineData(1, "2x1x1,1x2x1,1x1x2", "1,2;3,6;;5,10;15,31")]
    [InlineData(0, "2x2,2x2", "1,2,2,4;3,4,6,8;3,6,5,10;9,12,15,20", "--strides", "2,1")]
    [InlineData(0, "3x1", "1;2;3")]
    [InlineData(0, "2x1,1x2", "0,0;0,0")]
    public void Exit_codes_tell_the_answer(int code, string net, string filter, params string[] more) =>
        Assert.Equal(code, Lcn.Run(["member", net, "--filter", filter, .. more, "--json"]).ExitCode);

    [Fact]
    public void One_direction_in_several_is_the_card_of_one_dimension()
    {
        var (grid, line) = (Lcn.Document("describe", "3x1,2x1", "--strides", "2x3,1x1"), Lcn.Document("describe", "3,2", "--strides", "2,1"));
        foreach (var field in (string[])["dimension", "codimension", "degree", "filling", "thick", "zariskiClosed", "smoothAwayFromZero"])
            Assert.Equal(line.GetProperty("functionSpace").GetProperty(field).ToString(), grid.GetProperty("functionSpace").GetProperty(field).ToString());
        Assert.Equal(line.GetProperty("criticalPoints").ToString(), grid.GetProperty("criticalPoints").ToString());
        Assert.Equal("oneDirection", grid.GetProperty("reduction").GetProperty("kind").GetString());
    }

    [Fact]
    public void The_witness_of_wrapping_multiplies_out()
    {
        var circular = Lcn.Document("describe", "2,3,2", "--strides", "1,2,1", "--circular", "4").GetProperty("circular");
        Assert.Equal("fails", circular.GetProperty("verdict").GetString());
        var witness = circular.GetProperty("witness");
        Assert.NotEqual(witness.GetProperty("endToEnd").ToString(), witness.GetProperty("otherEndToEnd").ToString());
        foreach (var name in (string[])["endToEnd", "otherEndToEnd"])
        {
            var folded = new int[4];
            foreach (var (entry, place) in witness.GetProperty(name).EnumerateArray().Select((entry, place) => (entry.GetInt32(), place))) folded[place % 4] += entry;
            Assert.Equal(witness.GetProperty("operator").EnumerateArray().Select(entry => entry.GetInt32()), folded);
        }
    }

    [Theory]
    [InlineData("input", "several directions", "factor", "3x3,2x2", "--filter", "1")]
    [InlineData("input", "ask about 3,2 --strides 2,1", "critical", "3x1,2x1", "--strides", "2x1,1x1", "--target", "1")]
    [InlineData("input", "several directions", "flow", "3x3,2x2", "--target", "1", "--random", "1")]
    [InlineData("input", "several directions", "laws", "3x3,2x2")]
    [InlineData("input", "several directions", "explore", "3x3,2x2", "--target", "1")]
    [InlineData("input", "layers 1, 2 of (2x2,2x2) overlap", "member", "2x2,2x2", "--filter", "1,2,3;0,0,0;1,2,3")]
    [InlineData("input", "needs 3 along direction 1", "member", "3x1,1x3", "--filter", "1,2,3")]
    [InlineData("input", "needs 3 along direction 2", "member", "3x1,1x3", "--filter", "1,2;2,4;1,2")]
    [InlineData("input", "is not a number", "member", "2x1,1x2", "--filter", "1,2;2,x")]
    [InlineData("input", "--batch", "member", "2x1,1x2", "--batch", "file")]
    [InlineData("usage", "--filter C", "member", "2x1,1x2")]
    [InlineData("input", "has 3 directions, and the filters have 2", "describe", "2x1,1x2", "--circular", "2x2x2")]
    [InlineData("input", "from 1 to", "describe", "2,2", "--circular", "0")]
    [InlineData("input", "must be a multiple of the product of all strides, 2", "describe", "3,2", "--strides", "2,1", "--circular", "5")]
    [InlineData("input", "one direction only", "describe", "2x2,2x1", "--export", "m2")]
    [InlineData("usage", "leave --activation away", "describe", "2,2", "--activation", "2", "--circular", "4")]
    [InlineData("input", "joined by x", "describe", "3x,2x2")]
    [InlineData("input", "has 3 directions", "describe", "3x3,2x2x2")]
    [InlineData("input", "it must be at least 1", "describe", "3x0,2x2")]
    [InlineData("input", "at most 1000000 are accepted", "describe", "1001x1001")]
    public void Wrong_questions_are_refused(string kind, string message, params string[] args)
    {
        var result = Lcn.Run([.. args, "--json"]);
        Assert.Equal((2, kind), (result.ExitCode, result.ErrorKind));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static string WithoutTimings(string json) => json.Contains("\"error\"", StringComparison.Ordinal) ? json : Lcn.WithoutTimings(json);
}

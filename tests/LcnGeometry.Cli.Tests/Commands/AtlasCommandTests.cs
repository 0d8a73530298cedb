using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class AtlasCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_architecture_is_there_once_with_the_counts_of_the_theory()
    {
        var rows = Lcn.Document("atlas", "--max-degree", "4").GetProperty("architectures").EnumerateArray().ToDictionary(
            row => string.Join(',', row.GetProperty("filters").EnumerateArray().Select(size => size.GetInt32())));
        Assert.Equal(["2", "3", "2,2", "4", "3,2", "2,2,2", "5", "4,2", "3,3", "3,2,2", "2,2,2,2"], rows.Keys);
        foreach (var (filters, parameters, functions) in (ReadOnlySpan<(string, int, int)>)[("2,2", 6, 5), ("3,2", 10, 8), ("2,2,2", 34, 15), ("4,2", 14, 11), ("3,3", 39, 24), ("3,2,2", 100, 36)])
        {
            Assert.Equal(parameters, rows[filters].GetProperty("criticalParameters").GetInt32());
            Assert.Equal(parameters, rows[filters].GetProperty("certified").GetInt32());
            Assert.Equal(functions, rows[filters].GetProperty("criticalFunctions").GetInt32());
        }

        Assert.All(rows.Values, row => Assert.Equal(("holds", "holds"), (row.GetProperty("identity").GetString(), row.GetProperty("complete").GetString())));
    }

    [Fact]
    public void A_row_says_what_describe_says()
    {
        foreach (var row in Lcn.Document("atlas", "--max-degree", "4").GetProperty("architectures").EnumerateArray())
        {
            var card = Lcn.Document("describe", string.Join(',', row.GetProperty("filters").EnumerateArray().Select(size => size.GetInt32())));
            Assert.Equal(card.GetProperty("criticalPoints").GetProperty("generic").GetInt32(), row.GetProperty("criticalParameters").GetInt32());
            Assert.Equal(card.GetProperty("functionSpace").GetProperty("filling").GetString(), row.GetProperty("filling").GetString());
            foreach (var position in (string[])["interior", "boundary", "outside"])
                Assert.Equal(card.GetProperty("strata").EnumerateArray().Count(stratum => stratum.GetProperty("position").GetString() == position), row.GetProperty(position + "Patterns").GetInt32());
        }
    }

    [Fact]
    public void The_table_and_the_page_are_the_same_in_every_culture()
    {
        var (csv, page) = (_folder.PathOf("atlas.csv"), _folder.PathOf("atlas.html"));
        var text = Cultures.Same(() =>
        {
            var result = Lcn.Run("atlas", "--max-degree", "3", "--csv", csv, "--out", page);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            return result.Output + File.ReadAllText(csv) + File.ReadAllText(page);
        });
        Assert.Contains("Every check passed: 6 architectures, 6 strata, 21 certified critical functions.", text.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        var lines = File.ReadAllText(csv).Split("\r\n");
        Assert.Equal(8, lines.Length);
        Assert.Equal("2 2,2,2,3,fails,2,1,1,1,2,5,6,holds,6,holds", lines[3]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("17")]
    [InlineData("x")]
    public void A_degree_out_of_range_is_refused(string degree)
    {
        var result = Lcn.Run("atlas", "--max-degree", degree, "--out", _folder.PathOf("a.html"));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("from 1 to 16", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void The_degree_is_needed() => Assert.Contains("--max-degree N", Lcn.Run("atlas").Error, StringComparison.Ordinal);
}

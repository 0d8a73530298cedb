using System.Text.Json.Nodes;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class ExploreCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_main_job_writes_a_page_and_says_what_it_found()
    {
        var page = _folder.PathOf("report.html");
        var result = Lcn.Run("explore", "3,2", "--series", Lcn.Sunspots, "--random", "2", "--out", page);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.NotEqual("", result.Output);
        Assert.StartsWith("<!", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal([page], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_saved_study_renders_again_to_the_same_bytes()
    {
        string[] args = ["explore", "3,2", "--series", Lcn.Sunspots, "--random", "1"];
        var (page, study) = (_folder.PathOf("a.html"), _folder.PathOf("study.json"));
        var explored = Lcn.Run([.. args, "--out", page, "--study", study]);
        Lcn.CheckDocument(File.ReadAllText(study));

        var again = _folder.PathOf("b.html");
        var rendered = Lcn.Run("render", study, "--out", again);
        Assert.Equal((0, ""), (rendered.ExitCode, rendered.Error));
        Assert.Equal(File.ReadAllBytes(page), File.ReadAllBytes(again));
        Assert.Equal(Summary(explored), Summary(rendered));
        Assert.Contains("Written: ", rendered.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(study), Lcn.Run("render", study, "--json").Output);

        // The same seed gives the same files, under another culture too.
        Cultures.Under("tr-TR", _ =>
        {
            var (otherPage, otherStudy) = (_folder.PathOf("c.html"), _folder.PathOf("c.json"));
            Lcn.Run([.. args, "--out", otherPage, "--study", otherStudy]);
            Assert.Equal(File.ReadAllBytes(page), File.ReadAllBytes(otherPage));
            Assert.Equal(File.ReadAllBytes(study), File.ReadAllBytes(otherStudy));
        });
    }

    [Fact]
    public void Each_section_is_the_document_of_its_command()
    {
        string[] loss = ["--target", "1,-2,0,1/3"];
        var study = JsonNode.Parse(Lcn.Run(["explore", "3,2", .. loss, "--random", "2", "--json"]).Output)!.AsObject();
        Same(study["describe"], Lcn.Run("describe", "3,2", "--json"));
        Same(study["laws"], Lcn.Run("laws", "3,2", "--json"));
        Same(study["member"], Lcn.Run("member", "3,2", "--filter", "1,-2,0,1/3", "--json"));
        Same(study["factor"], Lcn.Run("factor", "3,2", "--filter", "1,-2,0,1/3", "--json"));
        Same(study["flow"], Lcn.Run(["flow", "3,2", .. loss, "--random", "2", "--json"]));
    }

    [Fact]
    public void A_strided_architecture_is_explored()
    {
        var document = Lcn.Document("explore", "2,2", "--strides", "2,1", "--target", "1,2,3,7", "--random", "1");
        Assert.Equal("fails", document.GetProperty("member").GetProperty("inZariskiClosure").GetString());
        Assert.Equal(0, document.GetProperty("factor").GetProperty("count").GetInt32());
        Assert.True(document.TryGetProperty("flow", out _));
        Assert.Equal(2, document.GetProperty("kernels").GetArrayLength());
        Assert.DoesNotContain("slice", document.GetProperty("notes").GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("holds", document.GetProperty("critical").GetProperty("purity").GetProperty("verdict").GetString());
        Assert.Equal("1|;1|", Assert.Single(document.GetProperty("describe").GetProperty("strata").EnumerateArray()).GetProperty("realPattern").GetString());
    }

    [Fact]
    public void Flow_may_start_from_given_filters()
    {
        string[] args = ["2,2", "--target", "1,0,-1", "--init", "1,2;-3,1/2", "--json"];
        var study = JsonNode.Parse(Lcn.Run(["explore", .. args]).Output)!.AsObject();
        Same(study["flow"], Lcn.Run(["flow", .. args]));
        Assert.Single(study["flow"]!["runs"]!.AsArray());
    }

    [Fact]
    public void Bad_input_writes_nothing()
    {
        var (page, study) = (_folder.PathOf("a.html"), _folder.PathOf("s.json"));
        var result = Lcn.Run("explore", "3,2", "--target", "1,2,NaN,4", "--out", page, "--study", study);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_found_out_first_and_nothing_is_written()
    {
        var result = Lcn.Run("explore", "3,2", "--target", "1,2,3,4", "--out", _folder.PathOf("a.html"), "--study", _folder.PathOf("none", "s.json"));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("--study cannot write", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Files_do_not_overwrite_each_other_or_the_data()
    {
        var series = _folder.Write("s.csv", "1\n2\n4\n3\n5\n9\n1\n2\n8\n");
        var both = _folder.PathOf("both");
        Assert.Contains("would overwrite", Lcn.Run("explore", "2", "--series", series, "--out", series).Error, StringComparison.Ordinal);
        Assert.Contains("would overwrite", Lcn.Run("explore", "2", "--series", series, "--out", both, "--study", both).Error, StringComparison.Ordinal);
        Assert.Equal([series], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData("", "Not a saved study")]
    [InlineData("{}", "Not a saved study")]
    [InlineData("[1,2", "Not a saved study")]
    [InlineData("null", "null, not a study")]
    public void What_is_no_study_is_not_rendered(string content, string expected)
    {
        var path = _folder.Write("study.json", content);
        var result = Lcn.Run("render", path, "--out", _folder.PathOf("a.html"));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData("slice")]
    [InlineData("slice", "flow")]
    [InlineData("slice", "flow", "factor")]
    [InlineData("slice", "flow", "factor", "member")]
    public void A_study_that_was_cut_short_is_drawn(params string[] missing)
    {
        var study = JsonNode.Parse(Lcn.Run("explore", "3,2", "--target", "1,-2,0,1/3", "--random", "1", "--json").Output)!.AsObject();
        foreach (var section in missing) study.Remove(section);
        study["notes"]!.AsArray().Add("The computation was stopped.");
        var path = _folder.Write("study.json", study.ToJsonString());
        var result = Lcn.Run("render", path, "--out", _folder.PathOf("a.html"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("The computation was stopped.", result.Output, StringComparison.Ordinal);
        Assert.Contains("The computation was stopped.", File.ReadAllText(_folder.PathOf("a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_study_is_drawn_or_refused_and_never_half_written()
    {
        var whole = Lcn.Run("explore", "2,2,2", "--target", "1,-2,0,1/3", "--random", "1", "--json").Output;
        var (path, page) = (_folder.PathOf("study.json"), _folder.PathOf("a.html"));
        PropertyRun.Trials(40, random =>
        {
            File.WriteAllText(path, Damaged(whole, random));
            File.Delete(page);
            var result = Lcn.Run("render", path, "--out", page);
            Assert.True(result.ExitCode is 0 or 2, result.Error);
            Assert.Equal(result.ExitCode == 0, File.Exists(page));
            Assert.Equal(result.ExitCode == 0, result.Output.Length > 0);
        });
    }

    /// <summary>The document with one random member or item removed, emptied, or replaced.</summary>
    private static string Damaged(string json, TestRandom random)
    {
        var root = JsonNode.Parse(json)!;
        var node = root;
        for (var depth = random.Between(0, 5); depth > 0; depth--)
        {
            JsonNode? inner = node switch
            {
                JsonObject { Count: > 0 } one => one.ElementAt(random.Between(0, one.Count - 1)).Value,
                JsonArray { Count: > 0 } many => many[random.Between(0, many.Count - 1)],
                _ => null,
            };
            if (inner is null or JsonValue) break;
            node = inner;
        }

        var value = random.Between(0, 4) switch { 0 => null, 1 => JsonValue.Create(-1), 2 => JsonValue.Create("x"), 3 => new JsonArray(), _ => (JsonNode)new JsonObject() };
        switch (node)
        {
            case JsonObject { Count: > 0 } one when random.Chance(0.5): one.Remove(one.ElementAt(random.Between(0, one.Count - 1)).Key); break;
            case JsonObject { Count: > 0 } one: one[one.ElementAt(random.Between(0, one.Count - 1)).Key] = value; break;
            case JsonArray { Count: > 0 } many when random.Chance(0.5): many.RemoveAt(random.Between(0, many.Count - 1)); break;
            case JsonArray { Count: > 0 } many: many[random.Between(0, many.Count - 1)] = value; break;
        }

        return root.ToJsonString();
    }

    /// <summary>The printed summary, without the names of the files that were written.</summary>
    private static string Summary(LcnResult result) => result.Output[..result.Output.IndexOf("Written: ", StringComparison.Ordinal)];

    private static void Same(JsonNode? section, LcnResult result) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Lcn.WithoutTimings(result.Output)), section));
}

using System.Globalization;
using System.Text.Json;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class CriticalCommandTests : IDisposable
{
    private static readonly string[] Cubic = ["critical", "3,2", "--target", "1,-2,0,1/3"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_complete_list_says_so_up_front()
    {
        var result = Lcn.Run("critical", "3,2", "--target", "1,-2,0,1/3");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("The list is complete: all 10 complex critical points are certified.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_ordered_by_loss_and_counted_by_strata()
    {
        var document = Lcn.Document(Cubic);
        var losses = document.GetProperty("points").EnumerateArray().Select(point => Number(point.GetProperty("loss"))).ToArray();
        Assert.Equal(losses.Order(), losses);
        Assert.Equal("""[1,-2,0,"1/3"]""", document.GetProperty("points")[0].GetProperty("function").ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        var total = document.GetProperty("strata").EnumerateArray()
            .Sum(row => row.GetProperty("criticalFactorizations").GetInt32() * row.GetProperty("completeness").GetProperty("certified").GetInt32());
        Assert.Equal(total, document.GetProperty("completeness").GetProperty("certified").GetInt32());
        Assert.Equal(10, total);
    }

    private static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? LcnGeometry.Algebra.Rational.Parse(value.GetString()!).ToDouble() : value.GetDouble();

    [Fact]
    public void A_strided_network_has_one_row_without_patterns()
    {
        var document = Lcn.Document("critical", "3,2", "--strides", "2,1", "--target", "1,2,3,4,5");
        var row = Assert.Single(document.GetProperty("strata").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("complexPattern").ValueKind);
        Assert.True(JsonElement.DeepEquals(document.GetProperty("completeness"), row.GetProperty("completeness")));
        Assert.All(document.GetProperty("points").EnumerateArray().Where(point => point.GetProperty("kind").GetString() != "zero"),
            point => Assert.Equal(JsonValueKind.Null, point.GetProperty("realPattern").ValueKind));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_in_every_culture() =>
        Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run([.. Cubic, "--json"]).Output) + Lcn.Run(Cubic).Output);

    [Fact]
    public void Another_seed_gives_the_same_points()
    {
        var one = Lcn.Document([.. Cubic, "--seed", "1"]).GetProperty("points").ToString();
        Assert.Equal(one, Lcn.Document([.. Cubic, "--seed", "2"]).GetProperty("points").ToString());
    }

    [Fact]
    public void The_certificate_is_verified_by_recheck()
    {
        var path = _folder.PathOf("points.json");
        var result = Lcn.Run([.. Cubic, "--certificate", path]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains($"Written: {path}", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, Lcn.Run("recheck", path).ExitCode);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void The_table_has_a_row_for_each_point_and_factorization()
    {
        var path = _folder.PathOf("points.csv");
        var points = Lcn.Document([.. Cubic, "--csv", path]).GetProperty("points").EnumerateArray().ToArray();
        var text = File.ReadAllText(path);
        Assert.Equal(text, Cultures.Same(() =>
        {
            Lcn.Run([.. Cubic, "--csv", path]);
            return File.ReadAllText(path);
        }));
        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        var heads = lines[0].Split(',');
        var rows = lines[1..^1].Select(line => line.Split(',')).ToArray();
        Assert.All(rows, row => Assert.Equal(heads.Length, row.Length));
        Assert.Equal(points.Sum(point => Math.Max(1, point.GetProperty("factorizations").GetArrayLength())), rows.Length);
        var (first, column) = (rows[0], Array.IndexOf(heads, "c1"));
        Assert.Equal(-2, double.Parse(first[column], CultureInfo.InvariantCulture));
        Assert.Equal(points.Select(point => point.GetProperty("kind").GetString()), rows.DistinctBy(row => row[0]).Select(row => row[Array.IndexOf(heads, "kind")]));
    }

    [Theory]
    [InlineData("m2", "--")]
    [InlineData("singular", "//")]
    [InlineData("sympy", "#")]
    [InlineData("hc", "#")]
    public void A_program_for_another_tool_is_printed_and_nothing_else(string format, string comment)
    {
        var result = Lcn.Run([.. Cubic, "--export", format]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith(comment, result.Output, StringComparison.Ordinal);

        var path = _folder.PathOf("system");
        Assert.StartsWith("The list is complete", Lcn.Run([.. Cubic, "--export", format, "--out", path]).Output, StringComparison.Ordinal);
        Assert.Equal(result.Output, File.ReadAllText(path));

        var export = Lcn.Document([.. Cubic, "--export", format]).GetProperty("export");
        Assert.Equal((format, result.Output), (export.GetProperty("format").GetString(), export.GetProperty("program").GetString()));
    }

    [Fact]
    public void Options_that_make_no_sense_together_are_refused()
    {
        Refused("not an export format", "--export", "maple");
        Refused("--out goes with --export only", "--out", _folder.PathOf("x"));
        Refused("nothing is solved", "--export", "m2", "--csv", _folder.PathOf("x"));
        Refused("would overwrite", "--certificate", _folder.PathOf("x"), "--csv", _folder.PathOf("x"));
        Refused("its folder does not exist", "--csv", _folder.PathOf("none", "x"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));

        void Refused(string reason, params string[] options)
        {
            var result = Lcn.Run([.. Cubic, .. options]);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Too_many_points_are_refused_with_an_estimate_and_nothing_is_written()
    {
        var result = Lcn.Run("critical", "5,5,5,5", "--target", string.Join(",", Enumerable.Range(1, 17)), "--csv", _folder.PathOf("x"));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("over the budget", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData(VerdictKind.Holds, ExitCode.Done)]
    [InlineData(VerdictKind.Undecided, ExitCode.Undecided)]
    [InlineData(VerdictKind.Fails, ExitCode.Undecided)]
    internal void A_list_that_is_not_known_to_be_complete_has_exit_code_3(VerdictKind verdict, ExitCode code) =>
        Assert.Equal(code, CriticalCommand.CodeOf(verdict));

    [Fact]
    public void A_flow_names_the_critical_point_that_it_reached()
    {
        string[] loss = ["3,2", "--target", "1,-2,0,1/3"];
        var points = Lcn.Document(["critical", .. loss]).GetProperty("points");
        foreach (var run in Lcn.Document(["flow", .. loss, "--random", "4"]).GetProperty("runs").EnumerateArray())
        {
            var limit = run.GetProperty("limit");
            var point = points[limit.GetProperty("criticalPoint").GetInt32()];
            Assert.Equal(limit.GetProperty("loss").GetDouble(), Number(point.GetProperty("loss")), 1e-6);
        }
    }

    [Fact]
    public void Start_solutions_are_kept_and_a_damaged_cache_changes_nothing()
    {
        var plain = Lcn.WithoutTimings(Lcn.Run([.. Cubic, "--json"]).Output);
        string Cached() => Lcn.WithoutTimings(Lcn.Run(host => host with { Variable = name => name == "LCN_CACHE" ? _folder.Root : null }, [.. Cubic, "--json"]).Output);
        Assert.Equal(plain, Cached());
        var files = Directory.GetFiles(_folder.Root);
        Assert.NotEmpty(files);
        Assert.Equal(plain, Cached());
        foreach (var file in files) File.WriteAllBytes(file, File.ReadAllBytes(file)[..^7]);
        Assert.Equal(plain, Cached());
        foreach (var file in files) File.WriteAllText(file, "lcn-start/1");
        Assert.Equal(plain, Cached());
    }
}

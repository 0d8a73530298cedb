using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class MemberCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2,2", "-1,0,1", 0, "holds", "interior", "11|")]
    [InlineData("2,2", "1,0,1", 1, "fails", "outside", "|1")]
    [InlineData("2,2", "1,2,1", 0, "holds", "boundary", "2|")]
    [InlineData("2,2", "0,0,1", 0, "holds", "boundary", "2|")]
    [InlineData("2,2", "0,0,0", 0, "holds", "zero", null)]
    [InlineData("2,2", "-1/3,0.25,1e-3", 0, "holds", "interior", "11|")]
    [InlineData("3,2", "1,0,1,0", 0, "holds", "interior", "1|1")]
    [InlineData("2,2,2", "0,1,0,1", 1, "fails", "outside", "1|1")]
    public void The_answer_and_the_exit_code_agree(string filters, string filter, int code, string verdict, string position, string? pattern)
    {
        foreach (var args in (string[][])[["--filter", filter], [$"--filter={filter}"]])
        {
            var result = Lcn.Run(["member", filters, .. args, "--json"]);
            Assert.Equal((code, ""), (result.ExitCode, result.Error));
            Assert.Equal(verdict, result.Json.GetProperty("verdict").GetString());
            Assert.Equal(position, result.Json.GetProperty("position").GetString());
            Assert.Equal(pattern, result.Json.TryGetProperty("realPattern", out var shown) ? shown.GetString() : null);
            Assert.Equal("exact", result.Json.GetProperty("evidence").GetString());
            Assert.Equal("holds", result.Json.GetProperty("inZariskiClosure").GetString());
        }

        Assert.Equal(code, Lcn.Run("member", filters, "--filter", filter).ExitCode);
    }

    [Theory]
    [InlineData("1,0,0,0,1", 1, "fails", "outside", "holds", true)]
    [InlineData("1,1,0,0,1", 1, "fails", "outside", "fails", true)]
    [InlineData("-1,0,0,0,1", 0, "holds", "interior", "holds", false)]
    [InlineData("1,0,-2,0,1", 0, "holds", "undecided", "holds", true)]
    public void Strided_filters_are_judged_with_their_closure(string filter, int code, string verdict, string position, string closure, bool explained)
    {
        var result = Lcn.Run("member", "3,2", "--strides", "2,1", "--filter", filter, "--json");
        Assert.Equal((code, ""), (result.ExitCode, result.Error));
        Assert.Equal(verdict, result.Json.GetProperty("verdict").GetString());
        Assert.Equal(position, result.Json.GetProperty("position").GetString());
        Assert.Equal(closure, result.Json.GetProperty("inZariskiClosure").GetString());
        Assert.Equal(explained, result.Json.GetProperty("witness").TryGetProperty("obstruction", out _));
        Assert.Equal(code == 0, result.Json.GetProperty("witness").TryGetProperty("factorization", out _));
        Assert.Equal(code == 0 ? 0 : 1, Lcn.Run("member", "3,2", "--strides", "2,1", "--filter", filter).ExitCode);
    }

    [Theory]
    [InlineData("3,2", "2,1", "1,1,1,1,1", "c1*c2*c3 - c0*c3^2 - c1^2*c4", "-1", "the coefficients taken in steps of 2 have 0 common roots; 1 is needed")]
    [InlineData("1,3", "2,1", "1,1/3,2,0,1", "c1", "1/3", "c1 = 1/3 must be zero: only coefficients whose index is a multiple of 2 need not be")]
    [InlineData("3,2", "2,1", "1,0,0,0,1", null, null, "layer 2 needs 1 value of x^2, and the filter has ±i; complex ones must be taken in pairs")]
    [InlineData("3,3,2", "2,2,1", "16,0,0,0,0,0,0,0,1,0,0", null, null, "layer 3 needs 1 value of x^4, and the filter has ±4i; complex ones must be taken in pairs")]
    [InlineData("2,2,2", "2,1,1", "1,1,0,0,1,1", null, null, "layers 2, 3 need 2 real values of x^2, and would hold ±i")]
    [InlineData("2,2,2,2,2", "2,1,1,1,1", "4,4,0,0,5,5,0,0,1,1", null, null, "layers 2, 3, 4, 5 need 4 real values of x^2, and would hold ±i, ±2i")]
    [InlineData("2,2,2", "1,2,1", "1,0,2,0,1", null, null, "layers 1, 2 need 2 real roots, and would hold ±i")]
    public void Filters_outside_violate_an_equation_or_have_roots_that_cannot_be_shared(string filters, string strides, string filter, string? equation, string? value, string obstruction)
    {
        var witness = Lcn.Run("member", filters, "--strides", strides, "--filter", filter, "--json").Json.GetProperty("witness");
        Assert.Equal(obstruction, witness.GetProperty("obstruction").GetString());
        Assert.Equal(equation is not null, witness.TryGetProperty("equation", out var violated));
        if (equation is not null) Assert.Equal((equation, value), (violated.GetProperty("equation").GetString(), violated.GetProperty("value").ToString()));
    }

    [Fact]
    public void Long_equations_are_described_on_a_terminal_and_whole_in_the_document()
    {
        string[] question = ["member", "10,6", "--strides", "2,1", "--filter", "1,2,3,4,5,6,7,8,9,10,9,8,7,6,5,4,3,2,1,1"];
        Assert.Contains("a determinant of 10 rows", Lcn.Run(question).Output, StringComparison.Ordinal);
        var equation = Lcn.Run([.. question, "--json"]).Json.GetProperty("witness").GetProperty("equation").GetProperty("equation").GetString();
        Assert.StartsWith("det [[c0, c2, ", equation, StringComparison.Ordinal);
        Assert.Equal(10, equation!.Split("], [").Length);
    }

    [Fact]
    public void Batches_name_the_equations_too()
    {
        var file = _folder.Write("near.txt", "1,1,1,1,1\n1,0,0,0,1\n");
        var results = Lcn.Run("member", "3,2", "--strides", "2,1", "--batch", file, "--json").Json.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal("-1", results[0].GetProperty("witness").GetProperty("equation").GetProperty("value").ToString());
        Assert.False(results[1].GetProperty("witness").TryGetProperty("equation", out _));
    }

    [Fact]
    public void The_document_is_the_approved_one() =>
        Approved.Check(Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run("member", "3,2", "--filter", "1,-2,0,1/3", "--json").Output)), "member-32.json");

    [Fact]
    public void A_batch_has_one_answer_per_line_and_agrees_with_single_questions()
    {
        var path = _folder.Write("filters.txt", "# three filters\n\n-1,0,1\n  1/2 , 0 , 1   # outside\r\n\n0,0,0\n");
        var result = Lcn.Run("member", "2,2", "--batch", path, "--json");
        Assert.Equal(1, result.ExitCode);
        var rows = result.Json.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(["holds", "fails", "holds"], rows.Select(row => row.GetProperty("verdict").GetString()));
        string[] filters = ["-1,0,1", "1/2,0,1", "0,0,0"];
        for (var i = 0; i < 3; i++)
        {
            var single = Lcn.Run("member", "2,2", "--filter", filters[i], "--json").Json;
            foreach (var field in (string[])["verdict", "position", "inZariskiClosure", "evidence"])
                Assert.Equal(single.GetProperty(field).GetString(), rows[i].GetProperty(field).GetString());
        }
    }

    [Theory]
    [InlineData("-1,0,1\n1,2,1\n", 0)]
    [InlineData("-1,0,1\n1,0,1\n", 1)]
    public void A_batch_is_read_from_standard_input_and_its_exit_code_sums_it_up(string text, int code)
    {
        using var input = new StringReader(text);
        var result = Lcn.Run(host => host with { Input = input }, "member", "2,2", "--batch", "-", "--json");
        Assert.Equal((code, ""), (result.ExitCode, result.Error));
        Assert.Equal("-", result.Json.GetProperty("inputs").GetProperty("batch").GetString());
    }

    [Theory]
    [InlineData("", "f.txt holds no filter; expected one per line, such as 1,-2,0,1/3.")]
    [InlineData("# nothing\n\n", "f.txt holds no filter; expected one per line, such as 1,-2,0,1/3.")]
    [InlineData("1,2,3\n1,2\n", "f.txt, line 2 has 2 entries; the end-to-end filter of (2,2) has 3 entries.")]
    [InlineData("1,2,3\n\n1,x,2\n", "f.txt, line 3: 'x' (entry 2) is not a number; expected 3, -0.25, 1e-3 or 2/3.")]
    public void A_bad_line_is_named(string text, string sentence)
    {
        var path = _folder.Write("f.txt", text);
        var result = Lcn.Run("member", "2,2", "--batch", path);
        Assert.Equal((2, "", path[..^5] + sentence + "\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void A_missing_batch_file_is_named()
    {
        var path = _folder.PathOf("none");
        var result = Lcn.Run("member", "2,2", "--batch", path);
        Assert.Equal((2, $"--batch cannot read '{path}': there is no such file.\n"), (result.ExitCode, result.Error));
    }
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary><c>lcn describe --activation</c>.</summary>
public sealed class DescribeActivationTests
{
    [Fact]
    public void The_document_is_the_approved_one() =>
        Approved.Check(Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run("describe", "3,2", "--activation", "2", "--json").Output)), "describe-32-activation-2.json");

    [Fact]
    public void The_text_is_the_approved_one() =>
        Approved.Check(Cultures.Same(() => Lcn.Run("describe", "3,2", "--activation", "2").Output), "describe-32-activation-2.txt");

    [Theory]
    [InlineData("2,2", "1,1", "2", 4, 14, 1)]
    [InlineData("2,2", "2,1", "2", 4, 14, 0)]
    [InlineData("2,2", "1,1", "3", 6, 22, 1)]
    [InlineData("2,2,2", "1,1,1", "2", 48, 404, 3)]
    public void Counts_and_singular_families(string filters, string strides, string power, int degree, int criticalPoints, int families)
    {
        var section = Lcn.Document("describe", filters, "--strides", strides, "--activation", power).GetProperty("activation");
        Assert.Equal(degree, section.GetProperty("neurovarietyDegree").GetInt32());
        Assert.Equal(criticalPoints, section.GetProperty("criticalPoints").GetProperty("generic").GetInt32());
        Assert.Equal(families, section.GetProperty("singular").GetArrayLength());
        Assert.Equal(section.GetProperty("dimension").GetInt32(), section.GetProperty("witness").GetProperty("rank").GetInt32());
    }

    [Fact]
    public void The_rest_of_the_card_is_that_without_activation()
    {
        var without = Lcn.Document("describe", "3,3");
        var with = Lcn.Document("describe", "3,3", "--activation", "3");
        foreach (var field in without.EnumerateObject().Where(field => field.Name is not ("inputs" or "notes" or "timings")))
        {
            Assert.Equal(field.Value.ToString(), with.GetProperty(field.Name).ToString());
        }

        Assert.Equal(3, with.GetProperty("inputs").GetProperty("activation").GetInt32());
    }

    [Fact]
    public void A_linear_activation_gives_the_counts_of_the_linear_network()
    {
        var document = Lcn.Document("describe", "2,2,2", "--activation", "1");
        var section = document.GetProperty("activation");
        Assert.Equal(document.GetProperty("criticalPoints").GetProperty("generic").GetInt32(), section.GetProperty("criticalPoints").GetProperty("generic").GetInt32());
        Assert.Equal((1, 6), (section.GetProperty("neurovarietyDegree").GetInt32(), section.GetProperty("genericPreimages").GetInt32()));
        Assert.Equal("fails", section.GetProperty("immersion").GetString());
        Assert.False(section.TryGetProperty("singular", out _));
    }

    [Fact]
    public void What_is_too_large_to_be_written_out_has_its_counts_and_a_note()
    {
        var document = Lcn.Document("describe", "4,4,4", "--activation", "9");
        Assert.False(document.GetProperty("activation").TryGetProperty("witness", out _));
        Assert.Contains("too many terms", document.GetProperty("notes").ToString(), StringComparison.Ordinal);
        Assert.Equal(81, document.GetProperty("activation").GetProperty("polynomialDegree").GetInt32());
    }

    [Fact]
    public void Counts_are_confirmed_on_request_and_the_same_every_time()
    {
        var text = Cultures.Same(() => Lcn.Run("describe", "2,2", "--activation", "2", "--confirm").Output);
        Approved.Check(text, "describe-22-activation-2-confirm.txt");
        var rows = Lcn.Document("describe", "2,2", "--activation", "2", "--confirm").GetProperty("activation").GetProperty("confirmed");
        Assert.Equal(["degree 4 4 4 holds", "criticalPoints 14 14 14 holds", "criticalPointsOfData 14 14 14 holds"], rows.EnumerateArray().Select(row =>
            $"{row.GetProperty("count")} {row.GetProperty("expected")} {row.GetProperty("found")} {row.GetProperty("certified")} {row.GetProperty("verdict")}"));
    }

    [Theory]
    [InlineData("input", "linear", "2,2", "--activation", "1", "--confirm")]
    [InlineData("input", "too many terms", "4,4,4", "--activation", "9", "--confirm")]
    [InlineData("input", "over the budget", "3,3,2", "--activation", "2", "--confirm")]
    [InlineData("usage", "--confirm goes with --activation", "2,2", "--confirm")]
    public void What_cannot_be_confirmed_is_refused(string kind, string message, params string[] args)
    {
        var result = Lcn.Run(["describe", .. args, "--json"]);
        Assert.Equal((2, kind), (result.ExitCode, result.ErrorKind));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("x")]
    [InlineData("1000001")]
    public void Other_exponents_are_refused(string power)
    {
        var result = Lcn.Run("describe", "2,2", "--activation", power, "--json");
        Assert.Equal((2, "input"), (result.ExitCode, result.ErrorKind));
        Assert.Contains("--activation", result.Error, StringComparison.Ordinal);
    }
}

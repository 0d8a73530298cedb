using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class CompareCommandTests
{
    [Fact]
    public void The_document_is_the_approved_one() =>
        Approved.Check(Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run("compare", "3,2", "1,2", "--strides", "2,1", "--other-strides", "4,1", "--json").Output)), "compare-32-12.json");

    [Theory]
    [InlineData("compare-22-3.txt", "2,2", "3")]
    [InlineData("compare-32-5.txt", "3,2", "5", "--strides", "2,1")]
    [InlineData("compare-32-12.txt", "3,2", "1,2", "--strides", "2,1", "--other-strides", "4,1")]
    public void The_view_is_the_approved_one_and_fits_80_columns(string file, params string[] args)
    {
        var text = Cultures.Same(() => Lcn.Run(["compare", .. args]).Output);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Approved.Check(text, file);
    }

    [Theory]
    [InlineData("equal", "M(3,2) equals M(2,3).", "3,2", "2,3")]
    [InlineData("strictlyInside", "M(2,2) is strictly inside M(3); both have the same Zariski closure.", "2,2", "3")]
    [InlineData("strictlyContains", "M(2,2) is strictly inside M(3); both have the same Zariski closure.", "3", "2,2")]
    [InlineData("incomparable", "Neither of M(2,4) strides (2,1) and M(4,2) strides (4,1) is inside the other.", "2,4", "4,2", "--strides", "2,1", "--other-strides", "4,1")]
    public void Relations(string relation, string sentence, params string[] args)
    {
        var document = Lcn.Document(["compare", .. args]);
        Assert.Equal((relation, sentence), (document.GetProperty("relation").GetString(), document.GetProperty("sentence").GetString()));
    }

    // What the document says of its witness, member says of the same filter.
    [Theory]
    [InlineData("2,2", "3", null, null)]
    [InlineData("3,2", "5", "2,1", null)]
    [InlineData("3,2", "1,2", "2,1", "4,1")]
    [InlineData("2,4", "4,2", "2,1", "4,1")]
    public void Witnesses_are_confirmed_by_member(string filters, string other, string? strides, string? otherStrides)
    {
        string[] net = strides is null ? [filters] : [filters, "--strides", strides], second = otherStrides is null ? [other] : [other, "--strides", otherStrides];
        var document = Lcn.Document(["compare", filters, other, .. net[1..], .. otherStrides is null ? (string[])[] : ["--other-strides", otherStrides]]);
        var seen = 0;
        foreach (var (set, verdict) in ((string, string)[])[("spaces", "verdict"), ("closures", "inZariskiClosure")])
        {
            foreach (var (direction, from, to) in ((string, string[], string[])[])[("firstInOther", net, second), ("otherInFirst", second, net)])
            {
                var inclusion = document.GetProperty(set).GetProperty(direction);
                Assert.Equal(inclusion.GetProperty("verdict").GetString() == "fails", inclusion.TryGetProperty("witness", out var witness));
                if (inclusion.GetProperty("verdict").GetString() != "fails") continue;
                var filter = string.Join(',', witness.GetProperty("filter").EnumerateArray());
                Assert.Equal("holds", Lcn.Document(["member", .. from, "--filter", filter]).GetProperty("verdict").GetString());
                var outside = Lcn.Run(["member", .. to, "--filter", filter, "--json"]).Json;
                Assert.Equal("fails", outside.GetProperty(verdict).GetString());
                Assert.Equal(outside.GetProperty("witness").TryGetProperty("equation", out var theirs), witness.TryGetProperty("equation", out var ours));
                if (ours.ValueKind != default) Assert.Equal(theirs.ToString(), ours.ToString());
                seen++;
            }
        }

        Assert.NotEqual(0, seen);
    }

    [Fact]
    public void Large_networks_have_no_witness_and_a_note()
    {
        var document = Lcn.Document("compare", "599,2", "600");
        Assert.Equal("equal", document.GetProperty("relation").GetString());
        Assert.Equal(0, document.GetProperty("notes").GetArrayLength());
        document = Lcn.Document("compare", "600,2,2,2", "603");
        Assert.Equal("strictlyInside", document.GetProperty("relation").GetString());
        Assert.Equal("proved", document.GetProperty("spaces").GetProperty("otherInFirst").GetProperty("evidence").GetString());
        Assert.Equal(1, document.GetProperty("notes").GetArrayLength());
    }

    [Theory]
    [InlineData("input", "2,2", "4")]
    [InlineData("input", "2,x", "4")]
    [InlineData("input", "2,2", "3", "--other-strides", "1,1")]
    [InlineData("usage", "2,2")]
    [InlineData("usage")]
    public void Wrong_questions_are_refused(string kind, params string[] args)
    {
        var result = Lcn.Run(["compare", .. args, "--json"]);
        Assert.Equal((2, kind), (result.ExitCode, result.ErrorKind));
    }
}

using System.Text.Json;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class RecheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_document_is_the_approved_one() => Approved.Check(
        Cultures.Same(() => Lcn.WithoutTimings(Lcn.Run("recheck", Lcn.Certificate, "--json").Output).Replace(JsonEncodedText.Encode(Lcn.Certificate).ToString(), "FILE", StringComparison.Ordinal)), "recheck-32.json");

    [Theory]
    [InlineData("\"-2\"", "\"-3\"", 1, "fails", "oneSolution")]
    [InlineData("\"expected\": 7", "\"expected\": 8", 1, "fails", "genericCount")]
    [InlineData("\"real\": true", "\"real\": false", 1, "fails", "reality")]
    [InlineData("\"1/8589934592\"", "\"1\"", 3, "undecided", "oneSolution")]
    [InlineData("[\"0\", \"1\", \"0\", \"0\"]", "[\"0\", \"-1\", \"0\", \"0\"]", 1, "fails", "loss")]
    public void A_changed_certificate_has_its_verdict_its_reason_and_its_exit_code(string part, string change, int code, string verdict, string claim)
    {
        var path = Changed(part, change);
        var result = Lcn.Run("recheck", path, "--json");
        Assert.Equal((code, ""), (result.ExitCode, result.Error));
        Assert.Equal(verdict, result.Json.GetProperty("verdict").GetString());
        Assert.Equal(verdict == "undecided", result.Json.TryGetProperty("reason", out _));
        Assert.Equal(claim, result.Json.GetProperty("problem").GetProperty("claim").GetString());
        Assert.Equal(verdict, result.Json.GetProperty("problem").GetProperty("verdict").GetString());
        Assert.Equal(code, Lcn.Run("recheck", path).ExitCode);
    }

    [Theory]
    [InlineData("lcn-certificate/1", "lcn-certificate/9", "format")]
    [InlineData("\"filters\": [3, 2]", "\"filters\": [3, 3]", "q")]
    [InlineData("\"format\"", "format", "line 2")]
    public void A_file_that_is_no_certificate_is_refused_with_its_place(string part, string change, string place)
    {
        var path = Changed(part, change);
        var result = Lcn.Run("recheck", path, "--json");
        Assert.Equal((2, "file"), (result.ExitCode, result.ErrorKind));
        Assert.StartsWith(path + ": ", result.Error, StringComparison.Ordinal);
        Assert.Contains(place, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_as_text_are_refused()
    {
        var path = _folder.PathOf("bytes");
        File.WriteAllBytes(path, [0xFF, 0xFE, 0x00]);
        Assert.Equal((2, "file"), Refusal(Lcn.Run("recheck", path, "--json")));
        Assert.Equal((2, "file"), Refusal(Lcn.Run("recheck", _folder.PathOf("none"), "--json")));
        Assert.Equal((2, "file"), Refusal(Lcn.Run("recheck", _folder.Root, "--json")));
        Assert.Equal((2, "usage"), Refusal(Lcn.Run("recheck", "--json")));
    }

    [Fact]
    public void A_time_limit_that_is_over_leaves_nothing_to_show()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = Lcn.Run(host => host with { Interrupt = stop.Token }, "recheck", Lcn.Certificate, "--json");
        Assert.Equal((130, "interrupted"), Refusal(result));
    }

    private static (int, string?) Refusal(LcnResult result) => (result.ExitCode, result.ErrorKind);

    private string Changed(string part, string change)
    {
        var text = File.ReadAllText(Lcn.Certificate);
        var start = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(start >= 0, part);
        return _folder.Write("changed.json", text[..start] + change + text[(start + part.Length)..]);
    }
}

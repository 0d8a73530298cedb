using System.Globalization;
using System.Text;
using System.Text.Json;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>The censuses kept in examples/census: their table of frequencies, the predictions, and the table of section 11 of the theory.</summary>
public class CensusExamplesTests
{
    private static readonly string[] Networks = ["22", "32", "222", "42", "33", "322", "2222", "22222"];
    private static readonly string[] Metrics = ["identity", "bombieri"];

    [Fact]
    public void The_table_of_frequencies_is_that_of_the_documents()
    {
        var text = new StringBuilder("# Where gradient descent ends\n\n");
        text.Append("Percent of the data sets with that target pattern, then of the runs on them by end pattern, with 95 % confidence intervals that take into account\n");
        text.Append("that the runs of a data set resemble each other. A star: all at a certified global minimum; s: all at certified spurious local minima; (*s): both occur.\n");
        foreach (var metric in Metrics)
        {
            foreach (var name in Networks) AppendTable(text, name, metric, Read(name, metric));
        }

        Approved.CheckFile(text.ToString(), Repository.PathOf("examples", "census", "frequencies.md"));
    }

    [Fact]
    public void The_predictions_of_theory_hold_in_every_run()
    {
        foreach (var metric in Metrics)
        {
            foreach (var name in Networks)
            {
                var census = Read(name, metric);
                Assert.All(census.GetProperty("predictions").EnumerateArray(), prediction => Assert.Equal("holds", prediction.GetProperty("verdict").GetString()));
                Assert.Equal(0, census.GetProperty("counts").GetProperty("withoutGlobalLoss").GetInt32());
            }
        }
    }

    // Shares in percent: target pattern, share of the targets, then shares of the ends; one start for each target.
    [Theory]
    [InlineData("22", 1000, "11|:65.3>11|:100", "|1:34.7>2|:100")]
    [InlineData("32", 1000, "111|:23.5>111|:100", "1|1:76.5>1|1:60.8>21|:38.7")]
    [InlineData("222", 1000, "111|:23.9>111|:99.2", "1|1:76.1>21|:64.0>3|:35.5")]
    [InlineData("42", 600, "11|1:71.3>11|1:89.3>211|:10.5", "|11:24.7>2|1:96.6>211|:3.4")]
    [InlineData("33", 600, "11|1:71.3>11|1:77.8>211|:22.2", "|11:24.7>|11:76.4>22|:16.9>211|:6.8")]
    public void The_table_of_theory_is_reproduced_within_sampling_error(string name, int theirs, params string[] rows)
    {
        var census = Read(name, "identity");
        foreach (var row in rows)
        {
            var cells = row.Split('>').Select(cell => cell.Split(':')).Select(cell => (Pattern: cell[0], Share: Percent(cell[1]))).ToArray();
            var target = census.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("pattern").GetString() == cells[0].Pattern);
            Near($"{name} {cells[0].Pattern}", cells[0].Share, theirs, target);
            foreach (var (pattern, share) in cells.Skip(1))
            {
                var end = target.GetProperty("ends").EnumerateArray().Single(e => e.TryGetProperty("endPattern", out var p) && p.GetString() == pattern);
                Near($"{name} {cells[0].Pattern} > {pattern}", share, theirs * cells[0].Share, end);
            }
        }
    }

    /// <summary>Within 3.5 standard errors of the difference, and one percent for runs that ran out of steps.</summary>
    private static void Near(string cell, double expected, double theirs, JsonElement own)
    {
        var share = own.GetProperty("share").GetDouble();
        var interval = own.GetProperty("interval");
        var ownError = (interval[1].GetDouble() - interval[0].GetDouble()) / (2 * 1.96);
        var error = Math.Sqrt((expected * (1 - expected) / theirs) + (ownError * ownError));
        Assert.True(Math.Abs(share - expected) <= (3.5 * error) + 0.01, FormattableString.Invariant($"{cell}: {share:P1} here, {expected:P1} in the table, standard error {error:P1}"));
    }

    private static void AppendTable(StringBuilder text, string name, string metric, JsonElement census)
    {
        var counts = census.GetProperty("counts");
        var filters = string.Join(',', name.AsEnumerable());
        text.Append(CultureInfo.InvariantCulture, $"\n## ({filters}), {metric} metric\n\n");
        text.Append(CultureInfo.InvariantCulture, $"    lcn census {filters} --targets {counts.GetProperty("dataSets").GetInt32()} --inits 10 --metric {metric} --seed 1 --out runs\n\n");
        text.Append("| target | % | end | % | 95 % | runs | median steps |\n| --- | ---: | --- | ---: | ---: | ---: | ---: |\n");
        foreach (var target in census.GetProperty("targets").EnumerateArray())
        {
            var first = true;
            foreach (var end in target.GetProperty("ends").EnumerateArray())
            {
                var interval = end.GetProperty("interval");
                text.Append(first ? $"| {Pattern(target.GetProperty("pattern"))} | {Number(target.GetProperty("share").GetDouble())} " : "| | ");
                text.Append(CultureInfo.InvariantCulture, $"| {End(end)} | {Number(end.GetProperty("share").GetDouble())} | {Number(interval[0].GetDouble())} to {Number(interval[1].GetDouble())} ");
                text.Append(CultureInfo.InvariantCulture, $"| {end.GetProperty("runs").GetInt32()} | {end.GetProperty("steps").GetProperty("median").GetInt32()} |\n");
                first = false;
            }
        }
    }

    private static string End(JsonElement end)
    {
        if (!end.TryGetProperty("endPattern", out var pattern)) return end.GetProperty("status").GetString() == "budget" ? "out of steps" : end.GetProperty("status").GetString()!;
        int runs = end.GetProperty("runs").GetInt32(), global = end.GetProperty("globalMinimum").GetInt32(), spurious = end.GetProperty("spurious").GetInt32();
        return Pattern(pattern) + (global == runs ? " *" : spurious == runs ? " s" : global + spurious == runs ? " (*s)" : "");
    }

    private static string Pattern(JsonElement pattern) => $"`{pattern.GetString()!.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Number(double share) => (100 * share).ToString(share is > 0 and < 0.1 or > 0.99 and < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static double Percent(string text) => double.Parse(text, CultureInfo.InvariantCulture) / 100;

    private static JsonElement Read(string name, string metric)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("examples", "census", $"{name}-{metric}.json")));
        return document.RootElement.Clone();
    }
}

using System.CommandLine;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>Every example that a help text shows is run, in an own folder, in the order in which a reader would try them.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Every_example_of_every_help_text_runs()
    {
        using var folder = new TemporaryFolder();
        folder.Write("filters.txt", "-1,0,1\n1,2,1\n");
        var examples = new LcnRootCommand().Subcommands.OfType<LcnCommand>().SelectMany(command => command.Examples).ToArray();
        Assert.All(examples, example => Assert.StartsWith("lcn ", example, StringComparison.Ordinal));
        foreach (var example in examples)
        {
            string[] args = [.. example.Split(' ')[1..].Select(word => InFolder(folder, word.Trim('\'')))];
            var result = Lcn.Run(args);
            Assert.True((result.ExitCode, result.Error) == (0, ""), $"{example}: {result.Error}");
            Assert.NotEqual("", result.Output);
        }

        Assert.True(File.Exists(folder.PathOf("report.html")));
        Assert.True(File.Exists(folder.PathOf("study.json")));
        Assert.True(File.Exists(folder.PathOf("all", "runs.csv")));
    }

    private static string InFolder(TemporaryFolder folder, string word)
    {
        if (word.StartsWith("examples/", StringComparison.Ordinal)) return Repository.PathOf(word.Split('/'));
        return word is "filters.txt" or "study.json" or "report.html" or "points.json" or "points.csv" or "atlas.csv" or "atlas.html"
            or "runs" or "sunspots" or "part1" or "part2" or "all" ? folder.PathOf(word) : word;
    }
}

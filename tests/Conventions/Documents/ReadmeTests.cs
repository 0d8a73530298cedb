namespace LcnGeometry.Conventions.Tests;

/// <summary>Every block of the README is run, and what it prints is what the README shows.</summary>
[Collection(nameof(Programs))]
public class ReadmeTests
{
    /// <summary>The set-up: run by whoever clones, and by continuous integration.</summary>
    private static readonly string[] SetUp = ["dotnet build -c Release", "bash tests/run.sh"];

    public static TheoryData<int> Blocks => [.. MarkdownBlock.Of("README.md").Select((block, i) => (block, i)).Where(pair => pair.block.Language is "shell" or "csharp").Select(pair => pair.i)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_prints_what_the_README_shows(int number)
    {
        var block = MarkdownBlock.Of("README.md")[number];
        if (IsSetUp(block)) return;
        string printed;
        if (block.Language == "csharp")
        {
            printed = Programs.Run(block.Content, Repository.Root);
        }
        else
        {
            var result = LcnCommand.Run(block.Content, literal: false);
            Assert.True(result.ExitCode is 0 or 1, $"{block}: exit code {result.ExitCode}: {result.Error}");
            printed = result.Output;
        }
        printed = Trimmed(printed);
        var shown = block.Output ?? "";
        if (printed == shown) return;
        if (Approved.Accepting) Accept(block, printed);
        else Assert.Fail($"{block} (- shown, + printed){Environment.NewLine}{TextDifference.Between(shown, printed, 60)}");
    }

    [Fact]
    public void Every_block_is_run_or_is_an_output() =>
        Rule.Holds("A block of the README is shell, csharp, or the text that the block before it prints",
            MarkdownBlock.Of("README.md").Where(block => block.Language is not ("shell" or "csharp")).Select(block => $"{block}: {block.Language}"));

    [Fact]
    public void The_main_job_is_there()
    {
        var commands = MarkdownBlock.Of("README.md").Where(block => block.Language == "shell").Select(block => block.Content.Trim());
        Assert.Contains($"{LcnCommand.LongForm} explore 3,2 --series examples/data/sunspots.csv --out report.html", commands);
    }

    /// <summary>As whoever clones runs it, with a build of its own.</summary>
    [ToolFact]
    public void The_main_job_runs_as_written()
    {
        var block = MarkdownBlock.Of("README.md").First(one => one.Content.StartsWith(LcnCommand.LongForm, StringComparison.Ordinal));
        var result = LcnCommand.Run(block.Content, literal: true);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(block.Output, Trimmed(result.Output));
        Assert.True(new FileInfo(Repository.PathOf("report.html")).Length > 10_000);
    }

    [Fact]
    public void Set_up_is_two_commands()
    {
        var block = Assert.Single(MarkdownBlock.Of("README.md"), IsSetUp);
        Assert.Equal(SetUp, block.Content.Trim().Split('\n').Select(line => line.Split(" #")[0].Trim()));
    }

    /// <summary>What the README says of the source is true of the source.</summary>
    [Fact]
    public void The_map_names_every_assembly_and_folder()
    {
        var readme = SourceTree.Read("README.md");
        Rule.Holds("The README names every assembly", Assemblies.All.Select(project => project.Name).Where(name => !readme.Contains(name, StringComparison.Ordinal)));
        Rule.Holds("Links of the README lead somewhere",
            from System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(readme, @"\]\((?!https?://)([^)#]+)")
            let target = link.Groups[1].Value
            where !Path.Exists(Repository.PathOf(target))
            select target);
    }

    /// <summary>Tables fill their lines with blanks, which a README should not hold.</summary>
    private static string Trimmed(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim('\n') + "\n";

    /// <summary>Writes what was printed into the <c>text</c> block after the block; the change is reviewed as a diff.</summary>
    private static void Accept(MarkdownBlock block, string printed)
    {
        var path = Repository.PathOf(block.Document);
        var text = File.ReadAllText(path);
        var source = $"```{block.Language}\n{block.Content}```\n";
        var at = text.IndexOf(source, StringComparison.Ordinal) + source.Length;
        var old = block.Output is null ? 0 : text.IndexOf("```\n", text.IndexOf("```text\n", at, StringComparison.Ordinal) + 8, StringComparison.Ordinal) + 4 - at;
        File.WriteAllText(path, text[..at] + $"```text\n{printed}```\n" + text[(at + old)..]);
    }

    private static bool IsSetUp(MarkdownBlock block) => block.Language == "shell" && block.Content.Contains(SetUp[1], StringComparison.Ordinal);
}

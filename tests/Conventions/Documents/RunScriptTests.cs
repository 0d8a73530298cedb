using System.Text.RegularExpressions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>The full run and the tests agree on the outside tools.</summary>
public partial class RunScriptTests
{
    [Fact]
    public void The_full_run_installs_exactly_the_packages_of_the_tools()
    {
        var listed = Packages().Match(SourceTree.Read("tests/run.sh")).Groups[1].Value.Split(' ');
        Assert.Equal(Tool.All.Select(tool => tool.Package).Distinct().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Continuous_integration_is_the_full_run()
    {
        var commands = SourceTree.Lines(".ci/run").Where(line => line.Length > 0 && line[0] != '#').ToArray();
        Assert.Equal("set -euo pipefail", commands[0]);
        Assert.Equal("exec bash \"$(dirname \"$0\")/../tests/run.sh\"", Assert.Single(commands[1..]));
    }

    [Fact]
    public void Every_test_project_is_in_the_full_run()
    {
        var projects = SourceTree.Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => SourceTree.Read(file).Contains("<IsTestProject>true", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(projects);
        Rule.Holds("Every test project is matched by tests/*.Tests/*.csproj or tests/Conventions/*.csproj",
            projects.Where(file => !Matched().IsMatch(file)));
    }

    /// <summary>The versions are part of the evidence: the run prints them.</summary>
    [ToolTheory("gp", "python3", "sympy", "numpy", "scipy", "mpmath", "jsonschema", "chromium", "M2", "Singular", "slurmctld", "slurmd", "sbatch", "munged")]
    [MemberData(nameof(ToolNames))]
    public void Every_tool_answers(string name) => Assert.Matches(@"\d", Tool.Named(name).Version());

    public static TheoryData<string> ToolNames => [.. Tool.All.Select(tool => tool.Name)];

    [Fact]
    public void No_test_is_skipped_by_hand() =>
        Rule.Holds("A test is skipped only for want of a tool",
            from file in SourceTree.CSharp("tests")
            from line in SourceTree.Lines(file)
            where SkippedByHand().IsMatch(line)
            select $"{file}: {line.Trim()}");

    [GeneratedRegex(@"packages=\(([^)]*)\)")]
    private static partial Regex Packages();

    [GeneratedRegex(@"^tests/([\w.]+\.Tests|Conventions)/[\w.]+\.csproj$")]
    private static partial Regex Matched();

    [GeneratedRegex(@"\[(Fact|Theory|InlineData)\(.*\bSkip\s*=")]
    private static partial Regex SkippedByHand();
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => ["describe", "member", "factor", "compare", "critical", "flow", "explore", "atlas", "census", "census-merge", "laws", "recheck", "render", "doctor"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_explains_itself_with_an_example(string command)
    {
        var text = Cultures.Same(() => Help(command, "--help"));
        Assert.Equal(text, Help(command, "-h"));
        Approved.Check(text, $"help-{command}.txt");
        Assert.Contains($"  lcn {command} ", text + " ", StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void The_overview_lists_every_command()
    {
        var text = Help("--help");
        Assert.Equal(text, Help());
        Approved.Check(text, "help.txt");
        foreach (var command in Commands) Assert.Contains($"\n  {command}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_that_of_the_library() => Assert.Equal(LibraryVersion.Text + "\n", Help("--version"));

    private static string Help(params string[] args)
    {
        var result = Lcn.Run(args);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output;
    }
}

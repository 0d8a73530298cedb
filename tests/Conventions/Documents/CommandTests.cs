using System.Text.RegularExpressions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Every command is documented: in its own help with an example, in the README, and by a schema file.</summary>
[Collection(nameof(Programs))]
public partial class CommandTests
{
    private static readonly Lazy<string[]> Commands = new(() =>
    {
        var help = LcnCommand.Run("lcn --help", literal: false).Output;
        var list = help[help.IndexOf("Commands:", StringComparison.Ordinal)..help.IndexOf("Every command:", StringComparison.Ordinal)];
        return [.. CommandName().Matches(list).Select(match => match.Groups[1].Value)];
    });

    [Fact]
    public void Commands_are_found() => Assert.Empty(new[] { "describe", "member", "factor", "flow", "explore", "recheck", "render", "doctor" }.Except(Commands.Value));

    [Fact]
    public void Every_command_has_help_with_an_example()
    {
        Rule.Holds("A command has help with an example",
            from command in Commands.Value
            let help = LcnCommand.Run($"lcn {command} --help", literal: false)
            where help.ExitCode != 0 || !help.Output.Contains("Example", StringComparison.Ordinal) || !help.Output.Contains($"lcn {command}", StringComparison.Ordinal)
            select command);
    }

    [Fact]
    public void Every_command_is_in_the_README()
    {
        var readme = SourceTree.Read("README.md");
        Rule.Holds("A command is in the README",
            Commands.Value.Where(command => !readme.Contains($"lcn {command}", StringComparison.Ordinal) && !readme.Contains($"{LcnCommand.LongForm} {command}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_command_has_a_schema()
    {
        var schemas = SourceTree.Files.Where(file => file.EndsWith(".schema.json", StringComparison.Ordinal)).Select(file => Path.GetFileName(file).Split('.')[0]).ToHashSet();
        // These two print the document of another command.
        Rule.Holds("A command has a schema file", Commands.Value.Where(command => command is not ("render" or "census-merge") && !schemas.Contains(command)));
    }

    [GeneratedRegex(@"(?m)^  ([a-z][a-z-]*) ")]
    private static partial Regex CommandName();
}

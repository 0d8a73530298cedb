namespace LcnGeometry.Conventions.Tests;

/// <summary>Every example runs alone and prints what its expected text says.</summary>
[Collection(nameof(Programs))]
public class ExampleTests
{
    public static TheoryData<string> Names => [.. SourceTree.CSharp("examples")];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_prints_its_expected_text(string file)
    {
        var code = string.Join('\n', SourceTree.Lines(file).Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line));
        Approved.CheckFile(Programs.Run(code, Repository.Root), Expected(file));
    }

    /// <summary>As a user runs it, with a build of its own.</summary>
    [ToolTheory]
    [MemberData(nameof(Names))]
    public void An_example_runs_from_the_command_line(string file)
    {
        var environment = new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };
        var result = Command.Run("dotnet", ["run", file], "", TimeSpan.FromMinutes(5), Repository.Root, environment);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal(File.ReadAllText(Expected(file)), result.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_stands_alone(string file)
    {
        Assert.Matches(@"^examples/\d\d-[a-z0-9-]+\.cs$", file);
        var lines = SourceTree.Lines(file);
        Assert.Contains("#:project ../src/LcnGeometry/LcnGeometry.csproj", lines);
        Assert.Contains("#:property PublishAot=false", lines);
        Assert.Contains(lines, line => line.StartsWith("// ", StringComparison.Ordinal));
    }

    [Fact]
    public void Examples_are_numbered_from_one()
    {
        var numbers = SourceTree.CSharp("examples").Select(file => int.Parse(Path.GetFileName(file)[..2], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
    }

    private static string Expected(string file) => Repository.PathOf(Path.ChangeExtension(file, ".expected.txt"));
}

using System.Text.RegularExpressions;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Runs shell lines in which <c>lcn</c>, or the long form of it, stands for the command line that was built with these tests.</summary>
internal static partial class LcnCommand
{
    /// <summary>Runs the lines in an empty folder that sees the sources and the examples.</summary>
    /// <param name="lines">Shell lines.</param>
    /// <param name="literal">Whether to build and run as written instead of taking the built one.</param>
    public static CommandResult Run(string lines, bool literal)
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?> { ["NO_COLOR"] = null, ["COLUMNS"] = null, ["LCN_TEST_EFFORT"] = null, ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" };
        if (literal) return Command.Run("bash", ["-euo", "pipefail", "-c", Short().Replace(lines, LongForm)], "", TimeSpan.FromMinutes(5), Repository.Root, environment);
        foreach (var name in new[] { "examples", "src" }) Directory.CreateSymbolicLink(folder.PathOf(name), Repository.PathOf(name));
        var built = $"dotnet exec {Path.Combine(AppContext.BaseDirectory, "lcn.dll")}";
        var script = Short().Replace(lines.Replace(LongForm, built, StringComparison.Ordinal), built);
        return Command.Run("bash", ["-euo", "pipefail", "-c", script], "", TimeSpan.FromMinutes(2), folder.Root, environment);
    }

    /// <summary>How the command line is run from a clone.</summary>
    public const string LongForm = "dotnet run -c Release --project src/LcnGeometry.Cli --";

    [GeneratedRegex(@"^lcn(?= )|(?<=[|;&] )lcn(?= )", RegexOptions.Multiline)]
    private static partial Regex Short();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LcnGeometry.Cli;

/// <summary>Which outside tools are present.</summary>
internal sealed partial class DoctorCommand() : LcnCommand("doctor", "Which outside tools are present, how to install a missing one, and where the cache is.")
{
    private const string NothingNeeded = "Every command of this version works without these tools.";

    public override ImmutableArray<string> Examples => ["lcn doctor", "lcn doctor --json"];

    public override ExitCode Run(Invocation invocation)
    {
        var document = invocation.Compute("tools", _ => Examine(invocation));
        return invocation.Answer(document, DoctorView.Draw);
    }

    private static DoctorDocument Examine(Invocation invocation)
    {
        // Most of the time is spent waiting for other programs to start.
        var rows = ToolCatalog.All.AsParallel().AsOrdered().WithDegreeOfParallelism(ToolCatalog.All.Length)
            .Select(tool => RowOf(tool, invocation.Tools.Ask(tool.Program, tool.Arguments, invocation.Token)));
        return new DoctorDocument
        {
            Inputs = new DocumentInputs(),
            Seed = invocation.Options.Seed,
            Tools = [.. rows],
            Cache = CacheRow.Of(invocation.Cache),
            Notes = [NothingNeeded],
        };
    }

    private static ToolRow RowOf(OutsideTool tool, string? answer)
    {
        var removed = tool.Program == "dpkg-query" && answer?.StartsWith("installed", StringComparison.Ordinal) != true;
        var present = answer is not null && !removed;
        return new ToolRow
        {
            Name = tool.Name,
            Present = present,
            Version = present ? VersionIn(answer!) : null,
            Package = tool.Package,
            Install = tool.Install,
            UsedFor = tool.UsedFor,
        };
    }

    private static string? VersionIn(string answer) => VersionPattern().Match(answer) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"(?<![A-Za-z0-9])[0-9]+(\.[0-9]+)*([-+~:.][0-9A-Za-z.+~-]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}

using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Every architecture up to a degree.</summary>
internal sealed class AtlasCommand : LcnCommand
{
    private const int LargestDegree = 16;
    private readonly Option<string?> _degree = CommonOptions.Value("--max-degree", "N", "The largest degree: the sum of the filter sizes, each less one.");
    private readonly Option<string?> _csv = CommonOptions.Value("--csv", "FILE", "Write the architectures, one row each.");
    private readonly Option<string?> _out = CommonOptions.Value("--out", "FILE", "Write a self-contained HTML page.");

    public AtlasCommand()
        : base("atlas", "Every architecture of stride one up to a degree, with counts and checks.")
    {
        foreach (var option in (ReadOnlySpan<Option>)[_degree, _csv, _out]) Options.Add(option);
    }

    public override ImmutableArray<string> Examples => ["lcn atlas --max-degree 4", "lcn atlas --max-degree 5 --csv atlas.csv --out atlas.html"];

    public override ImmutableArray<string> Remarks =>
    [
        "All filter sizes are at least two; the order of layers does not matter. The strata of a degree are solved once, for one generic rational data set drawn from the seed, and serve every architecture of that degree.",
        "Exit codes: 0 all checks passed, 1 a count differs from its formula, 3 a stratum was not solved completely.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var text = invocation.Value(_degree) ?? throw new CommandException(ErrorKind.Usage, "The largest degree is missing: give --max-degree N.");
        var degree = NumberLists.Count(text, "--max-degree", 1, LargestDegree);
        var csvPath = invocation.Value(_csv);
        using var csv = OutputFile.Claim("--csv", csvPath);
        using var page = OutputFile.Claim("--out", invocation.Value(_out), csvPath);
        var document = invocation.Compute("atlas", progress => StudyBuilder.Atlas(degree, invocation.Options, progress, invocation.Token));
        csv?.Write(AtlasCsv.Write(document));
        page?.Write(HtmlReport.Render(document with { Timings = null }));
        return invocation.Answer(document, TerminalReport.Write, CodeOf(document), csv, page);
    }

    private static ExitCode CodeOf(AtlasDocument document)
    {
        if (document.Architectures.Any(row => row.Identity != VerdictKind.Holds)) return ExitCode.No;
        return document.Strata.All(row => row.Complete == VerdictKind.Holds) ? ExitCode.Done : ExitCode.Undecided;
    }
}

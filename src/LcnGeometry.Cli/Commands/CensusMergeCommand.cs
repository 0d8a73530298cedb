using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Puts the parts of a census together.</summary>
internal sealed class CensusMergeCommand : LcnCommand
{
    private readonly Argument<string[]> _folders = new("folders")
    {
        HelpName = "DIR...",
        Description = "the finished folders of all parts, in any order",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _out = CommonOptions.Value("--out", "DIR", "The folder for the whole census: a new or empty one, or that of the same census.");

    public CensusMergeCommand()
        : base("census-merge", "Puts the parts of a census together.")
    {
        Arguments.Add(_folders);
        Options.Add(_out);
    }

    public override ImmutableArray<string> Examples => ["lcn census-merge part1 part2 --out all"];

    public override ImmutableArray<string> Remarks =>
    [
        "Every part is verified before anything is written: all of one census, each there once, finished, and as it was written. The files have the same bytes as if one process had computed everything.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var folder = CensusFolder.Read(invocation.Value(_out));
        return CensusFolder.Answer(
            invocation, folder, "merge", progress => Census.Merge(invocation.Values(_folders), folder, HtmlReport.Render, progress, invocation.Token));
    }
}

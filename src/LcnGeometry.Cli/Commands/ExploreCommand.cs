using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>The main job: everything about one architecture on one loss, as one report.</summary>
internal sealed class ExploreCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private readonly LossSyntax _loss = new();
    private readonly FlowSyntax _starts = new();
    private readonly Option<string?> _out = CommonOptions.Value("--out", "FILE", "Write the report, a self-contained HTML page.");
    private readonly Option<string?> _study = CommonOptions.Value("--study", "FILE", "Save the study; lcn render draws it again.");

    public ExploreCommand()
        : base("explore", "Everything about an architecture on this data, as one report.")
    {
        _architecture.AddTo(this);
        _loss.AddTo(this);
        _starts.AddTo(this);
        Options.Add(_out);
        Options.Add(_study);
    }

    public override ImmutableArray<string> Examples =>
        ["lcn explore 3,2 --series examples/data/sunspots.csv --out report.html", "lcn explore 2,2,2 --target 1,0,0,1 --study study.json --json"];

    public override ImmutableArray<string> Remarks =>
        ["The saved study carries no timings: the same seed gives the same file. The files appear complete or not at all."];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var request = _starts.Read(invocation, net);
        string?[] inputs = [.. _loss.Files(invocation)];
        var (outPath, studyPath) = (invocation.Value(_out), invocation.Value(_study));
        using var page = OutputFile.Claim("--out", outPath, inputs);
        using var saved = OutputFile.Claim("--study", studyPath, [.. inputs, outPath]);
        var study = invocation.Compute("study", progress =>
        {
            var loss = _loss.Read(invocation, net);
            return StudyBuilder.Explore(net, loss, request, invocation.Options, progress, invocation.Token);
        });
        var lasting = study with { Timings = null };
        saved?.Write(DocumentJson.Write(lasting));
        page?.Write(HtmlReport.Render(lasting));
        return invocation.Answer(study, (console, _) => TerminalReport.Write(console, lasting), ExitCode.Done, saved, page);
    }
}

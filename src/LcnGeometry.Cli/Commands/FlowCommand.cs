using System.Collections.Immutable;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Where gradient flow goes.</summary>
internal sealed class FlowCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private readonly LossSyntax _loss = new();
    private readonly FlowSyntax _starts = new();

    public FlowCommand()
        : base("flow", "Where gradient flow goes, from given or random filters.")
    {
        _architecture.AddTo(this);
        _loss.AddTo(this);
        _starts.AddTo(this);
    }

    public override ImmutableArray<string> Examples =>
        ["lcn flow 2,2 --target 1,0,1 --random 4", "lcn flow 3,2 --series examples/data/sunspots.csv --init '1,-2,3;4,5'", "lcn flow 2,2 --target -1,1,3 --method explicit --project --descent 0.01"];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var request = _starts.Read(invocation, net);
        var document = invocation.Compute("gradient flow", progress =>
        {
            var loss = _loss.Read(invocation, net);
            return StudyBuilder.Flow(net, loss, request, invocation.Options, progress, invocation.Token);
        });
        return invocation.Answer(document, TerminalReport.Write);
    }
}

using System.Collections.Immutable;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>The architecture's card.</summary>
internal sealed class DescribeCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();

    public DescribeCommand()
        : base("describe", "The card of an architecture: function space, strata, counts of critical points.") => _architecture.AddTo(this);

    public override ImmutableArray<string> Examples => ["lcn describe 3,2", "lcn describe 2,2,2 --json", "lcn describe 3,2 --strides 2,1"];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var document = invocation.Compute("strata", _ => StudyBuilder.Describe(net, invocation.Options, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write);
    }
}

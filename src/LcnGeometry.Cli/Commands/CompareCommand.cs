using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Which of two function spaces holds the other?</summary>
internal sealed class CompareCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private readonly Argument<string> _other = new("other") { HelpName = "OTHER", Description = "filter sizes of the other network" };
    private readonly Option<string?> _otherStrides = CommonOptions.Value("--other-strides", "S", "Strides of the other network (default: all 1).");

    public CompareCommand()
        : base("compare", "Whether every filter of one network is one of another.")
    {
        _architecture.AddTo(this);
        Arguments.Add(_other);
        Options.Add(_otherStrides);
    }

    public override ImmutableArray<string> Examples => ["lcn compare 2,2 3", "lcn compare 3,2 5 --strides 2,1", "lcn compare 2,2,2 2,4 --strides 2,2,1 --other-strides 2,1 --json"];

    public override ImmutableArray<string> Remarks =>
    [
        "Compared are the sets of end-to-end filters, of real weights and of complex ones (the Zariski closures); the filters must have the same number of entries. A witness is a filter of the one network that the other cannot represent, decided by itself, as member does.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var other = Architecture.Parse(invocation.Value(_other), invocation.Value(_otherStrides));
        var document = invocation.Compute("comparison", _ => StudyBuilder.Compare(net, other, invocation.Options, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write);
    }
}

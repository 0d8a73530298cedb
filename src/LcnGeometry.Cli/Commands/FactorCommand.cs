using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Every real way to factor a filter into layers.</summary>
internal sealed class FactorCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private readonly Option<string?> _filter = CommonOptions.Value("--filter", "C", "The end-to-end filter, such as 1,-2,0,1/3; index = exponent of x.");

    public FactorCommand()
        : base("factor", "Every real way to factor a filter into layers.")
    {
        _architecture.AddTo(this);
        Options.Add(_filter);
    }

    public override ImmutableArray<string> Examples => ["lcn factor 3,2 --filter -6,11,-6,1", "lcn factor 2,2,2 --filter 0,1,-1,0 --json"];

    public override ImmutableArray<string> Remarks =>
        ["Counted modulo layer scalings; layers are ordered. Normal form: in layers 2..L the nonzero coefficient of highest index is 1."];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var text = invocation.Value(_filter) ?? throw new CommandException(ErrorKind.Usage, "The filter is missing: give --filter C.");
        var filter = FilterLength.Check(NumberLists.Filter(text, "--filter"), net, "--filter");
        var document = invocation.Compute("factorizations", _ => StudyBuilder.Factor(net, filter, invocation.Options, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write);
    }
}

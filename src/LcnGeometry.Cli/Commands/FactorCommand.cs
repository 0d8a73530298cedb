using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Algebra;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Every real way to factor a filter into layers.</summary>
internal sealed class FactorCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private readonly Option<string?> _filter = CommonOptions.Value("--filter", "C", "The end-to-end filter, such as 1,-2,0,1/3; index = exponent of x.");
    private readonly Option<string?> _invariants = CommonOptions.Value(
        "--invariants", "D", "Also all parameters with |w_l|^2 - |w_(l+1)|^2 = D_l, such as 0,1/2 for three layers, and the tangent kernel at each.");
    private readonly Option<bool> _complex = CommonOptions.Flag("--complex", "Also every complex way, with conjugates and critical points of the parameterization.");

    public FactorCommand()
        : base("factor", "Every real way to factor a filter into layers.")
    {
        _architecture.AddTo(this);
        Options.Add(_filter);
        Options.Add(_invariants);
        Options.Add(_complex);
    }

    public override ImmutableArray<string> Examples =>
    [
        "lcn factor 3,2 --filter -6,11,-6,1", "lcn factor 2,2,2 --filter 0,1,-1,0 --json", "lcn factor 3,2 --filter -6,11,-6,1 --invariants 0",
        "lcn factor 3,2 --strides 2,1 --filter 1,0,0,0,1 --complex",
    ];

    public override ImmutableArray<string> Remarks =>
    [
        "Counted modulo layer scalings; layers are ordered. Normal form: in layers 2..L the nonzero coefficient of highest index is 1.",
        "Invariants are constant along gradient flow. With them the parameters of a nonzero filter are finitely many: each factorization has one positive scale for each layer, and signs with product one. The tangent kernel K = J J^T moves the filter w along -K grad loss(w). A network of one layer has no invariants: --invariants none.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var text = invocation.Value(_filter) ?? throw new CommandException(ErrorKind.Usage, "The filter is missing: give --filter C.");
        var filter = FilterLength.Check(NumberLists.Filter(text, "--filter"), net, "--filter");
        var options = invocation.Options with { ComplexFactorizations = invocation.Has(_complex) };
        var document = invocation.Value(_invariants) is { } invariants
            ? Fiber(invocation, net, filter, FiberSyntax.Read(invariants, net), options)
            : invocation.Compute("factorizations", _ => StudyBuilder.Factor(net, filter, options, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write);
    }

    private static FactorDocument Fiber(Invocation invocation, Architecture net, ImmutableArray<Rational> filter, ImmutableArray<Rational> invariants, StudyOptions options) =>
        invocation.Compute("fiber", _ => StudyBuilder.Factor(net, filter, invariants, options, invocation.Token));
}

using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>Is a filter representable?</summary>
internal sealed class MemberCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private readonly Option<string?> _filter = CommonOptions.Value("--filter", "C", "The end-to-end filter, such as 1,-2,0,1/3; index = exponent of x.");
    private readonly Option<string?> _batch = CommonOptions.Value("--batch", "FILE", "Many filters, one per line (# begins a comment); - reads standard input.");

    public MemberCommand()
        : base("member", "Whether the network can represent a filter, with a witness.")
    {
        _architecture.AddTo(this);
        Options.Add(_filter);
        Options.Add(_batch);
    }

    public override ImmutableArray<string> Examples => ["lcn member 3,2 --filter 1,-2,0,1/3", "lcn member 2,2 --filter=-1,0,1 --json", "lcn member 2,2 --batch filters.txt", "lcn member 3x1,1x3 --filter '1,2,1;2,4,2;1,2,1'"];

    public override ImmutableArray<string> Remarks =>

    [
        "Exit codes: 0 yes, 1 no, 3 undecided; with --batch 0 if all are yes, 1 if any is no, else 3.",
        "Filters with several directions, such as 3x1,1x3: rows of the end-to-end filter are separated by semicolons, slices of three directions by two; index = exponents. Layers may overlap along single directions only.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        if (_architecture.ReadGrid(invocation) is { } grid) return RunGrid(invocation, grid);
        var net = _architecture.Read(invocation);
        var document = (invocation.Value(_filter), invocation.Value(_batch)) switch
        {
            ({ } filter, null) => One(invocation, net, filter),
            (null, { } batch) => Many(invocation, net, batch),
            (null, null) => throw new CommandException(ErrorKind.Usage, "The filter is missing: give --filter C or --batch FILE."),
            _ => throw new CommandException(ErrorKind.Usage, "--filter and --batch exclude each other: give one filter or a file of filters."),
        };
        return invocation.Answer(document, TerminalReport.Write, CodeOf(document));
    }

    private ExitCode RunGrid(Invocation invocation, GridArchitecture net)
    {
        if (invocation.Value(_batch) is not null) throw new CommandException(ErrorKind.Input, "--batch reads filters with one direction; give one filter with several directions by --filter.");
        var text = invocation.Value(_filter) ?? throw new CommandException(ErrorKind.Usage, "The filter is missing: give --filter C.");
        if (net.FunctionSpace().MembershipIsOpen is { } open) throw new CommandException(ErrorKind.Input, $"lcn member takes layers that overlap along single directions only: {open}.", "lcn describe shows the card of any network.");
        var filter = GridSyntax.Tensor(text, "--filter", net.EndToEndSize);
        var document = invocation.Compute("membership", _ => StudyBuilder.Member(net, filter, invocation.Options, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write, document.Verdict == VerdictKind.Holds ? ExitCode.Done : ExitCode.No);
    }

    private static MemberDocument One(Invocation invocation, Architecture net, string text)
    {
        var filter = FilterLength.Check(NumberLists.Filter(text, "--filter"), net, "--filter");
        return invocation.Compute("membership", _ => StudyBuilder.Member(net, filter, invocation.Options, invocation.Token));
    }

    private static MemberDocument Many(Invocation invocation, Architecture net, string path)
    {
        var filters = FilterBatch.Read(path, invocation.Input, net);
        return invocation.Compute("membership", progress => StudyBuilder.MemberBatch(net, filters, path, invocation.Options, progress, invocation.Token));
    }

    private static ExitCode CodeOf(MemberDocument document)
    {
        IEnumerable<VerdictKind> verdicts = document.Results is { } rows ? rows.Select(row => row.Verdict) : [document.Verdict ?? VerdictKind.Undecided];
        var code = ExitCode.Done;
        foreach (var verdict in verdicts)
        {
            if (verdict == VerdictKind.Fails) return ExitCode.No;
            if (verdict == VerdictKind.Undecided) code = ExitCode.Undecided;
        }

        return code;
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>The architecture's card.</summary>
internal sealed class DescribeCommand : LcnCommand
{
    private readonly ArchitectureSyntax _architecture = new();
    private const int LargestActivation = 1_000_000;
    private readonly Option<string?> _activation = CommonOptions.Value("--activation", "R", "Also the network with activation x^R after every layer but the last: degrees and counts.");
    private readonly Option<bool> _confirm = CommonOptions.Flag("--confirm", "With --activation: find the counts by solving equations as well, every solution proved.");
    private readonly Option<string?> _export = CommonOptions.Value("--export", "FORMAT", "Write the equations of the Zariski closure for another tool: m2 or singular.");
    private readonly Option<string?> _out = CommonOptions.Value("--out", "FILE", "With --export: the file to write.");

    private readonly Option<string?> _circular = CommonOptions.Value("--circular", "N", "Cyclic padding on N points, or NxM: whether the theory carries over.");

    public DescribeCommand()
        : base("describe", "The card of an architecture: function space, strata, counts of critical points.")
    {
        _architecture.AddTo(this);
        Options.Add(_activation);
        Options.Add(_confirm);
        Options.Add(_export);
        Options.Add(_out);
        Options.Add(_circular);
    }

    public override ImmutableArray<string> Examples =>
    [
        "lcn describe 3,2", "lcn describe 2,2,2 --json", "lcn describe 3,2 --strides 2,1", "lcn describe 2,2 --activation 2 --confirm", "lcn describe 3,2,2 --strides 2,2,1 --export m2",
        "lcn describe 3x3,2x2 --strides 2x2,1x1", "lcn describe 3,2,2 --circular 8",
    ];

    public override ImmutableArray<string> Remarks =>
    [
        "Without --out, --export prints the program and nothing else.",
        "Filters with several directions, such as 3x3,2x2 for images: sizes and strides for each direction joined by x (a plain stride holds in every direction).",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        if (_architecture.ReadGrid(invocation) is { } grid) return RunGrid(invocation, grid);
        var net = _architecture.Read(invocation);
        using var program = OutputFile.Claim("--out", invocation.Value(_out));
        if (invocation.Value(_export) is { } name)
        {
            var text = ProgramOf(net, SystemExport.Parse(name), invocation.Token);
            if (program is null && invocation.IsJson) throw new CommandException(ErrorKind.Usage, "--export prints a program and no document; with --json give --out FILE as well.");
            if (program is null) return invocation.Print(text);
            program.Write(text);
        }
        else if (program is not null)
        {
            throw new CommandException(ErrorKind.Usage, "--out goes with --export only: it names the file of the program.");
        }

        MonomialNetwork? network = invocation.Value(_activation) is { } power ? new MonomialNetwork(net, NumberLists.Count(power, "--activation", 1, LargestActivation)) : null;
        int? circle = invocation.Value(_circular) is { } points ? GridSyntax.Points(points, "--circular", 1)[0] : null;
        if (network is not null && circle is not null) throw new CommandException(ErrorKind.Usage, "--circular is about the network without activation: leave --activation away.");
        if (network is null && invocation.Has(_confirm)) throw new CommandException(ErrorKind.Usage, "--confirm goes with --activation only.");
        var document = invocation.Compute("strata", _ => network is not null ? StudyBuilder.Describe(network, invocation.Options, invocation.Has(_confirm), invocation.Token)
            : circle is { } size ? StudyBuilder.Describe(net, size, invocation.Options, invocation.Token)
            : StudyBuilder.Describe(net, invocation.Options, invocation.Token));
        var isConfirmed = document.Activation?.Confirmed is not { } rows || rows.All(row => row.Verdict == VerdictKind.Holds);
        return invocation.Answer(document, TerminalReport.Write, isConfirmed ? ExitCode.Done : ExitCode.Undecided, program);
    }

    private ExitCode RunGrid(Invocation invocation, GridArchitecture net)
    {
        if (invocation.Value(_export) is not null || invocation.Value(_out) is not null || invocation.Value(_activation) is not null || invocation.Has(_confirm))
        {
            throw new CommandException(ErrorKind.Input, "--export, --activation and --confirm are about networks with one direction only.");
        }

        ImmutableArray<int>? torus = invocation.Value(_circular) is { } points ? GridSyntax.Points(points, "--circular", net.Directions.Length) : null;
        var document = invocation.Compute("card", _ => StudyBuilder.Describe(net, invocation.Options, torus, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write);
    }

    private static string ProgramOf(Architecture net, ExportFormat format, CancellationToken token)
    {
        var space = net.FunctionSpace();
        if (ClosureEquations.Feasible(space).Reason is { } reason) throw new CommandException(ErrorKind.Input, $"The equations of {net} are not computed: {reason}.");
        return ClosureEquations.Of(space, token).Program(format);
    }
}

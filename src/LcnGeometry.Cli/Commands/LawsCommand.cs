using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Algebra;
using LcnGeometry.Reporting;

namespace LcnGeometry.Cli;

/// <summary>What gradient flow conserves.</summary>
internal sealed class LawsCommand : LcnCommand
{
    private const int MostChannels = 10_000;
    private readonly ArchitectureSyntax _architecture = new();
    private readonly Option<string?> _channels = CommonOptions.Value("--channels", "C", "Hidden channels of a network of two layers, one channel in and one out.");

    private readonly Option<string?> _at = CommonOptions.Value("--at", "FILTERS", "Also the ranks at these filters, such as 1,2;2,4: at special ones they are lower.");

    public LawsCommand()
        : base("laws", "What gradient flow conserves, whatever the data: how many laws, and which.")
    {
        _architecture.AddTo(this);
        Options.Add(_channels);
        Options.Add(_at);
    }

    public override ImmutableArray<string> Examples => ["lcn laws 3,2,2", "lcn laws 2,2 --channels 2", "lcn laws 2,2 --at '1,2;2,4'", "lcn laws 3,2 --strides 2,1 --channels 3 --json"];

    public override ImmutableArray<string> Remarks =>
    [
        "The number of independent laws is that of the parameters less the rank of the Lie algebra that the gradients of the end-to-end filter's entries generate, at random points modulo large primes. Laws of degree two are the exact null space of their equations; when they account for the whole number, it is proved.",
        "With --at every bracket is kept, which special filters need. With several channels the filters into all channels come first, then those out of them.",
        "The flow is that of the Euclidean gradient. Gradient descent with finite steps drifts away from the laws.",
    ];

    public override ExitCode Run(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        int? channels = invocation.Value(_channels) is { } text ? NumberLists.Count(text, "--channels", 1, MostChannels) : null;
        ImmutableArray<ImmutableArray<Rational>>? at = invocation.Value(_at) is { } filters ? LawsSyntax.Read(filters, net, channels) : null;
        var document = invocation.Compute("laws", _ => StudyBuilder.Laws(net, channels, invocation.Options, at, invocation.Token));
        return invocation.Answer(document, TerminalReport.Write);
    }
}

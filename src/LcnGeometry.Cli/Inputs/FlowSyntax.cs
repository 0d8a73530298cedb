using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>The options that say where gradient flow starts and how it is followed.</summary>
internal sealed class FlowSyntax
{
    private const int DefaultStarts = 8;
    private const int MostStarts = 10_000;
    private readonly Option<string?> _init = CommonOptions.Value("--init", "W", "Start filters, one per layer, such as '1,-2,3;4,5'.");
    private readonly Option<string?> _random = CommonOptions.Value("--random", "N", $"The number of random starts (default {DefaultStarts}).");

    private readonly Option<string?> _method = CommonOptions.Value("--method", "NAME", "implicit (default): follows stiff flows too; explicit: order 8, and locates the time of the end.");
    private readonly Option<bool> _project = CommonOptions.Flag("--project", "Project each step of the flow onto its invariants.");
    private readonly Option<string?> _descent = CommonOptions.Value("--descent", "STEP", "Also run plain gradient descent with this step from each start, and compare.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_init, _random, _method, _project, _descent]) command.Options.Add(option);
    }

    /// <summary>The starts that were asked for.</summary>
    /// <exception cref="CommandException">Both kinds of start are given, a number is refused, or the filters do not fit the layers.</exception>
    public FlowRequest Read(Invocation invocation, Architecture net) => ReadStarts(invocation, net) with
    {
        Options = new FlowOptions { Method = ReadMethod(invocation.Value(_method)), Project = invocation.Has(_project) },
        DescentStep = ReadStep(invocation.Value(_descent)),
    };

    private static FlowMethod ReadMethod(string? name) => name switch
    {
        null or "implicit" => FlowMethod.Implicit,
        "explicit" => FlowMethod.Explicit,
        _ => throw new CommandException(ErrorKind.Input, $"--method is '{name}'; it is implicit or explicit."),
    };

    private static Rational? ReadStep(string? text)
    {
        if (text is null) return null;
        return Rational.TryParse(text, out var step) && step.ToDouble() is > 0 and < double.PositiveInfinity
            ? step
            : throw new CommandException(ErrorKind.Input, $"--descent needs a step above 0 that a double can hold, such as 0.01, not '{text}'.");
    }

    private FlowRequest ReadStarts(Invocation invocation, Architecture net)
    {
        var random = invocation.Value(_random);
        if (invocation.Value(_init) is not { } init)
        {
            return new FlowRequest(null, random is null ? DefaultStarts : NumberLists.Count(random, "--random", 1, MostStarts));
        }

        if (random is not null) throw new CommandException(ErrorKind.Usage, "--init and --random exclude each other: give the start, or the number of random starts.");
        return new FlowRequest(CheckLayers(NumberLists.Layers(init, "--init"), net), 0);
    }

    private static ImmutableArray<ImmutableArray<Rational>> CheckLayers(ImmutableArray<ImmutableArray<Rational>> layers, Architecture net)
    {
        if (layers.Length != net.Depth)
        {
            throw new CommandException(
                ErrorKind.Input, $"--init has {layers.Length} {(layers.Length == 1 ? "filter" : "filters")}; {net} has {net.Depth} layers, separated by semicolons.");
        }

        for (var l = 0; l < layers.Length; l++)
        {
            if (layers[l].Length != net.Filters[l])
            {
                throw new CommandException(
                    ErrorKind.Input, $"--init, layer {l + 1} has {layers[l].Length} {(layers[l].Length == 1 ? "entry" : "entries")}; filter {l + 1} of {net} has {net.Filters[l]}.");
            }
        }

        return layers;
    }
}

using System.Collections.Immutable;
using System.CommandLine;

namespace LcnGeometry.Cli;

/// <summary>The options that say what a census is about: data sets, starts, method.</summary>
internal sealed class CensusSyntax
{
    private const int DefaultTargets = 1000, DefaultInits = 10, MostTargets = 100_000_000, MostInits = 1_000_000;

    private readonly ArchitectureSyntax _architecture = new();
    private readonly LossSyntax _loss = new("With targets");
    private readonly Option<string?> _targets = CommonOptions.Value("--targets", "N", "Random targets: normal, with the inverse of the metric as covariance (default 1000).");
    private readonly Option<string?> _file = CommonOptions.Value("--target-file", "FILE", "Given targets, one per line (# begins a comment).");
    private readonly Option<string?> _inits = CommonOptions.Value("--inits", "M", "Random starts for each data set: standard normal weights (default 10).");
    private readonly Option<string?> _method = CommonOptions.Value("--method", "NAME", "descent (default): gradient descent; flow: gradient flow.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _architecture.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[_targets, _file]) command.Options.Add(option);
        _loss.AddTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[_inits, _method]) command.Options.Add(option);
    }

    /// <summary>The plan of the census.</summary>
    /// <exception cref="CommandException">The data sets are given twice, or a value breaks its rule.</exception>
    /// <exception cref="FormatException">A number or a file is refused.</exception>
    /// <exception cref="ArgumentException">The data do not fit the architecture, or do not determine a target.</exception>
    public CensusPlan Read(Invocation invocation)
    {
        var net = _architecture.Read(invocation);
        var inits = invocation.Value(_inits) is { } text ? NumberLists.Count(text, "--inits", 1, MostInits) : DefaultInits;
        var (method, seed) = (ReadMethod(invocation.Value(_method)), invocation.Options.Seed);
        var (targets, path, given) = (invocation.Value(_targets), invocation.Value(_file), _loss.IsGiven(invocation));
        if ((targets is null ? 0 : 1) + (path is null ? 0 : 1) + (given ? 1 : 0) > 1)
        {
            throw new CommandException(ErrorKind.Usage, "The data sets are given twice: give one of --targets N, --target-file FILE, --target U, --data X Y and --series FILE.");
        }

        if (given)
        {
            var source = _loss.Read(invocation, net);
            return CensusPlan.Given(net, [source.Loss], source.Inputs, seed, inits, method);
        }

        var metric = _loss.ReadMetric(invocation, net);
        if (path is null) return CensusPlan.Random(net, metric, seed, targets is null ? DefaultTargets : NumberLists.Count(targets, "--targets", 1, MostTargets), inits, method);
        var file = InputFile.Read("--target-file", path);
        var inputs = new DocumentInputs { TargetFile = path, Metric = metric.Name, Digests = [file.Digest] };
        var losses = FilterBatch.Parse(file.Text("is not UTF-8 text", "Write one target per line, such as 1,-2,0,1/3."), path, net).Select(target => QuadraticLoss.FromTarget(target, metric));
        return CensusPlan.Given(net, [.. losses], inputs, seed, inits, method);
    }

    private static CensusMethod ReadMethod(string? name) => name switch
    {
        null or "descent" => CensusMethod.Descent,
        "flow" => CensusMethod.Flow,
        _ => throw new CommandException(ErrorKind.Input, $"--method is '{name}'; it is descent or flow."),
    };
}

using System.Collections.Immutable;
using System.CommandLine;
using LcnGeometry.Algebra;

namespace LcnGeometry.Cli;

/// <summary>The options that say which squared loss is meant: a target and a metric, data, or a series.</summary>
internal sealed class LossSyntax(string metricOf = "With --target")
{
    private readonly Option<string?> _target = CommonOptions.Value("--target", "U", "The target filter, such as 1,-2,0,1/3; index = exponent of x.");
    private readonly Option<string?> _metric = CommonOptions.Value("--metric", "M", $"{metricOf}: identity (default), bombieri, a file, or a matrix such as '[[2,1],[1,2]]'.");
    private readonly Option<string?> _series = CommonOptions.Value("--series", "FILE", "A time series in CSV: the network predicts the next value from those before.");
    private readonly Option<string?> _column = CommonOptions.Value("--column", "NAME", "With --series: the column, if the file has several.");
    private readonly Option<bool> _noCenter = CommonOptions.Flag("--no-center", "With --series: do not subtract the mean.");
    private readonly Option<string[]> _data = new("--data")
    {
        Description = "Data in CSV or npy: rows are samples, X holds the inputs and Y the outputs.",
        HelpName = "X Y",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_target, _metric, _data, _series, _column, _noCenter]) command.Options.Add(option);
    }

    /// <summary>The files that the loss is read from.</summary>
    public IEnumerable<string> Files(Invocation invocation) =>
        [.. invocation.Values(_data) ?? [], .. invocation.Value(_series) is { } series ? [series] : ImmutableArray<string>.Empty];

    /// <summary>Whether a target, data or a series was given.</summary>
    public bool IsGiven(Invocation invocation) => invocation.Value(_target) is not null || invocation.Values(_data) is not null || invocation.Value(_series) is not null;

    /// <summary>The metric alone.</summary>
    /// <exception cref="CommandException">It is none, or an option was given that goes with a series.</exception>
    public Metric ReadMetric(Invocation invocation, Architecture net)
    {
        CheckSeries(invocation, series: false);
        return ReadMetric(invocation.Value(_metric) ?? "identity", net.EndToEndSize);
    }

    /// <summary>Builds the loss.</summary>
    /// <exception cref="CommandException">None or several of the three sources are given, or an option without the source it belongs to.</exception>
    /// <exception cref="FormatException">A number or a file is refused.</exception>
    /// <exception cref="ArgumentException">The data do not fit the architecture, or do not determine a target.</exception>
    public LossSource Read(Invocation invocation, Architecture net)
    {
        var target = invocation.Value(_target);
        var data = invocation.Values(_data);
        var series = invocation.Value(_series);
        CheckCombination(invocation, target is not null, data is not null, series is not null);
        if (target is not null) return FromTarget(target, invocation.Value(_metric), net);
        return data is { } files ? FromData(files, net) : FromSeries(series!, invocation.Value(_column), !invocation.Has(_noCenter), net);
    }

    private void CheckCombination(Invocation invocation, bool target, bool data, bool series)
    {
        const string Three = "--target U, --data X Y or --series FILE";
        var given = (target ? 1 : 0) + (data ? 1 : 0) + (series ? 1 : 0);
        if (given == 0) throw Usage($"The loss is missing: give {Three}.");
        if (given > 1) throw Usage($"The loss is given {(given == 2 ? "twice" : "three times")}: give exactly one of {Three}.");
        if (invocation.Value(_metric) is not null && !target) throw Usage("--metric goes with --target only: data and series bring their own metric.");
        CheckSeries(invocation, series);
    }

    private void CheckSeries(Invocation invocation, bool series)
    {
        if (invocation.Value(_column) is not null && !series) throw Usage("--column goes with --series only.");
        if (invocation.Has(_noCenter) && !series) throw Usage("--no-center goes with --series only.");
    }

    private static LossSource FromTarget(string text, string? metricText, Architecture net)
    {
        var target = FilterLength.Check(NumberLists.Filter(text, "--target"), net, "--target");
        var metric = ReadMetric(metricText ?? "identity", net.EndToEndSize);
        var inputs = new DocumentInputs { Target = Scalars(target), Metric = metric.Name };
        return new LossSource(QuadraticLoss.FromTarget(target, metric), inputs);
    }

    private static Metric ReadMetric(string text, int size)
    {
        var trimmed = text.Trim();
        if (trimmed is "identity" or "bombieri" || trimmed.StartsWith('[')) return Metric.Parse(trimmed, size);
        if (!File.Exists(text))
        {
            throw new CommandException(ErrorKind.Input, $"--metric is '{text}': neither identity, bombieri, a matrix [[..],[..]], nor a file that exists.");
        }

        return Metric.FromMatrix(DataTable.ReadMatrix(InputFile.Read("--metric", text))).OfSize(size);
    }

    private static LossSource FromData(ImmutableArray<string> files, Architecture net)
    {
        InputFile x = InputFile.Read("--data", files[0]), y = InputFile.Read("--data", files[1]);
        var loss = QuadraticLoss.FromData(DataTable.Read(x), DataTable.Read(y), net);
        return new LossSource(loss, new DocumentInputs { Data = files, Digests = [x.Digest, y.Digest] });
    }

    private static LossSource FromSeries(string path, string? column, bool center, Architecture net)
    {
        var file = InputFile.Read("--series", path);
        var series = DataTable.ReadSeries(file, column);
        var inputs = new DocumentInputs { Series = path, Column = column, Centered = center, Digests = [file.Digest] };
        return new LossSource(QuadraticLoss.FromSeries(series, net, center), inputs);
    }

    private static ImmutableArray<Scalar> Scalars(ImmutableArray<Rational> values) => [.. values.Select(value => (Scalar)value)];

    private static CommandException Usage(string message) => new(ErrorKind.Usage, message);
}

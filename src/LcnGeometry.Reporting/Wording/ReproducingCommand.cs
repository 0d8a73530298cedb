using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LcnGeometry.Reporting;

/// <summary>The command line that makes a study or a census again.</summary>
internal static class ReproducingCommand
{
    private const int LongestValue = 400;

    internal static string Of(Study study)
    {
        var inputs = study.Inputs;
        var line = new CommandLine("lcn explore");
        Network(line, inputs);
        Data(line, inputs, study.Flow is { } flow ? "[" + string.Join(",", flow.Loss.Q.Select(row => "[" + Values(row) + "]")) + "]" : inputs.Metric);
        if (inputs.Init is { } init) line.Add("--init", string.Join(";", init.Select(Values)));
        if (inputs.Random is { } random) line.Add("--random", NumberText.Count(random));
        return line.Add("--seed", study.Seed.ToString(CultureInfo.InvariantCulture)) + " --out report.html";
    }

    internal static string Of(CensusDocument census)
    {
        var inputs = census.Inputs;
        var line = new CommandLine("lcn census");
        Network(line, inputs);
        if (inputs.TargetFile is { } file) line.Add("--target-file", file);
        else if (inputs is { Targets: { } targets, Target: null, Series: null, Data: null }) line.Add("--targets", NumberText.Count(targets));
        Data(line, inputs, "metric.txt");
        if (inputs.Inits is { } inits) line.Add("--inits", NumberText.Count(inits));
        if (inputs.Method is "flow") line.Add("--method", "flow");
        line.Add("--seed", census.Seed.ToString(CultureInfo.InvariantCulture));
        if (inputs.Shard is { } shard) line.Add("--shard", shard);
        return line + " --out runs/";
    }

    private static void Network(CommandLine line, DocumentInputs inputs)
    {
        if (inputs.Filters is { } filters) line.Add(null, Sizes(filters));
        if (inputs.Strides is { } strides && strides.Any(stride => stride != 1)) line.Add("--strides", Sizes(strides));
    }

    private static void Data(CommandLine line, DocumentInputs inputs, string? matrix)
    {
        if (inputs.Target is { } target) line.Add("--target", Values(target));
        if ((inputs.Metric == "matrix" ? matrix : inputs.Metric) is { } metric) line.Add("--metric", metric);
        if (inputs.Data is { } data) line.AddFiles("--data", data);
        if (inputs.Series is { } series) line.Add("--series", series);
        if (inputs.Column is { } column) line.Add("--column", column);
        if (inputs.Centered == false) line.AddFiles("--no-center", []);
    }

    private static string Sizes(ImmutableArray<int> sizes) => string.Join(",", sizes.Select(NumberText.Count));

    private static string Values(ImmutableArray<Scalar> values) => string.Join(",", values.Select(value => value.ToString()));

    /// <summary>A line that a POSIX shell reads.</summary>
    private sealed class CommandLine(string start)
    {
        private readonly StringBuilder _text = new(start);

        internal CommandLine Add(string? option, string value)
        {
            if (value.Length > LongestValue) value = "<see the JSON>";
            _text.Append(' ').Append(option).Append(option is null ? "" : value.StartsWith('-') ? "=" : " ").Append(Quoted(value));
            return this;
        }

        internal void AddFiles(string option, ImmutableArray<string> files)
        {
            _text.Append(' ').Append(option);
            foreach (var file in files) _text.Append(' ').Append(Quoted(file));
        }

        public override string ToString() => _text.ToString();

        private static string Quoted(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || ",./_:=+-".Contains(c, StringComparison.Ordinal))
            ? value
            : "'" + value.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }
}

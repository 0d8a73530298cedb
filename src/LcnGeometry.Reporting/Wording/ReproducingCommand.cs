using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LcnGeometry.Reporting;

/// <summary>The command line that makes a study again.</summary>
internal static class ReproducingCommand
{
    private const int LongestValue = 400;

    internal static string Of(Study study)
    {
        var inputs = study.Inputs;
        var line = new StringBuilder("lcn explore");
        if (inputs.Filters is { } filters) Add(null, Sizes(filters));
        if (inputs.Strides is { } strides && strides.Any(stride => stride != 1)) Add("--strides", Sizes(strides));
        if (inputs.Target is { } target) Add("--target", Values(target));
        if (inputs.Metric == "matrix" && study.Flow is { } flow) Add("--metric", "[" + string.Join(",", flow.Loss.Q.Select(row => "[" + Values(row) + "]")) + "]");
        else if (inputs.Metric is { } metric) Add("--metric", metric);
        if (inputs.Data is { } data) line.Append(" --data ").AppendJoin(' ', data.Select(Quoted));
        if (inputs.Series is { } series) Add("--series", series);
        if (inputs.Column is { } column) Add("--column", column);
        if (inputs.Centered == false) line.Append(" --no-center");
        if (inputs.Init is { } init) Add("--init", string.Join(";", init.Select(Values)));
        if (inputs.Random is { } random) Add("--random", NumberText.Count(random));
        Add("--seed", study.Seed.ToString(CultureInfo.InvariantCulture));
        return line.Append(" --out report.html").ToString();

        void Add(string? option, string value)
        {
            if (value.Length > LongestValue) value = "<see the JSON>";
            line.Append(' ').Append(option).Append(option is null ? "" : value.StartsWith('-') ? "=" : " ").Append(Quoted(value));
        }
    }

    private static string Sizes(ImmutableArray<int> sizes) => string.Join(",", sizes.Select(NumberText.Count));

    private static string Values(ImmutableArray<Scalar> values) => string.Join(",", values.Select(value => value.ToString()));

    // As a POSIX shell reads it.
    private static string Quoted(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || ",./_:=+-".Contains(c, StringComparison.Ordinal))
        ? value
        : "'" + value.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}

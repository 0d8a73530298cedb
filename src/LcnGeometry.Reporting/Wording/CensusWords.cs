using System.Collections.Immutable;
using System.Globalization;

namespace LcnGeometry.Reporting;

/// <summary>A census in sentences.</summary>
internal static class CensusWords
{
    private const double Wide = 0.03;

    /// <summary>What was run.</summary>
    internal static string Headline(CensusDocument census, Func<string, string> number)
    {
        var inits = census.Counts.Inits;
        return $"{number(Count(census.Counts.Runs))} training {(census.Counts.Runs == 1 ? "run" : "runs")} of {Names.Network(census.Inputs)}: {number(NumberText.Count(census.Counts.DataSets))} {DataSets(census)}, {number(NumberText.Count(inits))} {(inits == 1 ? "start" : "starts")} each.";
    }

    /// <summary>Where they ended.</summary>
    internal static string Outcome(CensusDocument census, Func<string, string> number)
    {
        var counts = census.Counts;
        if (counts.Runs == 0) return "Nothing was run.";
        var known = counts.WithoutGlobalLoss == counts.DataSets ? "No global minimum is certified, so that no end is called global or spurious."
            : counts.Spurious.Runs == 0 && counts.GlobalMinimum.Runs == counts.Runs ? "All runs reached a certified global minimum."
            : $"{Percent(counts.GlobalMinimum)} reached a certified global minimum, {(counts.Spurious.Runs == 0 ? "none" : Percent(counts.Spurious))} a spurious local minimum.";
        var converged = Converged(census);
        return known + (converged == counts.Runs ? " Every run converged with a clear root pattern." : $" {number(Count(counts.Runs - converged))} {(counts.Runs - converged == 1 ? "run has" : "runs have")} no clear end pattern: {Listed(census)}.");
    }

    /// <summary>Whether the predictions hold.</summary>
    internal static string Predictions(CensusDocument census)
    {
        var failed = census.Predictions.Count(row => row.Verdict == VerdictKind.Fails);
        var open = census.Predictions.Count(row => row.Verdict == VerdictKind.Undecided);
        var all = census.Predictions.Length;
        if (census.Counts.Runs == 0) return "No prediction of theory was checked.";
        if (failed > 0) return $"{NumberText.Count(failed)} of {NumberText.Count(all)} predictions of theory {(failed == 1 ? "has" : "have")} exceptions.";
        return open > 0
            ? $"No run contradicts the predictions of theory; {NumberText.Count(open)} of {NumberText.Count(all)} could not be decided in every run."
            : $"All {NumberText.Count(all)} predictions of theory hold in every run{(Converged(census) == census.Counts.Runs ? "" : " that converged")}.";
    }

    /// <summary>The name of a row: an end pattern or a status.</summary>
    internal static string End(CensusEndRow row) => row.EndPattern ?? Of(row.Status);

    /// <summary>A status in words.</summary>
    internal static string Of(CensusStatus status) => status switch
    {
        CensusStatus.Converged => "converged",
        CensusStatus.NearDegenerate => "near-degenerate",
        CensusStatus.Budget => "out of steps",
        CensusStatus.Stiff => "stiff",
        _ => "diverging",
    };

    /// <summary>A share in percent: two digits after the point near 0 or 100, one in between.</summary>
    internal static string Percent(double share) => Percent(share, Digits(share));

    /// <summary>Both ends of the interval around a share in percent, with as many digits as the share unless the interval is wide.</summary>
    internal static string Interval(double? share, ImmutableArray<double>? interval)
    {
        if (share is not { } center || interval is not { Length: 2 } ends) return "";
        var digits = ends[1] - ends[0] > Wide ? 1 : Digits(center);
        return $"{Percent(ends[0], digits)}–{Percent(ends[1], digits)}";
    }

    /// <summary>A count of runs.</summary>
    internal static string Count(long runs) => runs.ToString(CultureInfo.InvariantCulture);

    /// <summary>What theory says about repeated filters.</summary>
    internal static string Of(RepetitionExpectation? expected) => expected switch
    {
        RepetitionExpectation.Never => "never",
        RepetitionExpectation.Sometimes => "sometimes",
        RepetitionExpectation.Always => "always",
        _ => "",
    };

    /// <summary>How a prediction fared, in a few words.</summary>
    internal static string Verdict(CensusPredictionRow row) => row.Verdict switch
    {
        VerdictKind.Holds => "holds",
        VerdictKind.Fails => row.Exceptions == 1 ? "1 exception" : Count(row.Exceptions) + " exceptions",
        _ => row.Checked == 0 ? "not checked" : Count(row.Open) + " open",
    };

    /// <summary>The first runs that contradict a prediction or leave it open, by data set and start.</summary>
    internal static string? First(CensusPredictionRow row)
    {
        var (runs, all) = row.Exceptions > 0 ? (row.FirstExceptions, row.Exceptions) : (row.FirstOpen, row.Open);
        if (runs.IsEmpty) return null;
        const int Shown = 5;
        var list = string.Join(", ", runs.Take(Shown).Select(run => $"{NumberText.Count(run.Dataset)}/{NumberText.Count(run.Init)}"));
        return all > Math.Min(Shown, runs.Length) ? list + " .." : list;
    }

    private static long Converged(CensusDocument census) => census.Counts.Statuses.FirstOrDefault(row => row.Status == CensusStatus.Converged)?.Runs ?? 0;

    private static string DataSets(CensusDocument census)
    {
        var inputs = census.Inputs;
        var one = census.Counts.DataSets == 1;
        if (inputs.TargetFile is { } file) return $"{(one ? "target" : "targets")} of {Words.FileName(file)}";
        if (inputs.Series is not null || inputs.Data is not null) return (one ? "data set" : "data sets") + Names.Subject(inputs).Replace(" on ", ", ", StringComparison.Ordinal);
        if (inputs.Target is not null) return "given target";
        var metric = inputs.Metric switch
        {
            "identity" => "the identity metric",
            "bombieri" => "Bombieri’s metric",
            _ => "a given metric",
        };
        return $"random {(one ? "target" : "targets")} for {metric}";
    }

    private static string Listed(CensusDocument census) => string.Join(", ",
        census.Counts.Statuses.Where(row => row.Status != CensusStatus.Converged).Select(row => $"{Count(row.Runs)} {Of(row.Status)}"));

    private static string Percent(CensusShareRow row) => row.Share is { } share ? Percent(share) + " %" : "none";

    private static int Digits(double share) => share is < 0.0095 or > 0.9905 ? 2 : 1;

    private static string Percent(double share, int digits)
    {
        if (share is <= 0 or >= 1) return share <= 0 ? "0" : "100";
        var format = digits == 1 ? "0.0" : "0.00";
        var text = (100 * share).ToString(format, CultureInfo.InvariantCulture);
        if (text == format) return digits == 1 ? "<0.1" : "<0.01";
        return text.StartsWith("100", StringComparison.Ordinal) ? digits == 1 ? ">99.9" : ">99.99" : text;
    }
}

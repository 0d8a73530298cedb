namespace LcnGeometry.Reporting;

/// <summary>A census on a terminal.</summary>
internal static class CensusText
{
    private const int MostRows = 60;

    internal static void Write(TerminalPage page, CensusDocument census)
    {
        page.Title(CensusWords.Headline(census, number => number));
        page.Line(CensusWords.Outcome(census, number => number));
        page.Line(CensusWords.Predictions(census));
        if (census.Counts.Runs == 0) return;
        Ends(page, census);
        Predictions(page, census);
        if (census.Repetition.Runs > 0) Repetition(page, census);
    }

    // The target stands in its first row only; a star marks the runs at the certified global minimum.
    private static void Ends(TerminalPage page, CensusDocument census)
    {
        var rows = census.Targets.SelectMany(target => target.Ends.Select((end, i) => (Target: target, End: end, IsFirst: i == 0))).ToList();
        page.Table(["target", "#%", "end", "#%", "#95 %", "#runs", "#steps"], rows, MostRows, (row, _) =>
        [
            row.IsFirst ? row.Target.Pattern : "", row.IsFirst ? CensusWords.Percent(row.Target.Share) : "", CensusWords.End(row.End) + Mark(row.End), CensusWords.Percent(row.End.Share),
            CensusWords.Interval(row.End.Share, row.End.Interval), CensusWords.Count(row.End.Runs), NumberText.Count(row.End.Steps.Median),
        ]);
        page.Line("  * at a certified global minimum, s at a certified spurious minimum, in brackets: some of the runs. Percent of the data sets, then of the runs with that target; median of the steps.");
    }

    private static void Predictions(TerminalPage page, CensusDocument census)
    {
        page.Table(["prediction", "", "#runs", "verdict"], census.Predictions, MostRows, (row, _) => [row.Id, row.Statement, CensusWords.Count(row.Checked), CensusWords.Verdict(row)]);
        foreach (var row in census.Predictions)
        {
            if (CensusWords.First(row) is { } runs) page.Line($"  {row.Id}: see runs (data set/start) {runs}");
        }
    }

    private static void Repetition(TerminalPage page, CensusDocument census) =>
        page.Table(["limit", "#runs", "#repeated", "#%", "#95 %", "theory"], census.Repetition.Patterns, MostRows, (row, _) =>
        [
            row.EndPattern, CensusWords.Count(row.Runs), CensusWords.Count(row.Repeated.Runs), CensusWords.Percent(row.Repeated.Share ?? 0), CensusWords.Interval(row.Repeated.Share, row.Repeated.Interval), CensusWords.Of(row.Expected),
        ]);

    private static string Mark(CensusEndRow row)
    {
        if (row.GlobalMinimum > 0) return row.GlobalMinimum == row.Runs ? " *" : row.Spurious > 0 ? " (*s)" : " (*)";
        return row.Spurious == 0 ? "" : row.Spurious == row.Runs ? " s" : " (s)";
    }
}

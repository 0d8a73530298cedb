using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The tables of a census.</summary>
internal static class CensusTables
{
    private const int MostRows = 400;

    internal static DataTable Ends(CensusDocument census) => new DataTable(
        ("Target", ColumnKind.Text), ("% of data sets", ColumnKind.Number), ("End", ColumnKind.Text), ("% of runs", ColumnKind.Number), ("Runs", ColumnKind.Number), ("Global", ColumnKind.Number), ("Spurious", ColumnKind.Number))
        .AddRows(Rows(census), MostRows, (row, _) =>
        [
            row.IsFirst ? Target(row.Target) : "", row.IsFirst ? Share(row.Target.Share, row.Target.Interval) : "", End(row.End), Share(row.End.Share, row.End.Interval), Typeset(row.End.Runs),
            Part(row.End.GlobalMinimum, row.End.Runs), Part(row.End.Spurious, row.End.Runs),
        ]);

    internal static DataTable Details(CensusDocument census) => new DataTable(
        ("Target", ColumnKind.Text), ("End", ColumnKind.Text), ("Data sets", ColumnKind.Number), ("Runs", ColumnKind.Number), ("Effective", ColumnKind.Number), ("Repeated", ColumnKind.Number), ("Mean excess", ColumnKind.Number), ("Largest", ColumnKind.Number))
        .AddRows(Rows(census), MostRows, (row, _) =>
        [
            row.IsFirst ? PatternGlyph.Of(row.Target.Pattern) : "", End(row.End), Typeset(row.End.DataSets), Typeset(row.End.Runs), Typeset((long)Math.Round(row.End.EffectiveRuns)), Part(row.End.Repeated, row.End.Runs),
            row.End.Excess is { } excess ? Number(excess.Mean) : "", row.End.Excess is { } most ? Number(most.Largest) : "",
        ]);

    internal static DataTable Statuses(CensusDocument census) => new DataTable(("Status", ColumnKind.Text), ("Runs", ColumnKind.Number), ("%", ColumnKind.Number), ("Matched", ColumnKind.Number))
        .AddRows(census.Counts.Statuses, MostRows, (row, _) => [CensusWords.Of(row.Status), Typeset(row.Runs), CensusWords.Percent((double)row.Runs / census.Counts.Runs), Part(row.Matched, row.Runs)]);

    internal static DataTable Steps(CensusDocument census) => new DataTable(
        ("Target", ColumnKind.Text), ("End", ColumnKind.Text), ("least", ColumnKind.Number), ("25 %", ColumnKind.Number), ("50 %", ColumnKind.Number), ("75 %", ColumnKind.Number), ("90 %", ColumnKind.Number), ("largest", ColumnKind.Number))
        .AddRows(Rows(census), MostRows, (row, _) =>
        [
            row.IsFirst ? PatternGlyph.Of(row.Target.Pattern) : "", End(row.End), Typeset(row.End.Steps.Least), Typeset(row.End.Steps.LowerQuartile), Typeset(row.End.Steps.Median),
            Typeset(row.End.Steps.UpperQuartile), Typeset(row.End.Steps.NinthDecile), Typeset(row.End.Steps.Largest),
        ]);

    internal static DataTable Predictions(CensusDocument census) => new DataTable(
        ("Theorem", ColumnKind.Text), ("Statement", ColumnKind.Text), ("Runs", ColumnKind.Number), ("Exceptions", ColumnKind.Number), ("Open", ColumnKind.Number), ("Holds", ColumnKind.Text), ("See runs", ColumnKind.Text))
        .AddRows(census.Predictions, MostRows, (row, _) =>
        [
            row.Id, Span("prose", row.Statement, row.Reason is { } reason ? Span("reason", " " + reason) : null), Typeset(row.Checked), Typeset(row.Exceptions), Typeset(row.Open), Badge.Of(row.Verdict), CensusWords.First(row) ?? "",
        ]);

    internal static DataTable Repetition(CensusDocument census) => new DataTable(
        ("Limit", ColumnKind.Text), ("Runs", ColumnKind.Number), ("Repeated", ColumnKind.Number), ("%", ColumnKind.Number), ("Theory", ColumnKind.Text))
        .AddRows(census.Repetition.Patterns, MostRows, (row, _) =>
        [
            PatternGlyph.Of(row.EndPattern), Typeset(row.Runs), Part(row.Repeated.Runs, row.Runs), Share(row.Repeated.Share ?? 0, row.Repeated.Interval), CensusWords.Of(row.Expected),
        ]);

    // The target stands in its first row only.
    private static List<(CensusTargetRow Target, CensusEndRow End, bool IsFirst)> Rows(CensusDocument census) =>
        [.. census.Targets.SelectMany(target => target.Ends.Select((end, i) => (target, end, i == 0)))];

    private static Node Target(CensusTargetRow row) => row.Position is { } position ? Span("pattern", PatternGlyph.Of(row.Pattern), Badge.Of(position)) : PatternGlyph.Of(row.Pattern);

    private static Node End(CensusEndRow row) => row.EndPattern is { } pattern ? PatternGlyph.Of(pattern) : CensusWords.Of(row.Status);

    private static Element Share(double share, ImmutableArray<double>? interval) => Span("share", CensusWords.Percent(share), Span("interval", CensusWords.Interval(share, interval)));

    private static string Part(long some, long all) => some == 0 ? "–" : some == all ? "all" : Typeset(some);

    private static string Typeset(long count) => NumberText.TypesetDigits(CensusWords.Count(count));

    private static string Number(double value) => NumberText.TypesetDigits(NumberText.Significant(value, 4));
}

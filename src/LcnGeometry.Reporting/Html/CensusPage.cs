using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The chapters of a census.</summary>
internal static class CensusPage
{
    private const int MostRows = 400;

    internal static ImmutableArray<(string Id, string Name)> Contents { get; } =
        [("ends", "Where training ends"), ("predictions", "Predictions"), ("repetition", "Repeated filters"), ("provenance", "Provenance")];

    internal static string Title(CensusDocument census) => $"Where training of the linear convolutional network {Names.Network(census.Inputs)} ends";

    internal static Element Header(CensusDocument census) => El("header",
        P("LcnGeometry · census of training runs").Class("kicker"),
        El("h1", Title(census).Replace(", ", ",\u00A0", StringComparison.Ordinal)),
        new Element("ul").Class("verdicts").Add(
            El("li", CensusWords.Headline(census, NumberText.TypesetDigits)),
            El("li", CensusWords.Outcome(census, NumberText.TypesetDigits), "\u00A0", Badge.Of(Evidence.Sampled)),
            El("li", CensusWords.Predictions(census), "\u00A0", Badge.Of(Evidence.Sampled))));

    internal static ImmutableArray<Element> Chapters(CensusDocument census) => [Ends(census), Predictions(census), Repetition(census), Provenance(census)];

    private static Element Ends(CensusDocument census)
    {
        var rows = census.Targets.SelectMany(target => target.Ends.Select((end, i) => (Target: target, End: end, IsFirst: i == 0))).ToList();
        var table = new DataTable(
            ("Target", ColumnKind.Text), ("of data sets, %", ColumnKind.Number), ("End", ColumnKind.Text), ("of runs, %", ColumnKind.Number), ("95 % interval", ColumnKind.Number),
            ("Runs", ColumnKind.Number), ("Global minimum", ColumnKind.Number), ("Spurious", ColumnKind.Number), ("Repeated", ColumnKind.Number))
            .AddRows(rows, MostRows, (row, _) =>
            [
                row.IsFirst ? PatternGlyph.Of(row.Target.Pattern) : "", row.IsFirst ? CensusWords.Percent(row.Target.Share) : "", End(row.End), CensusWords.Percent(row.End.Share), CensusWords.Interval(row.End.Share, row.End.Interval),
                Typeset(row.End.Runs), Typeset(row.End.GlobalMinimum), Typeset(row.End.Spurious), Typeset(row.End.Repeated),
            ]);
        return Chapter.Open("ends", "Where training ends").Add(table.ToHtml(1, "Ends by target"));
    }

    private static Element Predictions(CensusDocument census)
    {
        var table = new DataTable(("Theorem", ColumnKind.Text), ("Statement", ColumnKind.Text), ("Runs", ColumnKind.Number), ("Exceptions", ColumnKind.Number), ("Holds", ColumnKind.Text))
            .AddRows(census.Predictions, MostRows, (row, _) => [row.Id, row.Statement, Typeset(row.Checked), Typeset(row.Exceptions), Badge.Of(row.Verdict)]);
        return Chapter.Open("predictions", "Predictions of theory").Add(table.ToHtml(2, "Predictions"));
    }

    private static Element Repetition(CensusDocument census)
    {
        var chapter = Chapter.Open("repetition", "Repeated filters");
        if (census.Repetition.Runs == 0) return chapter.Add(Chapter.Absent("No run converged."));
        var table = new DataTable(("Limit", ColumnKind.Text), ("Runs", ColumnKind.Number), ("Repeated", ColumnKind.Number), ("%", ColumnKind.Number), ("95 % interval", ColumnKind.Number), ("Theory", ColumnKind.Text))
            .AddRows(census.Repetition.Patterns, MostRows, (row, _) =>
            [
                PatternGlyph.Of(row.EndPattern), Typeset(row.Runs), Typeset(row.Repeated.Runs), CensusWords.Percent(row.Repeated.Share ?? 0), CensusWords.Interval(row.Repeated.Share, row.Repeated.Interval), CensusWords.Of(row.Expected),
            ]);
        return chapter.Add(table.ToHtml(3, "Repeated filters"));
    }

    private static Element Provenance(CensusDocument census) => Chapter.Open("provenance", "Provenance").Add(
        P("To make this census again:"),
        El("pre", Code(ReproducingCommand.Of(census))),
        P($"LcnGeometry {census.Version}, document format {census.Schema}."),
        Chapter.Notes(census.Notes));

    private static Node End(CensusEndRow row) => row.EndPattern is { } pattern ? PatternGlyph.Of(pattern) : CensusWords.Of(row.Status);

    private static string Typeset(long runs) => NumberText.TypesetDigits(CensusWords.Count(runs));
}

using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Every critical point: how complete the list is, the list, the levels of the loss and the filters.</summary>
internal static class CriticalChapter
{
    private const int MostPoints = 60, MostStrata = 40;

    internal static Element Render(ReportContext context)
    {
        var chapter = Chapter.Open("critical", "Critical points");
        if (context.Study.Critical is not { } critical)
            return chapter.Add(Chapter.Absent(context.Loss is null ? "There is no loss, so there are no critical points to list." : "The critical points were not computed; the notes at the end say why."));
        var runs = CriticalWords.RunsAt(critical, context.Study.Flow);
        return chapter.Add(
            Statement(critical),
            critical.Points.IsEmpty ? null : Points(critical, context.Study.Flow, runs).ToHtml(context.NextTable(), "Real critical functions",
                "Ascending by loss. Ways: real factorizations into layers, modulo scalings, that are critical for the loss of the filters, of how many there are if others are not. l ∥ m marks proportional filters of layers l and m. " +
                (HasStandings(critical) ? "Map: whether these filters are a regular or a critical point of the parameterization. " : "") +
                (context.Study.Flow is null ? "" : "Runs: how many runs of the flow below ended there. ") + Precision(critical)),
            LossLevelsFigure.Draw(critical, context.Study.Flow, context.Limits)?.ToHtml(context.NextFigure()),
            CriticalFiltersFigure.Draw(critical, runs)?.ToHtml(context.NextFigure()),
            Strata(critical)?.ToHtml(context.NextTable(), "Where the complex critical points lie",
                "Complex critical functions by the multiplicities of their roots: how many generic data have, by a closed formula, how many of this loss are certified, and how many of these are real. Each function counts as often as it has complex critical factorizations."),
            Chapter.Notes(critical.Notes));
    }

    private static Element Statement(CriticalDocument critical)
    {
        var completeness = critical.Completeness;
        var statement = Div("statement " + Words.YesNo(completeness.Verdict) switch { "yes" => "holds", "no" => "fails", _ => "undecided" });
        statement.Add(P(El("strong", CriticalWords.Completeness(completeness, number => number.Typeset)), "\u00A0", Badge.Of(Evidence.Certified)), P(CriticalWords.Census(critical)));
        if (CriticalWords.Traps(critical) is { } traps) statement.Add(P(traps));
        if (critical.Purity is { } purity) statement.Add(P(purity.Sentence, "\u00A0", Badge.Of(purity.Evidence)));
        foreach (var sentence in CriticalWords.Lost(completeness)) statement.Add(P(sentence));
        if (completeness.Reason is { } reason) statement.Add(P("Undecided: " + reason.TrimEnd('.') + "."));
        return statement.Add(P($"Counted are complex critical points of the loss as a function of the filters, modulo layer scalings, with nonzero function. Source: {completeness.Source.TrimEnd('.')}.").Class("explanation"));
    }

    private static DataTable Points(CriticalDocument critical, FlowDocument? flow, ImmutableArray<int> runs)
    {
        var knowsTheBest = CriticalWords.KnowsTheBest(critical);
        var hasPatterns = critical.Points.Any(point => point.RealPattern is not null && point.Kind != CriticalPointKind.Zero);
        ImmutableArray<(bool IsShown, string Name, ColumnKind Kind, Func<CriticalPointRow, int, Node> Cell)> columns =
        [
            (true, "No.", ColumnKind.Number, (_, i) => NumberText.Count(i + 1)),
            (true, "Kind", ColumnKind.Text, (point, _) => Kind(point.Kind, knowsTheBest)),
            (true, "Loss", ColumnKind.Number, (point, _) => NumberText.Of(point.Loss).Typeset),
            (hasPatterns, "Pattern", ColumnKind.Text, (point, _) => point.RealPattern is { } pattern && point.Kind != CriticalPointKind.Zero ? PatternGlyph.Of(pattern) : "–"),
            (true, "Ways", ColumnKind.Number, (point, _) => point.Kind == CriticalPointKind.Zero ? "–" : Ways(point)),
            (HasStandings(critical), "Map", ColumnKind.Text, (point, _) => CriticalWords.Standing(point)),
            (true, "Repeated filters", ColumnKind.Text, (point, _) => point.Kind == CriticalPointKind.Zero ? "–" : CriticalWords.Repeated(point)),
            (true, "Runs", ColumnKind.Number, (_, i) => flow is null ? "–" : NumberText.Count(runs[i])),
            (true, "Known", ColumnKind.Text, (point, _) => Badge.Of(point.Evidence)),
        ];
        var shown = columns.Where(column => column.IsShown).ToList();
        return new DataTable([.. shown.Select(column => (column.Name, column.Kind))]).AddRows(critical.Points, MostPoints, (point, i) => [.. shown.Select(column => column.Cell(point, i))]);
    }

    private static bool HasStandings(CriticalDocument critical) => critical.Points.Any(point => point.Factorizations.Any(one => one.Regular is not null));

    private static string Precision(CriticalDocument critical)
    {
        var radius = critical.Points.Select(point => point.CertificateRadius).DefaultIfEmpty(0).Max();
        return radius > 0 ? $"Every coefficient of a certified function is known within {NumberText.TypesetDigits(NumberText.Significant(radius, 2))}." : "";
    }

    private static string Ways(CriticalPointRow point) => point.OtherFactorizations.IsZero
        ? NumberText.Count(point.Factorizations.Length)
        : $"{NumberText.Count(point.Factorizations.Length)} of {NumberText.Of(point.OtherFactorizations + point.Factorizations.Length).Typeset}";

    private static Element Kind(CriticalPointKind kind, bool knowsTheBest) => Span(
        kind switch { CriticalPointKind.LocalMinimum => "kind trap", CriticalPointKind.GlobalMinimum => "kind best", _ => "kind" },
        El("svg", CriticalStyle.Marker(kind).At(7, 7, 5, CriticalStyle.Mark(kind))).Set("xmlns", Svg.Namespace).Set("viewBox", "0 0 14 14").Class("dot").Set("aria-hidden", "true"),
        CriticalWords.Of(kind, knowsTheBest));

    private static DataTable? Strata(CriticalDocument critical) => critical.Strata.All(row => row.ComplexPattern is null)
        ? null
        : new DataTable(
            ("Complex roots", ColumnKind.Text), ("Generic", ColumnKind.Number), ("Certified", ColumnKind.Number), ("Real", ColumnKind.Number), ("Times", ColumnKind.Number), ("Complete", ColumnKind.Text))
            .AddRows(critical.Strata, MostStrata, (row, _) =>
            [
                row.ComplexPattern is { } pattern ? CriticalWords.Pattern(pattern) : "–", NumberText.Of(row.Completeness.Expected).Typeset, NumberText.Of(row.Completeness.Certified).Typeset,
                NumberText.Count(CriticalWords.RealOn(critical, row)), row.CriticalFactorizations is { } ways ? NumberText.Of(ways).Typeset : "–", Badge.Of(row.Completeness.Verdict),
            ]);
}

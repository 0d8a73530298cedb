namespace LcnGeometry.Reporting;

/// <summary>One row per flow run.</summary>
internal static class FlowRunTable
{
    internal static DataTable Of(FlowDocument flow, int limit) => new DataTable(
        ("Run", ColumnKind.Number), ("Status", ColumnKind.Text), ("Pattern", ColumnKind.Text), ("Loss", ColumnKind.Number), ("Steps", ColumnKind.Number),
        ("Time", ColumnKind.Number), ("Gradient", ColumnKind.Number), ("Drift", ColumnKind.Number), ("End-to-end filter", ColumnKind.Text))
        .AddRows(flow.Runs, limit, (run, i) =>
        [
            NumberText.Count(i + 1), Words.Of(run.Status), run.Limit.RealPattern is { } pattern ? PatternGlyph.Of(pattern) : "–",
            Number(run.Limit.Loss, 6), NumberText.Count(run.Steps), Number(run.Time, 4), Number(run.GradientNorm, 2),
            Number(DescentWords.Drift(run.Invariants), 2),
            FilterText.Typeset(run.Limit.Function, 4),
        ]);

    /// <summary>One row per run of gradient descent.</summary>
    internal static DataTable OfDescent(FlowDocument flow, int limit) => new DataTable(
        ("Run", ColumnKind.Number), ("Status", ColumnKind.Text), ("Pattern", ColumnKind.Text), ("Loss", ColumnKind.Number), ("Steps", ColumnKind.Number),
        ("Drift", ColumnKind.Number), ("of the flow", ColumnKind.Number), ("Limit", ColumnKind.Text))
        .AddRows(DescentWords.Runs(flow), limit, (run, i) =>
        [
            NumberText.Count(i + 1), Words.Of(run.Descent!.Status), run.Descent.Limit.RealPattern is { } pattern ? PatternGlyph.Of(pattern) : "–",
            Number(run.Descent.Limit.Loss, 6), NumberText.Count(run.Descent.Steps),
            Number(DescentWords.Drift(run.Descent.Invariants), 2), Number(DescentWords.Drift(run.Invariants), 2), DescentWords.SameLimit(run),
        ]);

    private static string Number(double value, int digits) => NumberText.TypesetDigits(NumberText.Significant(value, digits));
}

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
            Number(run.Invariants.Select(invariant => invariant.Drift).DefaultIfEmpty(0).Max(), 2),
            FilterText.Typeset(run.Limit.Function, 4),
        ]);

    private static string Number(double value, int digits) => NumberText.TypesetDigits(NumberText.Significant(value, digits));
}

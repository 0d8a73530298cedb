using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Where gradient flow went.</summary>
internal static class FlowChapter
{
    private const int MostGroups = 24, MostRuns = 40;

    internal static Element Render(ReportContext context)
    {
        var chapter = Chapter.Open("flow", "Where training goes");
        if (context.Study.Flow is not { } flow) return chapter.Add(Chapter.Absent("Gradient flow was not run: there is no loss."));
        if (flow.Runs.IsEmpty) return chapter.Add(Chapter.Absent("Gradient flow was not run: no starts were asked for."), Chapter.Notes(flow.Notes));
        return chapter.Add(
            P($"Gradient flow of the loss in the filters of the layers, from {Words.Counted(flow.Runs.Length, "start")}{(DescentWords.Method(flow.Inputs) is { } method ? ", by " + method : "")}.\u00A0", Badge.Of(Evidence.Numerical)),
            Groups(flow, context.Limits).ToHtml(context.NextTable(), "Limits of the flow",
                "Runs that ended at the same filter, up to half a percent of its largest coefficient, stand in one row. The pattern is read off the roots of each layer’s filter; separation is the smallest chordal distance between roots counted as different; l ∥ m marks proportional filters of layers l and m."),
            LossFigure.Draw(flow, context.Limits).ToHtml(context.NextFigure()),
            HasRoots(flow) ? LimitRootsFigure.Draw(flow, context.Limits, context.Study.Member?.Witness).ToHtml(context.NextFigure()) : null,
            Details($"All {Words.Counted(flow.Runs.Length, "run")}", FlowRunTable.Of(flow, MostRuns).ToHtml(context.NextTable(), "Runs", "Numbered from 1, in the order of the JSON. Drift: the largest change of a balance invariant, relative to the two squared norms.")),
            DescentWords.Sentence(flow) is { } descent ? P(descent + "\u00A0", Badge.Of(Evidence.Numerical)) : null,
            DescentWords.Sentence(flow) is null ? null : Details("Gradient descent, run by run", FlowRunTable.OfDescent(flow, MostRuns).ToHtml(context.NextTable(), "Gradient descent beside the flow", "From the same starts, with one fixed step. The flow conserves the balance invariants; finite steps do not, by an amount proportional to the step.")),
            Chapter.Notes(flow.Notes));
    }

    private static bool HasRoots(FlowDocument flow) => flow.Runs.Any(run => run.Limit.Roots.Any(roots => !roots.IsEmpty));

    private static DataTable Groups(FlowDocument flow, ImmutableArray<LimitGroup> groups)
    {
        var excess = new ExcessLoss(flow.Loss);
        return new DataTable(
            ("Limit", ColumnKind.Text), ("Runs", ColumnKind.Number), ("Loss", ColumnKind.Number), ("above u", ColumnKind.Number), ("Status", ColumnKind.Text), ("Repeated filters", ColumnKind.Text), ("Separation", ColumnKind.Number))
            .AddRows(groups, MostGroups, (group, _) =>
            [
                Span("limit", Swatch(group), El("strong", group.Name), group.Pattern is { } pattern ? PatternGlyph.Of(pattern) : group.PatternText),
                NumberText.Count(group.Runs.Length),
                Number(group.Loss),
                excess.Text(group.Loss),
                Words.Of(group.Status),
                group.RepeatedFilters(flow),
                group.Runs.Select(run => flow.Runs[run].Limit.Separation).Min() is { } separation ? Number(separation, 3) : "–",
            ]);
    }

    private static Element Swatch(LimitGroup group) => El("svg", group.Marker.At(7, 7, 5, "mark s" + group.Style))
        .Set("xmlns", Svg.Namespace).Set("viewBox", "0 0 14 14").Class("dot").Set("aria-hidden", "true");

    private static string Number(double value, int digits = 6) => NumberText.TypesetDigits(NumberText.Significant(value, digits));
}

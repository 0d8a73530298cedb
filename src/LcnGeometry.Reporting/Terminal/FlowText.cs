using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Where gradient flow goes, on a terminal.</summary>
internal static class FlowText
{
    private const int MostGroups = 12, MostRuns = 12;

    internal static void Write(TerminalPage page, FlowDocument flow)
    {
        var groups = LimitGroup.Of(flow);
        page.Title(flow.Runs.IsEmpty ? "No runs." : FlowSentence.Of(flow, groups));
        Loss(page, flow.Inputs, flow.Loss);
        if (flow.Runs.IsEmpty) return;
        Limits(page, flow, groups);
        if (flow.Runs.Length <= MostRuns) Runs(page, flow);
        Descent(page, flow);
    }

    private static void Runs(TerminalPage page, FlowDocument flow) =>
        page.Table(["#run", "status", "pattern", "#loss", "#steps", "#gradient", "#drift", "end-to-end filter"], flow.Runs, MostRuns, (run, i) =>
        [
            NumberText.Count(i + 1), Words.Of(run.Status), run.Limit.RealPattern ?? "?", TerminalPage.Number(run.Limit.Loss), NumberText.Count(run.Steps), TerminalPage.Number(run.GradientNorm, 2),
            TerminalPage.Number(DescentWords.Drift(run.Invariants), 2), TerminalPage.Filter(run.Limit.Function, 4),
        ]);

    /// <summary>Plain gradient descent beside the flow, if it was asked for.</summary>
    private static void Descent(TerminalPage page, FlowDocument flow)
    {
        if (DescentWords.Sentence(flow) is not { } sentence) return;
        page.Blank();
        page.Line(sentence);
        var runs = DescentWords.Runs(flow);
        if (runs.Length > MostRuns) return;
        page.Blank();
        page.Table(["#run", "descent", "pattern", "#loss", "#steps", "#drift", "#flow's", "limit"], runs, MostRuns, (run, i) =>
        [
            NumberText.Count(i + 1), Words.Of(run.Descent!.Status), run.Descent.Limit.RealPattern ?? "?", TerminalPage.Number(run.Descent.Limit.Loss, 5), NumberText.Count(run.Descent.Steps),
            TerminalPage.Number(DescentWords.Drift(run.Descent.Invariants), 2), TerminalPage.Number(DescentWords.Drift(run.Invariants), 2), DescentWords.SameLimit(run),
        ]);
    }

    /// <summary>The loss in a few facts.</summary>
    internal static void Loss(TerminalPage page, DocumentInputs? inputs, LossSection loss) => page.Facts(
        ("network", inputs is null ? null : Names.Network(inputs) + Names.Subject(inputs)),
        ("optimum u", page.Filter(loss.U)),
        ("loss of u", page.Number(loss.Constant)),
        ("loss of 0", page.Number(loss.AtZero)),
        ("samples", loss.Samples is { } samples ? NumberText.Count(samples) : null),
        ("mean taken off", loss.Mean is { } mean ? page.Number(mean) : null),
        ("method", DescentWords.Method(inputs)));

    /// <summary>One row per kind of limit.</summary>
    internal static void Limits(TerminalPage page, FlowDocument flow, ImmutableArray<LimitGroup> groups) =>
        page.Table(["limit", "pattern", "#runs", "#loss", "status", "repeated filters"], groups, MostGroups, (group, _) =>
        [
            group.Name, group.Pattern ?? "?", NumberText.Count(group.Runs.Length), TerminalPage.Number(group.Loss), Words.Of(group.Status), group.RepeatedFilters(flow),
        ]);
}

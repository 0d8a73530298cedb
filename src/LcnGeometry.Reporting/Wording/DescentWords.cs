using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>What plain gradient descent did beside gradient flow, in words and rows.</summary>
internal static class DescentWords
{
    /// <summary>Filters count as the same when no coefficient differs by more than this share of the largest one.</summary>
    private const double SameFilter = 0.005;

    /// <summary>One sentence; null when there was no descent.</summary>
    internal static string? Sentence(FlowDocument flow)
    {
        var runs = Runs(flow);
        if (runs.IsEmpty) return null;
        var converged = runs.Count(run => run.Descent!.Status == FlowStatus.Converged);
        var both = runs.Count(run => run.Status == FlowStatus.Converged && run.Descent!.Status == FlowStatus.Converged);
        var same = runs.Count(IsSameLimit);
        var start = $"Gradient descent with step {NumberText.Significant(runs[0].Descent!.Step)} beside it: {NumberText.Count(converged)} of {Words.Counted(runs.Length, "run")} converged";
        var limits = both == 0 ? "" : same == both ? ", to the limit of the flow" : $", {NumberText.Count(same)} to the limit of the flow";
        return $"{start}{limits}{Drifts(runs)}.";
    }

    /// <summary>How the flow was integrated, if not by default.</summary>
    internal static string? Method(DocumentInputs? inputs) => (inputs?.Method == "explicit", inputs?.Project == true) switch
    {
        (true, true) => "explicit Runge-Kutta 8(5,3), projected onto the invariants",
        (true, false) => "explicit Runge-Kutta 8(5,3)",
        (false, true) => "implicit extrapolation, projected onto the invariants",
        _ => null,
    };

    /// <summary>The runs that have a descent beside them.</summary>
    internal static ImmutableArray<FlowRunRow> Runs(FlowDocument flow) => [.. flow.Runs.Where(run => run.Descent is not null)];

    /// <summary>Whether descent and flow ended at the same filter, in a word.</summary>
    internal static string SameLimit(FlowRunRow run) => IsSameLimit(run) ? "same" : run.Descent!.Status == FlowStatus.Converged && run.Status == FlowStatus.Converged ? "another" : "–";

    /// <summary>The largest drift of an invariant.</summary>
    internal static double Drift(ImmutableArray<InvariantRow> invariants) => invariants.Select(invariant => invariant.Drift).DefaultIfEmpty(0).Max();

    private static bool IsSameLimit(FlowRunRow run)
    {
        var (flow, descent) = (run.Limit, run.Descent!.Limit);
        if (run.Status != FlowStatus.Converged || run.Descent.Status != FlowStatus.Converged || flow.RealPattern != descent.RealPattern) return false;
        var largest = flow.Function.Concat(descent.Function).Max(Math.Abs);
        return flow.RealPattern == "zero" || flow.Function.Zip(descent.Function).All(pair => Math.Abs(pair.First - pair.Second) <= SameFilter * largest);
    }

    private static string Drifts(ImmutableArray<FlowRunRow> runs)
    {
        if (runs.All(run => run.Invariants.IsEmpty)) return "";
        string descent = NumberText.Significant(runs.Max(run => Drift(run.Descent!.Invariants)), 2), flow = NumberText.Significant(runs.Max(run => Drift(run.Invariants)), 2);
        return $"; its invariants drift by up to {descent} of their squared norms, those of the flow by {flow}";
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Where the flow went, in one sentence.</summary>
internal static class FlowSentence
{
    // Relative to the distance between the optimum and the zero filter.
    private const double SameLoss = 1e-6;

    internal static string Of(FlowDocument flow, ImmutableArray<LimitGroup> groups)
    {
        var converged = groups.Where(group => group.Status == FlowStatus.Converged).ToList();
        var runs = converged.Sum(group => group.Runs.Length);
        var total = Words.Counted(flow.Runs.Length, "run");
        if (runs == 0 && flow.Runs.Length == 1) return "The run of gradient flow did not converge.";
        if (runs == 0) return $"Of {total} of gradient flow, none converged.";
        var start = runs == flow.Runs.Length
            ? flow.Runs.Length == 1 ? "The run of gradient flow converged" : $"All {total} of gradient flow converged"
            : $"{NumberText.Count(runs)} of {total} of gradient flow converged";
        if (!IsMeasurable(flow.Loss, converged)) return start + ".";
        var reached = converged.Where(group => ReachesOptimum(flow.Loss, group)).Sum(group => group.Runs.Length);
        if (reached == runs) return start + (runs == 1 ? ", to the unconstrained optimum." : ", all to the unconstrained optimum.");
        if (converged.Count == 1 && reached == 0) return start + (runs == 1 ? ", not to the unconstrained optimum." : ", all to the same limit, which is not the unconstrained optimum.");
        var kinds = Words.Counted(converged.Count, "limit");
        return reached == 0
            ? $"{start}, to {kinds}; none reached the unconstrained optimum."
            : $"{start}, to {kinds}; {NumberText.Count(reached)} reached the unconstrained optimum.";
    }

    /// <summary>Whether the losses are within the range of doubles: beyond it nothing can be said about the distance to the optimum.</summary>
    private static bool IsMeasurable(LossSection loss, List<LimitGroup> groups) =>
        double.IsFinite(loss.AtZero.ToDouble()) && double.IsFinite(loss.Constant.ToDouble()) && groups.All(group => double.IsFinite(group.Loss));

    private static bool ReachesOptimum(LossSection loss, LimitGroup group)
    {
        // When the optimum is the zero filter there is no distance to measure by, but the pattern of the limit says it.
        var scale = loss.AtZero.ToDouble() - loss.Constant.ToDouble();
        return scale == 0 ? group.Pattern == "zero" : group.Loss - loss.Constant.ToDouble() <= SameLoss * Math.Abs(scale);
    }
}

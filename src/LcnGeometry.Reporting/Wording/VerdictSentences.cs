using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The answers of a study in one sentence each, with what they rest on.</summary>
internal static class VerdictSentences
{
    /// <summary>In the order in which a reader asks; an open question rests on nothing.</summary>
    /// <param name="study">The study.</param>
    /// <param name="limits">Its flow runs by where they ended.</param>
    /// <param name="number">How a count is written: for a page or for a terminal.</param>
    internal static IEnumerable<(string Sentence, Evidence? Evidence)> Of(Study study, ImmutableArray<LimitGroup> limits, Func<NumberText, string> number)
    {
        yield return (Space(study), Evidence.Exact);
        if (study.Member is { } member) yield return (OptimumSentence.Of(member), member.Evidence);
        if (study.Factor is { Count: { IsZero: false } count })
        {
            yield return (count.IsOne
                ? "The optimum has one real factorization into layers."
                : $"The optimum has {number(NumberText.Of(count))} real factorizations into layers.", Evidence.Exact);
        }

        if (study.Critical is { } critical)
        {
            yield return (CriticalWords.Completeness(critical.Completeness, number) + " " + CriticalWords.Census(critical), Evidence.Certified);
            if (CriticalWords.Traps(critical) is { } traps) yield return (traps, Evidence.Certified);
            if (critical.Purity is { } purity && study.Describe.FunctionSpace.Thick == VerdictKind.Fails) yield return (purity.Sentence, purity.Evidence);
        }
        else
        {
            yield return (Generic(study, number), Evidence.Exact);
        }

        if (study.Describe is { RiemannianFlow.Verdict: VerdictKind.Holds, FunctionSpace.Thick: VerdictKind.Fails })
            yield return ($"Gradient flow is a Riemannian gradient flow on the {(study.Describe.RiemannianFlow.Domain == "nonzero" ? "nonzero" : "smooth")} points of the function space: the function and the invariants of the start determine the metric.", study.Describe.RiemannianFlow.Evidence);
        if (study.Flow is { Runs.IsEmpty: false } flow) yield return (FlowSentence.Of(flow, limits), Evidence.Numerical);
    }

    private static string Generic(Study study, Func<NumberText, string> number) =>
        $"For generic data the loss has {number(NumberText.Of(study.Describe.CriticalPoints.Generic))} complex critical {(study.Describe.CriticalPoints.Generic.IsOne ? "point" : "points")}.";

    private static string Space(Study study)
    {
        var space = study.Describe.FunctionSpace;
        var size = NumberText.Count(study.Describe.EndToEnd.Size);
        if (space.Filling == VerdictKind.Holds) return $"The network represents every filter of size {size}.";
        if (space.Thick == VerdictKind.Fails)
            return $"The representable filters form a set of dimension {NumberText.Count(space.Dimension)} in a space of dimension {NumberText.Count(space.AmbientDimension)}.";
        if (space.Filling == VerdictKind.Undecided) return $"Whether the network represents every filter of size {size} is undecided.";
        return (study.Member?.Witness?.RequiredRealRoots ?? study.Slice?.RequiredRealRoots) is { } needed
            ? $"The network represents the filters of size {size} with at least {Words.Counted(needed, "real root")}, and no others."
            : $"The network represents some of the filters of size {size}: a set with interior, but not all of them.";
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The space of filters with three coefficients: the cone of filters with a double root, the target and the flow.</summary>
internal static class ConeFigure
{
    internal static Figure Draw(Study study, ImmutableArray<LimitGroup> groups, FigureNumber number)
    {
        var data = ConeData.Of(study.Flow, study.Critical, groups);
        var needsRealRoots = study.Describe.FunctionSpace.Filling == VerdictKind.Fails;
        var legend = new Legend()
            .Region(needsRealRoots ? "boundary of the function space: a double real root" : "discriminant cone: a double real root", "cone near swatch-cone");
        if (data.Target is not null) legend.Mark("unconstrained optimum u", Marker.Star, "target");
        if (study.Critical is { } critical)
        {
            CriticalRings.Explain(legend, [.. data.Critical.Select(point => new RingPlace(point.Index, point.Kind, default, true))], CriticalWords.KnowsTheBest(critical));
        }

        foreach (var group in groups.Take(LimitGroup.Styles))
            legend.Mark("limit " + group.Label, group.Marker, "mark s" + group.Style);
        if (needsRealRoots) legend.Region("not representable", "region outside", "hatch");
        return new Figure
        {
            Title = needsRealRoots ? "The function space of the network" : "The space of filters",
            Panels = [ConeSpace.Draw(data, number), ConeMeridian.Draw(data, needsRealRoots, number)],
            Legend = legend,
            Caption = [Caption(data, needsRealRoots)],
        };
    }

    private static Node Caption(ConeData data, bool needsRealRoots)
    {
        var drawn = data.Paths.Length < data.Runs
            ? $"{NumberText.Count(data.Paths.Length)} of {NumberText.Count(data.Runs)} runs are drawn as curves; all limits are shown. "
            : "";
        return "(a) Filters (c₀, c₁, c₂), seen from the side. On the cone c₁² = 4c₀c₂ the two roots coincide; inside its two nappes they are complex. " +
            (needsRealRoots ? "The network represents the cone and everything outside it. " : "The network represents every filter. ") +
            "(b) The same filters turned about the axis of the cone into one half-plane, where inside and outside are seen without perspective. " +
            (data.Target is null ? "The cone is exact up to drawing." : "The cone and the place of u are exact up to drawing; curves and limits are numerical. ") +
            (data.Critical.IsEmpty ? "" : "Rings are critical points, numbered as in the table of their chapter. ") + drawn;
    }
}

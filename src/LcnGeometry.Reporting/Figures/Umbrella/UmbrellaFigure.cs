using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The function space of (3, 2) with stride 2 and of every network with that merged form: two Whitney umbrellas with a common handle.</summary>
internal static class UmbrellaFigure
{
    internal static Figure Draw(Study study, ImmutableArray<LimitGroup> groups)
    {
        var data = UmbrellaData.Of(study, groups);
        var legend = new Legend().Region("function space", "sheet sheet5");
        if (data.NeedsRealRoots) legend.Region("in the closure, not representable", "sheet missing4");
        legend.Line("two sheets cross, representable", "crossing")
            .Add(data.NeedsRealRoots ? "two sheets cross, or the handle: not representable" : "handle: in the closure, not representable", Svg.Line(2, 7, 11, 7, "handle"), Svg.Line(17, 7, 26, 7, "handle"))
            .Add("pinch point", Svg.Circle(14, 7, 4, "pinch"));
        if (data.Target is not null) legend.Mark("unconstrained optimum u", Marker.Star, "target");
        if (study.Critical is { } critical)
            CriticalRings.Explain(legend, [.. data.Critical.Select(point => new RingPlace(point.Index, point.Kind, default, true))], CriticalWords.KnowsTheBest(critical));
        foreach (var group in data.Limits.Select(limit => limit.Group).Take(LimitGroup.Styles)) legend.Mark("limit " + group.Label, group.Marker, "mark s" + group.Style);
        return new Figure
        {
            Title = "Two Whitney umbrellas with a common handle",
            Panels = [UmbrellaPanel.Draw(data, true, "(a)"), UmbrellaPanel.Draw(data, false, "(b)")],
            Legend = legend,
            Caption = [UmbrellaCaption.Of(data)],
        };
    }
}

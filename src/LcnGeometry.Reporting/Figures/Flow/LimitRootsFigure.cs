using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The roots of the trained filters, layer by layer, with the roots of the target.</summary>
internal static class LimitRootsFigure
{
    private const int MostPanels = 6;

    // So that marks of different layers stay visible on top of each other.
    private static readonly ImmutableArray<double> Sizes = [7.5, 4.6, 6.5, 4, 5.5, 5];

    internal static Figure Draw(FlowDocument flow, ImmutableArray<LimitGroup> groups, MemberWitness? target)
    {
        var shown = groups.Take(MostPanels).ToImmutableArray();
        var legend = new Legend();
        for (var layer = 0; layer < flow.Runs[0].Limit.Roots.Length && layer < Marker.Series.Length; layer++)
            legend.Mark($"roots of layer {NumberText.Count(layer + 1)}", Marker.Series[layer], "mark hollow ink");
        if (target?.Roots is not null) legend.Add("roots of u", Svg.Circle(14, 7, 5.5, "target-root"));
        var more = groups.Length > shown.Length ? $" {Words.Counted(groups.Length - shown.Length, "further kind", "further kinds")} of limits: see the JSON." : "";
        return new Figure
        {
            Title = "Roots of the trained filters",
            Panels = [.. shown.Select(group => Disc(flow, group, target))],
            Legend = legend,
            Caption =
            [
                "One disc per kind of limit, all its runs overlaid. The circle is the real line closed up by ∞, the inside is the upper half-plane, and a complex pair is one point. " +
                "Marks of different layers on top of each other are roots that the layers share, which is what repeated filters look like. Numerical." + more,
            ],
        };
    }

    private static Panel Disc(FlowDocument flow, LimitGroup group, MemberWitness? target)
    {
        var disc = new RootDisc($"Roots of the filters of limits {group.PatternText}", "Roots of each layer’s filter in the disc model of the upper half-plane, with the roots of the target as rings.");
        foreach (var root in target?.Roots ?? [])
        {
            var place = RootDisc.Place(root);
            disc.Draw(place, Svg.Circle(place.X, place.Y, 8.5, "target-root"));
        }

        foreach (var (place, layer) in group.Runs.SelectMany(run => Places(flow.Runs[run])).Distinct())
        {
            var marker = Marker.Series[Math.Min(layer, Marker.Series.Length - 1)];
            disc.Draw(place, marker.At(place.X, place.Y, Sizes[Math.Min(layer, Sizes.Length - 1)], "mark hollow s" + group.Style));
        }

        return disc.Panel.Draw(
            Svg.Text(8, 18, $"{group.Name}: {group.PatternText}", "panel-name"),
            Svg.Text(8, 35, Words.Counted(group.Runs.Length, "run"), "tick"),
            Svg.Text(352, 18, "loss " + NumberText.TypesetDigits(NumberText.Significant(group.Loss)), "tick end"));
    }

    private static IEnumerable<(Dot Place, int Layer)> Places(FlowRunRow run) =>
        run.Limit.Roots.SelectMany((roots, layer) => roots
            .Where(root => !double.IsNaN(root.Re) && !double.IsNaN(root.Im))
            .Select(root => RootDisc.Place(root.Re, root.Im))
            .Select(dot => (new Dot(Math.Round(dot.X, 1), Math.Round(dot.Y, 1)), layer)));
}

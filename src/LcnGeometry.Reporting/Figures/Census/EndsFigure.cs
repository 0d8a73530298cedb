namespace LcnGeometry.Reporting;

/// <summary>Where runs end: a bar for each end, one panel for each target pattern.</summary>
internal static class EndsFigure
{
    private const int MostPanels = 12;
    private const double Half = 7;

    internal static Figure Draw(CensusDocument census)
    {
        var targets = EndRows.Shown(census, MostPanels);
        return new Figure
        {
            Title = "Where runs end, by target",
            Panels = [.. targets.Select(target => Bars(target, EndRows.Longest(targets)))],
            AreWide = true,
            Legend = new Legend()
                .Region("at a certified global minimum", "bar global")
                .Region("at a certified spurious minimum", "bar spurious")
                .Region("neither", "bar other")
                .Add("95\u00A0% interval", Interval(3, 25, 7)),
            Caption =
            [
                "One panel for each root pattern of the target, one bar for each root pattern of the limit, in percent of the runs with that target. End patterns are numerical, kinds of minima certified, shares sampled." + EndRows.LeftOut(census, targets.Length),
            ],
        };
    }

    private static Panel Bars(CensusTargetRow target, int longest)
    {
        var rows = new EndRows(target, longest, "Where runs end with target", "Horizontal bars: the share of the runs for each root pattern of the limit, with 95\u00A0% intervals.");
        var x = Scale.Linear(0, 100, rows.Left, EndRows.Right);
        rows.Axis(x, 5, "percent of the runs");
        for (var i = 0; i < target.Ends.Length; i++)
        {
            var end = target.Ends[i];
            var y = EndRows.Middle(i);
            double from = 0;
            foreach (var (runs, kind) in ((long, string)[])[(end.GlobalMinimum, "bar global"), (end.Spurious, "bar spurious"), (end.Runs - end.GlobalMinimum - end.Spurious, "bar other")])
            {
                if (runs <= 0) continue;
                var to = from + (100 * end.Share * runs / end.Runs);
                rows.Panel.Draw(Svg.Rectangle(x.At(from), y - Half, x.At(to) - x.At(from), 2 * Half, kind));
                from = to;
            }

            rows.Panel.Draw(Interval(x.At(100 * end.Interval[0]), x.At(100 * end.Interval[1]), y));
            rows.Value(i, CensusWords.Percent(end.Share));
        }

        return rows.Panel;
    }

    private static Element Interval(double lower, double upper, double y) => Svg.Path(
        $"M{Coordinate.Text(lower)} {Coordinate.Text(y)}H{Coordinate.Text(upper)}M{Coordinate.Text(lower)} {Coordinate.Text(y - 4)}v8M{Coordinate.Text(upper)} {Coordinate.Text(y - 4)}v8", "error-bar");
}

namespace LcnGeometry.Reporting;

/// <summary>How long runs take: quantiles of the number of steps, one panel for each target pattern.</summary>
internal static class StepsFigure
{
    private const int MostPanels = 12;
    private const double Half = 6.5;

    internal static Figure Draw(CensusDocument census)
    {
        var targets = EndRows.Shown(census, MostPanels);
        var ends = targets.SelectMany(target => target.Ends).ToList();
        double least = Math.Max(1, ends.Min(end => end.Steps.Least)), largest = Math.Max(1, ends.Max(end => end.Steps.Largest));
        return new Figure
        {
            Title = "Steps to the end",
            Panels = [.. targets.Select(target => Boxes(target, EndRows.Longest(targets), least * 0.85, largest * 1.15))],
            AreWide = true,
            Legend = new Legend()
                .Add("a quarter of the runs on either side of the line, the median", Svg.Rectangle(6, 2, 16, 10, "box"), Svg.Line(12, 2, 12, 12, "median"))
                .Add("from the fastest run to 90\u00A0% of the runs", Svg.Path("M2 7H26M2 3v8M26 3v8", "error-bar"))
                .Mark("slowest run", Marker.Diamond, "mark ink"),
            Caption = ["The axes are logarithmic and the same in all panels. The number on the right is the median. Quantiles are exact: they are numbers of steps of runs." + EndRows.LeftOut(census, targets.Length)],
        };
    }

    private static Panel Boxes(CensusTargetRow target, int longest, double least, double largest)
    {
        var rows = new EndRows(target, longest, "Steps of runs with target", "Box plots: quantiles of the number of steps for each root pattern of the limit.");
        var x = Scale.Logarithmic(least, largest, rows.Left, EndRows.Right);
        rows.Axis(x, 5, "steps");
        for (var i = 0; i < target.Ends.Length; i++)
        {
            var steps = target.Ends[i].Steps;
            var y = EndRows.Middle(i);
            double lower = At(steps.LowerQuartile), upper = At(steps.UpperQuartile), far = At(steps.NinthDecile), fast = At(steps.Least);
            rows.Panel.Draw(
                Svg.Path($"M{Coordinate.Text(fast)} {Coordinate.Text(y)}H{Coordinate.Text(far)}M{Coordinate.Text(fast)} {Coordinate.Text(y - 4)}v8M{Coordinate.Text(far)} {Coordinate.Text(y - 4)}v8", "error-bar"),
                Svg.Rectangle(lower, y - Half, upper - lower, 2 * Half, "box"),
                Svg.Line(At(steps.Median), y - Half, At(steps.Median), y + Half, "median"),
                Marker.Diamond.At(At(steps.Largest), y, 3.6, "mark ink"));
            rows.Value(i, NumberText.TypesetDigits(NumberText.Count(steps.Median)));
        }

        return rows.Panel;

        double At(int steps) => x.At(Math.Max(1, steps));
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Loss and drift of the invariants along the flow runs.</summary>
internal static class LossFigure
{
    private const int MostRuns = 60;

    internal static Figure Draw(FlowDocument flow, ImmutableArray<LimitGroup> groups)
    {
        var runs = RunSelection.Of(groups, MostRuns);
        var legend = new Legend();
        foreach (var group in groups.Take(LimitGroup.Styles))
            legend.Line($"{group.Label}, {Words.Counted(group.Runs.Length, "run")}", "path s" + group.Style);
        if (groups.Length > LimitGroup.Styles) legend.Line(Words.Counted(groups.Length - LimitGroup.Styles, "more kind of limit", "more kinds of limits"), "path srest");
        var excess = new ExcessLoss(flow.Loss);
        return new Figure
        {
            Title = "Gradient flow in time",
            Panels =
            [
                Curves(flow, runs, "Loss above that of the unconstrained optimum, against time", "(a) loss above the unconstrained optimum", excess.Of, excess.Floor),
                Curves(flow, runs, "Largest relative drift of the balance invariants so far, against time", "(b) drift of the balance invariants", run => run.Trace.Drift, DriftFloor),
            ],
            Legend = legend,
            Caption =
            [
                "Both axes are logarithmic. (a) " + excess.Sentence + " (b) Exact flow keeps the difference of the squared norms of neighbouring layers; the drift measures the integrator. " +
                "All curves are numerical." + (runs.Length < flow.Runs.Length ? $" {NumberText.Count(runs.Length)} of {NumberText.Count(flow.Runs.Length)} runs are drawn." : ""),
            ],
        };
    }

    private const double DriftFloor = 1e-17;

    private static Panel Curves(FlowDocument flow, ImmutableArray<(int Run, LimitGroup Group)> runs, string title, string name,
        Func<FlowRunRow, IReadOnlyList<double>> valuesOf, double floor)
    {
        var panel = new Panel(360, 290, title, title + ", one curve per run, coloured by where the run ended.");
        var frame = new Frame(panel);
        var curves = runs.Select(item => (Points: TimeCurve.Of(flow.Runs[item.Run].Trace.Time, valuesOf(flow.Runs[item.Run]), floor), item.Group)).ToList();
        var points = curves.SelectMany(curve => curve.Points).ToList();
        if (points.Count == 0) return panel.Draw(Svg.Text(panel.Width / 2, panel.Height / 2, "nothing to draw", "name middle"));
        var x = frame.LogarithmicX(points.Min(point => point.X), points.Max(point => point.X));
        var y = frame.LogarithmicY(points.Min(point => point.Y) * 0.75, Math.Min(points.Max(point => point.Y), 1e300) * 1.5);
        return panel.Draw(frame.Axes(x, y, "flow time", name))
            .DrawAll(curves.Select(curve => Svg.Path(Thinned.Of([.. curve.Points.Select(point => new Dot(x.At(point.X), y.At(point.Y)))]), "path s" + curve.Group.Style)));
    }
}

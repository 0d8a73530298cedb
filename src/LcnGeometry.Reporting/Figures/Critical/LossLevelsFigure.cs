using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The critical values of the loss on an axis, one row for each kind, and where the flow runs ended.</summary>
internal static class LossLevelsFigure
{
    private const double RowHeight = 33, Width = 500, Names = 142, Together = 11;

    private const double RunsRoom = 16;

    private static readonly ImmutableArray<CriticalPointKind> Order =
    [
        CriticalPointKind.GlobalMinimum, CriticalPointKind.LocalMinimum, CriticalPointKind.Mixed, CriticalPointKind.Degenerate,
        CriticalPointKind.Saddle, CriticalPointKind.StrictSaddle, CriticalPointKind.NotAttained, CriticalPointKind.Zero,
    ];

    /// <summary>The figure; null when losses are beyond what can be drawn.</summary>
    internal static Figure? Draw(CriticalDocument critical, FlowDocument? flow, ImmutableArray<LimitGroup> groups)
    {
        var excess = new ExcessLoss(critical.Loss);
        var levels = critical.Points.Select((point, i) => (Index: i, point.Kind, Value: excess.Of(point.Loss.ToDouble()))).ToImmutableArray();
        if (levels.IsEmpty || levels.Any(level => !(Math.Abs(level.Value) < 1e300))) return null;
        var knowsTheBest = CriticalWords.KnowsTheBest(critical);
        var kinds = Order.Where(kind => levels.Any(level => level.Kind == kind)).ToImmutableArray();
        var ends = Ends(critical, flow, groups, excess);
        var panel = new Panel(Width, 62 + (RowHeight * kinds.Length) + (ends.IsEmpty ? 0 : RowHeight + RunsRoom), "Critical values of the loss",
            "One row for each kind of critical point; each mark stands at its loss and carries its number. The last row shows where the runs of the flow ended.");
        var frame = new Frame(panel, left: Names, right: 16, top: 8, bottom: 46);
        var axis = LossAxis.Of(levels.Select(level => level.Value).Concat(ends.Select(end => end.Value)), excess.Floor, frame.Left + 10, frame.Right);
        panel.Draw(axis.Draw(frame));
        for (var row = 0; row < kinds.Length; row++)
        {
            var y = Y(row);
            panel.Draw(Svg.Line(frame.Left, y, frame.Right, y, "grid"), Svg.Text(frame.Left - 10, y + 4, Name(levels.Count(level => level.Kind == kinds[row]), kinds[row], knowsTheBest), "tick end"));
        }

        foreach (var end in ends)
        {
            var x = axis.At(end.Value);
            var top = end.Point is { } index ? Y(kinds.IndexOf(critical.Points[index].Kind)) : Y(kinds.Length) - (RowHeight / 2);
            panel.Draw(Svg.Line(x, top, x, Y(kinds.Length), "dropline"));
        }

        if (!ends.IsEmpty) panel.Draw(Svg.Text(frame.Left - 10, Y(kinds.Length) + 4, "where flow runs end", "tick end"), Svg.Line(frame.Left, Y(kinds.Length), frame.Right, Y(kinds.Length), "grid"));
        for (var row = 0; row < kinds.Length; row++) panel.DrawAll(Row([.. levels.Where(level => level.Kind == kinds[row])], kinds[row], axis, Y(row)));
        panel.DrawAll(ends.Select(end => end.Group.Marker.At(axis.At(end.Value), Y(kinds.Length), 5, "mark s" + end.Group.Style)));
        panel.DrawAll(Counts(ends, axis, Y(kinds.Length)));
        return new Figure
        {
            Title = "Levels of the loss",
            Panels = [panel],
            Caption =
            [
                "Every real critical function at its loss, numbered as in the table. The axis shows the loss above that of the unconstrained optimum u" +
                (axis.IsLogarithmic ? ", on a logarithmic scale; 0 stands apart. " : ". ") +
                (ends.IsEmpty ? "" : "Dotted lines lead from the ends of flow runs to the critical points that they reached; runs are numerical."),
            ],
        };

        double Y(int row) => frame.Top + (RowHeight * (row + 0.75));
    }

    private static string Name(int count, CriticalPointKind kind, bool knowsTheBest) =>
        count == 1 ? CriticalWords.Of(kind, knowsTheBest) : CriticalWords.Plural(kind, knowsTheBest);

    // Marks that touch share one label.
    private static IEnumerable<Element> Row(ImmutableArray<(int Index, CriticalPointKind Kind, double Value)> levels, CriticalPointKind kind, LossAxis axis, double y)
    {
        foreach (var level in levels) yield return CriticalStyle.Marker(kind).At(axis.At(level.Value), y, 5.5, CriticalStyle.Mark(kind));
        foreach (var cluster in Clusters([.. levels.Select(level => (axis.At(level.Value), level.Index + 1))]))
        {
            var numbers = cluster.Select(item => item.Label).ToList();
            var isRange = numbers.Count > 3 || (numbers.Count > 1 && numbers[^1] - numbers[0] == numbers.Count - 1);
            var text = isRange ? $"{NumberText.Count(numbers[0])}–{NumberText.Count(numbers[^1])}" : string.Join(",", numbers.Select(NumberText.Count));
            yield return Svg.Text(cluster.Average(item => item.X), y - 9, text, "mark-label middle halo");
        }
    }

    private static IEnumerable<Element> Counts(ImmutableArray<RunsEnd> ends, LossAxis axis, double y)
    {
        foreach (var cluster in Clusters([.. ends.Select(end => (axis.At(end.Value), end.Runs))]))
            yield return Svg.Text(cluster.Average(item => item.X), y + 17, Words.Counted(cluster.Sum(item => item.Label), "run"), "tick middle halo");
    }

    private static List<List<(double X, int Label)>> Clusters(IReadOnlyList<(double X, int Label)> items)
    {
        var clusters = new List<List<(double X, int Label)>>();
        foreach (var item in items.OrderBy(item => item.X))
        {
            if (clusters.Count > 0 && item.X - clusters[^1][^1].X < Together) clusters[^1].Add(item);
            else clusters.Add([item]);
        }

        return clusters;
    }

    private static ImmutableArray<RunsEnd> Ends(CriticalDocument critical, FlowDocument? flow, ImmutableArray<LimitGroup> groups, ExcessLoss excess)
    {
        if (flow is null) return [];
        var ends = groups.Where(group => group.Status == FlowStatus.Converged)
            .SelectMany(group => group.Runs.GroupBy(run => flow.Runs[run].Limit.CriticalPoint is { } index && index < critical.Points.Length ? index : -1)
                .Select(runs => new RunsEnd(group, runs.Key < 0 ? null : runs.Key, runs.Count(), excess.Of(runs.Key < 0 ? group.Loss : critical.Points[runs.Key].Loss.ToDouble()))));
        return [.. ends.Where(end => Math.Abs(end.Value) < 1e300)];
    }

    /// <summary>Runs that ended at one place.</summary>
    private readonly record struct RunsEnd(LimitGroup Group, int? Point, int Runs, double Value);
}

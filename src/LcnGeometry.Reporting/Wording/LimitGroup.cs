using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Flow runs that ended alike: the same status, the same root pattern, nearly the same end-to-end filter.</summary>
/// <param name="Index">The place in the list: by status, then by loss.</param>
/// <param name="Status">How the runs ended.</param>
/// <param name="Pattern">The root pattern of the limits; null if roots could not be told apart.</param>
/// <param name="Loss">The loss of the first run of the group.</param>
/// <param name="Runs">The runs, by their place in the document.</param>
internal sealed record LimitGroup(int Index, FlowStatus Status, string? Pattern, double Loss, ImmutableArray<int> Runs)
{
    /// <summary>Filters count as the same when no coefficient differs by more than this share of the largest one.</summary>
    private const double SameFilter = 0.005;

    // Where everything tends to zero, the starts give the scale.
    private const double Vanishing = 0.02;

    /// <summary>How many groups have a colour and a mark of their own.</summary>
    internal const int Styles = 6;

    /// <summary>The suffix of the style classes.</summary>
    internal string Style => Index < Styles ? NumberText.Count(Index) : "rest";

    internal Marker Marker => Marker.Series[Math.Min(Index, Styles - 1)];

    /// <summary>A capital letter, or two.</summary>
    internal string Name => (Index < 26 ? "" : Letter((Index / 26) - 1)) + Letter(Index % 26);

    /// <summary>The pattern for a reader.</summary>
    internal string PatternText => Pattern ?? "roots not told apart";

    /// <summary>Name, pattern and loss, for legends.</summary>
    internal string Label => $"{Name}: {PatternText}, loss {NumberText.TypesetDigits(NumberText.Significant(Loss, 5))}";

    /// <summary>Which layers are proportional at the limits.</summary>
    internal string RepeatedFilters(FlowDocument flow) => Reporting.RepeatedFilters.OfMany([.. Runs.Select(run => flow.Runs[run].Limit.RepeatedFilters)]);

    /// <summary>Sorts the runs of a document into groups.</summary>
    internal static ImmutableArray<LimitGroup> Of(FlowDocument flow)
    {
        var ends = Largest(flow.Loss.U.Select(u => u.ToDouble()).Concat(flow.Runs.SelectMany(run => run.Limit.Function)));
        var starts = Largest(flow.Runs.SelectMany(run => run.Trace.Function.Take(1).SelectMany(filter => filter)));
        var tolerance = SameFilter * Math.Max(ends, Vanishing * starts);
        var ordered = Enumerable.Range(0, flow.Runs.Length)
            .OrderBy(i => flow.Runs[i].Status)
            .ThenBy(i => flow.Runs[i].Limit.RealPattern, StringComparer.Ordinal)
            .ThenBy(i => flow.Runs[i].Limit.Loss)
            .ToList();
        var groups = new List<List<int>>();
        foreach (var i in ordered)
        {
            var home = groups.Find(group => AreAlike(flow.Runs[group[0]], flow.Runs[i], tolerance));
            if (home is null) groups.Add([i]);
            else home.Add(i);
        }

        return [.. groups
            .OrderBy(group => flow.Runs[group[0]].Status)
            .ThenBy(group => flow.Runs[group[0]].Limit.Loss)
            .Select((group, index) => Create(flow, group, index))];
    }

    private static LimitGroup Create(FlowDocument flow, List<int> runs, int index)
    {
        var first = flow.Runs[runs[0]];
        return new LimitGroup(index, first.Status, first.Limit.RealPattern, first.Limit.Loss, [.. runs.Order()]);
    }

    private static bool AreAlike(FlowRunRow a, FlowRunRow b, double tolerance) =>
        a.Status == b.Status &&
        string.Equals(a.Limit.RealPattern, b.Limit.RealPattern, StringComparison.Ordinal) &&
        a.Limit.Function.Zip(b.Limit.Function).All(pair => AreAlike(pair.First, pair.Second, tolerance));

    private static bool AreAlike(double a, double b, double tolerance) =>
        double.IsFinite(a) && double.IsFinite(b) ? Math.Abs(a - b) <= tolerance : double.IsFinite(a) == double.IsFinite(b);

    private static double Largest(IEnumerable<double> values) => values.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    private static string Letter(int index) => ((char)('A' + (index % 26))).ToString();
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Reporting;

/// <summary>Critical points in words.</summary>
internal static class CriticalWords
{
    /// <summary>The kind for a reader; a local minimum is spurious when the global minimum is known to be another one.</summary>
    internal static string Of(CriticalPointKind kind, bool knowsTheBest) => kind switch
    {
        CriticalPointKind.GlobalMinimum => "global minimum",
        CriticalPointKind.LocalMinimum => knowsTheBest ? "spurious local minimum" : "local minimum",
        CriticalPointKind.StrictSaddle => "strict saddle",
        CriticalPointKind.Saddle => "saddle",
        CriticalPointKind.Degenerate => "degenerate",
        CriticalPointKind.Mixed => "mixed",
        CriticalPointKind.NotAttained => "not attained",
        _ => "zero function",
    };

    /// <summary>The plural of a kind.</summary>
    internal static string Plural(CriticalPointKind kind, bool knowsTheBest) => kind switch
    {
        CriticalPointKind.GlobalMinimum => "global minima",
        CriticalPointKind.LocalMinimum => knowsTheBest ? "spurious local minima" : "local minima",
        CriticalPointKind.StrictSaddle => "strict saddles",
        CriticalPointKind.Saddle => "saddles",
        CriticalPointKind.Degenerate => "degenerate",
        CriticalPointKind.Mixed => "of mixed kind",
        CriticalPointKind.NotAttained => "not attained",
        _ => "zero functions",
    };

    /// <summary>How complete the list is, up front.</summary>
    internal static string Completeness(CompletenessSection completeness, Func<NumberText, string> number)
    {
        var (expected, certified) = (number(NumberText.Of(completeness.Expected)), number(NumberText.Of(completeness.Certified)));
        var all = completeness.Certified == completeness.Expected;
        return completeness.Verdict switch
        {
            VerdictKind.Holds when completeness.Certified.IsZero => "There is no critical point with nonzero function.",
            VerdictKind.Holds when all && completeness.Expected.IsOne => "The list is complete: the one complex critical point is certified.",
            VerdictKind.Holds when all => $"The list is complete: all {expected} complex critical points are certified.",
            VerdictKind.Holds => $"The list is complete: this loss has {certified} complex critical {(completeness.Certified.IsOne ? "point" : "points")}, {(completeness.Certified.IsOne ? "and it is certified" : "all certified")}; generic data have {expected}.",
            VerdictKind.Fails => $"The list is incomplete: {certified} of {expected} complex critical points are certified.",
            _ => $"{certified} of {expected} complex critical points are certified; whether there are others is undecided.",
        };
    }

    /// <summary>The real functions, counted by kind.</summary>
    internal static string Census(CriticalDocument critical)
    {
        var nonzero = critical.Points.Where(point => point.Kind != CriticalPointKind.Zero).ToList();
        if (nonzero.Count == 0)
        {
            return critical.Completeness switch
            {
                { Certified.IsZero: true, Verdict: VerdictKind.Undecided } => "No real function is known to be critical.",
                { Certified.IsZero: true } => "The zero function is the only critical one.",
                _ => "None of them has a real function.",
            };
        }

        var knowsTheBest = KnowsTheBest(critical);
        var kinds = nonzero.CountBy(point => point.Kind).OrderBy(pair => pair.Key)
            .Select(pair => Words.Counted(pair.Value, Of(pair.Key, knowsTheBest), Plural(pair.Key, knowsTheBest)));
        return nonzero.Count == 1
            ? $"One function is real: {Listed(kinds)}."
            : $"{NumberText.Count(nonzero.Count)} functions are real: {Listed(kinds)}.";
    }

    /// <summary>What can stop training short of the best filters; null if nothing can be said.</summary>
    internal static string? Traps(CriticalDocument critical)
    {
        if (!KnowsTheBest(critical)) return null;
        var spurious = Numbers(critical, point => Has(point, CriticalPointKind.LocalMinimum));
        var open = Numbers(critical, point => Has(point, CriticalPointKind.Degenerate));
        var undecided = open.Length switch
        {
            0 => "",
            1 => $" Whether number {Listed(open)}, which is degenerate, is one is open.",
            _ => $" Whether numbers {Listed(open)}, which are degenerate, are minima is open.",
        };
        return spurious.Length switch
        {
            0 when critical.AllRealPoints != VerdictKind.Holds => "No spurious local minimum is known, but the list may lack some." + undecided,
            0 when open.Length == 0 => "There is no spurious local minimum.",
            0 => "No spurious local minimum is known." + undecided,
            1 => $"Training can get stuck: number {Listed(spurious)} is a spurious local minimum." + undecided,
            _ => $"Training can get stuck: numbers {Listed(spurious)} are spurious local minima." + undecided,
        };
    }

    /// <summary>Whether the global minimum is known: then every other local minimum is spurious.</summary>
    internal static bool KnowsTheBest(CriticalDocument critical) => critical.Points.Any(point => Has(point, CriticalPointKind.GlobalMinimum));

    /// <summary>Which layers repeat, over all critical factorizations of a point.</summary>
    internal static string Repeated(CriticalPointRow point) =>
        point.Factorizations.IsEmpty ? "" : RepeatedFilters.OfMany([.. point.Factorizations.Select(one => one.RepeatedFilters)]);

    /// <summary>Whether the critical factorizations of a point are regular or critical points of the parameterization.</summary>
    internal static string Standing(CriticalPointRow point)
    {
        var standings = point.Factorizations.Select(one => one.Regular).Distinct().ToList();
        if (standings.Count > 1) return "mixed";
        return standings is [{ } verdict] ? verdict switch { VerdictKind.Holds => "regular", VerdictKind.Fails => "critical", _ => "undecided" } : "–";
    }

    /// <summary>How many runs of the flow ended at each critical point.</summary>
    internal static ImmutableArray<int> RunsAt(CriticalDocument critical, FlowDocument? flow)
    {
        var runs = new int[critical.Points.Length];
        foreach (var run in flow?.Runs ?? [])
        {
            if (run.Limit.CriticalPoint is { } index && index >= 0 && index < runs.Length) runs[index]++;
        }

        return [.. runs];
    }

    /// <summary>What became of the paths that reached no critical point, one sentence per place.</summary>
    internal static ImmutableArray<string> Lost(CompletenessSection completeness) => [.. completeness.Lost.Select(lost => lost.Sentence)];

    /// <summary>Multiplicities as a reader writes them.</summary>
    internal static string Pattern(ImmutableArray<int> multiplicities) => string.Join(' ', multiplicities.Select(NumberText.Count));

    /// <summary>The real functions on a complex stratum.</summary>
    internal static int RealOn(CriticalDocument critical, CriticalStratumRow row) => row.ComplexPattern is { } pattern
        ? critical.Points.Count(point => point.ComplexPattern is { } own && own.SequenceEqual(pattern))
        : critical.Points.Count(point => point.Kind != CriticalPointKind.Zero);

    private static bool Has(CriticalPointRow point, CriticalPointKind kind) => point.Kind == kind || point.Factorizations.Any(one => one.Kind == kind);

    private static ImmutableArray<string> Numbers(CriticalDocument critical, Func<CriticalPointRow, bool> condition) =>
        [.. Enumerable.Range(0, critical.Points.Length).Where(i => condition(critical.Points[i])).Select(i => NumberText.Count(i + 1))];

    private static string Listed(IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : string.Join(", ", list[..^1]) + " and " + list[^1];
    }
}

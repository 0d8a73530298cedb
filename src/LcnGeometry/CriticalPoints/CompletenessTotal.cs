using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Adds up critical functions on strata to critical parameters.</summary>
internal static class CompletenessTotal
{
    /// <summary>The completeness of the list of critical parameters modulo layer scalings with a nonzero function.</summary>
    public static Completeness Of(Architecture net, ImmutableArray<StratumSolutions> rows, CancellationToken token)
    {
        var expected = CriticalPointCount.OnParameters(net.Filters, token);
        Integer certified = 0, found = 0, shared = 0;
        var lost = new List<LostSolutions>();
        foreach (var row in rows)
        {
            shared += row.Stratum.Factorizations * row.Stratum.GenericCount;
            certified += row.Stratum.Factorizations * row.Completeness.Certified;
            found += row.Stratum.Factorizations * row.Completeness.Found;
            foreach (var one in row.Completeness.Lost) lost.Add(one with { Count = row.Stratum.Factorizations * one.Count });
        }

        if (shared != expected) throw new InvariantViolationException($"the strata share out the {expected} critical parameters", net.ToString());
        return new Completeness(expected, found, certified, Merge(lost), Verdict(rows, certified, expected, lost), Source(rows));
    }

    private static Verdict Verdict(ImmutableArray<StratumSolutions> rows, Integer certified, Integer expected, List<LostSolutions> lost)
    {
        if (rows.Any(r => r.Completeness.Verdict.Kind != VerdictKind.Holds))
        {
            // An exact count may say that there are more solutions than were certified: these are not lost, only not listed.
            var missing = lost.Aggregate(expected - certified, (rest, l) => rest - l.Count);
            ImmutableArray<string> open = missing > 0 ? [$"{missing} {(missing.IsOne ? "is" : "are")} not certified"] : [];
            return LcnGeometry.Verdict.Undecided($"{certified} of {expected}: {string.Join("; ", Merge(lost).Select(l => l.Sentence).Concat(open))}");
        }

        // A solution that has run into a deeper stratum may be critical with a root twice in one layer: no row counts that. The target is an exception: it is listed.
        var deeper = rows.Where(r => !r.Stratum.IsUnconstrained).SelectMany(r => r.Completeness.Lost).Where(l => l.Place == LostPlace.DeeperStratum).ToArray();
        return deeper.Length == 0
            ? LcnGeometry.Verdict.Holds
            : LcnGeometry.Verdict.Undecided($"{certified} of {expected}: every stratum is complete, but {deeper[0].Sentence}, which may be critical in a way that no stratum counts");
    }

    private static string Source(ImmutableArray<StratumSolutions> rows) => string.Join("; ", rows.Select(r => r.Completeness.Source).Distinct());

    /// <summary>One entry for each place and reason.</summary>
    private static ImmutableArray<LostSolutions> Merge(List<LostSolutions> lost) =>
    [
        .. lost.GroupBy(l => (l.Place, l.Reason)).OrderBy(g => g.Key.Place).ThenBy(g => g.Key.Reason, StringComparer.Ordinal)
            .Select(g => new LostSolutions(g.Key.Place, g.Aggregate(Integer.Zero, (sum, l) => sum + l.Count)) { Reason = g.Key.Reason }),
    ];
}

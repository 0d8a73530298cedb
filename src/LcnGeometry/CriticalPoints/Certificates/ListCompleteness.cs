using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Whether the verified solutions of all strata are all that there are.</summary>
/// <param name="Verdict">Holds if they are; fails if an exact count found more; undecided otherwise.</param>
/// <param name="Source">What the verdict rests on.</param>
internal sealed record ListCompleteness(Verdict Verdict, string Source)
{
    private const string ClosedForm = "closed formula for generic data, which isolated solutions never exceed";

    /// <summary>Compares with the generic count and, where that is not reached and completeness is claimed, with counts for these very data.</summary>
    internal static ListCompleteness Of(Certificate certificate, ImmutableArray<StratumOutcome> strata, CancellationToken token)
    {
        var rows = strata.ToDictionary(outcome => PatternText.Of(outcome.Row.Patterns), outcome => outcome.Row);
        var (expected, certified, sources) = (Integer.Zero, Integer.Zero, new List<string> { ClosedForm });
        var (isOpen, fails) = (false, false);
        var loss = new Lazy<QuadraticLoss>(() => QuadraticLoss.FromTarget(certificate.Target, Metric.FromMatrix(certificate.Q)));
        foreach (var stratum in CriticalStratum.All(certificate.Architecture, token))
        {
            var row = rows.GetValueOrDefault(PatternText.Of(stratum.Patterns));
            var distinct = row?.Distinct ?? 0;
            expected += stratum.Factorizations * stratum.GenericCount;
            certified += stratum.Factorizations * distinct;
            if (distinct == stratum.GenericCount) continue;

            // Where a listed solution could not be verified, a count says nothing about the list.
            var isClaimed = certificate.Completeness.Verdict == VerdictKind.Holds && distinct == (row?.Claimed ?? 0);
            var (kind, source) = isClaimed ? Special(stratum, distinct, loss, token) : (VerdictKind.Undecided, null);
            isOpen |= kind == VerdictKind.Undecided;
            fails |= kind == VerdictKind.Fails;
            if (source is not null && !sources.Contains(source)) sources.Add(source);
        }

        var text = string.Join("; ", sources);
        if (fails) return new ListCompleteness(Verdict.Fails, text);
        return new ListCompleteness(isOpen ? Verdict.Undecided($"{certified} of {expected} critical parameters were verified.") : Verdict.Holds, text);
    }

    /// <summary>Whether a stratum has just as many solutions for these data, which are not generic.</summary>
    private static (VerdictKind Kind, string? Source) Special(CriticalStratum stratum, int distinct, Lazy<QuadraticLoss> loss, CancellationToken token)
    {
        if (CriticalPointCount.ForMetric(stratum, loss.Value.Q) is { } closed && closed.Count == distinct) return (VerdictKind.Holds, closed.Source);
        if (!ExactStratumCount.Covers(stratum)) return (VerdictKind.Undecided, null);
        var exact = ExactStratumCount.Of(stratum, loss.Value, token);
        if (exact.Complete.Kind != VerdictKind.Holds || exact.Distinct < distinct) return (VerdictKind.Undecided, null);
        return (exact.Distinct == distinct ? VerdictKind.Holds : VerdictKind.Fails, $"exact count for these data ({exact.Source})");
    }
}

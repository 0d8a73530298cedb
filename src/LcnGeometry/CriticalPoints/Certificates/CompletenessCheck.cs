using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Adds up what was verified and compares it with the totals that a certificate claims.</summary>
internal static class CompletenessCheck
{
    /// <summary>The report when the loss itself is refused.</summary>
    internal static RecheckReport Refuse(Certificate certificate, RecheckProblem problem, CancellationToken token) => new()
    {
        Verdict = Of(problem),
        Problem = problem,
        Strata = [],
        Expected = Total(certificate, token),
        Certified = 0,
        Completeness = Verdict.Undecided("The loss was refused."),
        CompletenessSource = "nothing",
        Points = 0,
        Bits = 0,
    };

    /// <summary>The report on the verified strata and points.</summary>
    internal static RecheckReport Conclude(Certificate certificate, ImmutableArray<StratumOutcome> strata, (int Verified, RecheckProblem? Problem) points, CancellationToken token)
    {
        var expected = Total(certificate, token);
        Integer certified = 0;
        foreach (var outcome in strata) certified += outcome.Row.Factorizations * outcome.Row.Distinct;
        var list = ListCompleteness.Of(certificate, strata, token);
        RecheckProblem?[] candidates = [.. strata.Select(outcome => outcome.Row.Problem), Problem(certificate, expected, list), points.Problem];
        var problem = StratumCheck.FirstOf(candidates.OfType<RecheckProblem>());
        return new RecheckReport
        {
            Verdict = problem is null ? Verdict.Holds : Of(problem),
            Problem = problem,
            Strata = [.. strata.Select(outcome => outcome.Row)],
            Expected = expected,
            Certified = certified,
            Completeness = list.Verdict,
            CompletenessSource = list.Source,
            Points = points.Verified,
            Bits = strata.Select(outcome => outcome.Bits).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>The generic count, as a closed formula and as the sum over the strata.</summary>
    private static Integer Total(Certificate certificate, CancellationToken token)
    {
        var total = CriticalPointCount.OnParameters(certificate.Architecture.Filters, token);
        Integer sum = 0;
        foreach (var stratum in CriticalStratum.All(certificate.Architecture, token)) sum += stratum.Factorizations * stratum.GenericCount;
        return sum == total ? total : throw new InvariantViolationException("the counts of the strata add up to the generic count", certificate.Architecture.ToString());
    }

    private static RecheckProblem? Problem(Certificate certificate, Integer expected, ListCompleteness list)
    {
        var claim = certificate.Completeness;
        if (claim.Expected != expected) return Wrong("expected", $"{certificate.Architecture} has {expected} critical parameters for generic data, not {claim.Expected}");
        Integer listed = 0;
        for (var s = 0; s < certificate.Strata.Length; s++) listed += certificate.Shapes[s].Factorizations * certificate.Strata[s].Solutions.Length;
        if (claim.Certified != listed) return Wrong("certified", $"the listed solutions amount to {listed} critical parameters, not {claim.Certified}");
        if (claim.Verdict != VerdictKind.Holds)
        {
            return listed == expected ? Wrong("verdict", $"all {expected} critical parameters are listed, and yet the list is not claimed to be complete") : null;
        }

        return list.Verdict.Kind switch
        {
            VerdictKind.Holds => null,
            VerdictKind.Fails => Wrong("verdict", $"a list of {listed} out of {expected} is claimed to be complete, and an exact count for these data finds more"),
            _ => new RecheckProblem(
                CertificateClaim.Completeness, "completeness.verdict", VerdictKind.Undecided, $"completeness.verdict: a list of {listed} out of {expected} is claimed to be complete, which could not be verified."),
        };
    }

    private static RecheckProblem Wrong(string field, string explanation) =>
        new(CertificateClaim.Completeness, $"completeness.{field}", VerdictKind.Fails, $"completeness.{field}: {explanation}.");

    private static Verdict Of(RecheckProblem problem) => problem.Verdict == VerdictKind.Fails ? Verdict.Fails : Verdict.Undecided(problem.Explanation);
}

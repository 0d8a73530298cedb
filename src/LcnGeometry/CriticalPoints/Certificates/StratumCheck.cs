using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What was verified of one stratum.</summary>
/// <param name="Row">The counts.</param>
/// <param name="Solutions">The solutions in the order of the certificate; null where the box was not verified.</param>
/// <param name="Minimizer">The exact minimizer, if that is the solution.</param>
/// <param name="Bits">The most binary digits after the point that a box took.</param>
internal sealed record StratumOutcome(StratumRecheck Row, ImmutableArray<BoxEnclosure?> Solutions, ImmutableArray<Rational>? Minimizer, int Bits);

/// <summary>Tells how many boxes are done, from any thread.</summary>
internal sealed class BoxMeter(int total, IProgress<double>? progress)
{
    private int _done;

    internal void Count() => progress?.Report((double)Interlocked.Increment(ref _done) / total);
}

/// <summary>Verifies all claims about one stratum.</summary>
internal sealed class StratumCheck(Certificate certificate, int index)
{
    private readonly CertificateStratum _claims = certificate.Strata[index];
    private readonly CriticalStratum _stratum = certificate.Shapes[index];

    private string Path => $"strata[{index}]";

    internal StratumOutcome Run(BoxMeter meter, CancellationToken token)
    {
        var problems = new List<RecheckProblem>();
        if (CountProblem() is { } wrong) problems.Add(wrong);
        if (_claims.Solutions is [{ IsExact: true }]) return Exact(problems);

        var results = ParallelEnumerable.Range(0, _claims.Solutions.Length).AsOrdered().WithCancellation(token).Select(i =>
        {
            var result = new BoxCheck(certificate, index, i).Run(token);
            meter.Count();
            return result;
        }).ToArray();
        problems.AddRange(results.Where(result => result.Problem is not null).Select(result => result.Problem!));

        // Only solutions without any other problem are counted, so only they need to differ.
        int[] sound = [.. Enumerable.Range(0, results.Length).Where(i => results[i].Problem is null)];
        var comparison = DistinctSolutions.Compare([.. sound.Select(i => results[i].Enclosure!)], token);
        var distinct = sound.Where((_, k) => comparison[k] is null).ToArray();
        for (var k = 0; k < sound.Length; k++)
        {
            if (comparison[k] is { } other) problems.Add(DistinctProblem(sound[k], sound[other.Earlier], other.IsSame));
        }

        var first = FirstOf(problems);
        var row = new StratumRecheck
        {
            Patterns = _claims.Patterns,
            Expected = _stratum.GenericCount,
            Factorizations = _stratum.Factorizations,
            Claimed = results.Length,
            Verified = results.Count(result => result.Enclosure is not null),
            OpenStratum = results.Count(result => result.Enclosure is not null && result.Problem is null or { Claim: CertificateClaim.Reality }),
            Distinct = distinct.Length,
            Real = distinct.Count(i => _claims.Solutions[i].Real),
            Verdict = first?.Verdict ?? VerdictKind.Holds,
            Problem = first,
        };
        return new StratumOutcome(row, [.. results.Select(result => result.Enclosure)], null, results.Select(result => result.Bits).DefaultIfEmpty().Max());
    }

    /// <summary>The first problem that refutes; if there is none, the first one.</summary>
    internal static RecheckProblem? FirstOf(IEnumerable<RecheckProblem> problems)
    {
        RecheckProblem? first = null;
        foreach (var problem in problems)
        {
            if (problem.Verdict == VerdictKind.Fails) return problem;
            first ??= problem;
        }

        return first;
    }

    private StratumOutcome Exact(List<RecheckProblem> problems)
    {
        var minimizer = ExactMinimizer.Of(certificate, _stratum);
        var isOpen = ExactMinimizer.HasSimpleRoots(minimizer, _stratum);
        if (!isOpen)
        {
            problems.Add(new RecheckProblem(
                CertificateClaim.OpenStratum, $"{Path}.solutions[0]", VerdictKind.Fails, $"{Path}.solutions[0]: the minimizer is zero or has a multiple root, so it does not lie on the stratum {Name}."));
        }

        var first = FirstOf(problems);
        var count = isOpen ? 1 : 0;
        var row = new StratumRecheck
        {
            Patterns = _claims.Patterns,
            Expected = _stratum.GenericCount,
            Factorizations = _stratum.Factorizations,
            Claimed = 1,
            Verified = 1,
            OpenStratum = count,
            Distinct = count,
            Real = count,
            Verdict = first?.Verdict ?? VerdictKind.Holds,
            Problem = first,
        };
        return new StratumOutcome(row, [null], minimizer, 0);
    }

    private string Name => PatternText.Of(_claims.Patterns);

    private RecheckProblem? CountProblem()
    {
        if (_claims.Expected != _stratum.GenericCount)
        {
            return Wrong("expected", $"the stratum {Name} has {_stratum.GenericCount} critical functions for generic data, not {_claims.Expected}");
        }

        if (_claims.Factorizations != _stratum.Factorizations)
        {
            return Wrong("factorizations", $"a function of the stratum {Name} has {_stratum.Factorizations} factorizations into squarefree layers, not {_claims.Factorizations}");
        }

        return _claims.Solutions.Length > _stratum.GenericCount
            ? Wrong("solutions", $"the stratum {Name} has at most {_stratum.GenericCount} isolated critical functions, and {_claims.Solutions.Length} are listed")
            : null;
    }

    private RecheckProblem Wrong(string field, string explanation) =>
        new(CertificateClaim.GenericCount, $"{Path}.{field}", VerdictKind.Fails, $"{Path}.{field}: {explanation}.");

    private RecheckProblem DistinctProblem(int solution, int earlier, bool isSame)
    {
        var path = $"{Path}.solutions[{solution}]";
        return isSame
            ? new RecheckProblem(CertificateClaim.Distinct, path, VerdictKind.Fails, $"{path} of the stratum {Name}: it is the same solution as solutions[{earlier}].")
            : new RecheckProblem(CertificateClaim.Distinct, path, VerdictKind.Undecided, $"{path} of the stratum {Name}: it could not be told apart from solutions[{earlier}].");
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Solves the critical equations of the strata of one network for one loss.</summary>
internal sealed class StratumSolver(QuadraticLoss loss, ImmutableArray<Rational> linear, CriticalSystemSolver solver, CancellationToken token)
{
    private const string ClosedForm = "closed formula for generic data, which isolated solutions never exceed";

    /// <summary>The largest generic count for which an exact elimination is worth its time.</summary>
    private const int LargestExact = 60;

    /// <summary>The solutions on a stratum that is not the unconstrained one; none, and undecided, when the start solutions cannot be found.</summary>
    public StratumSolutions SolveOrExplain(CriticalStratum stratum)
    {
        try
        {
            return Solve(stratum);
        }
        catch (IncompleteStartException failure)
        {
            var none = new SolutionSet(failure.Map, failure.Expected, [], []);
            return Row(stratum, none, [new LostSolutions(LostPlace.Singular, stratum.GenericCount)], Undecided(stratum, 0, failure.Message), ClosedForm);
        }
    }

    /// <summary>The solutions on a stratum that is not the unconstrained one.</summary>
    /// <exception cref="IncompleteStartException">The start solutions could not all be found.</exception>
    public StratumSolutions Solve(CriticalStratum stratum)
    {
        if (solver.RemembersForms && Special(stratum) is { } special) return special;
        var found = solver.Solve(MapOf(stratum), loss.Q, linear, (int)stratum.GenericCount, token);
        Integer count = found.Boxes.Length;
        if (found.IsComplete) return new StratumSolutions(stratum, new Completeness(count, count, count, [], Verdict.Holds, ClosedForm), found.Boxes, null);
        var lost = found.Lost.Select(l => new LostSolutions(PlaceOf(l.Where), l.Count) { Reason = Reason(l.Where) }).ToImmutableArray();
        if (CriticalPointCount.ForMetric(stratum, loss.Q) is { } forMetric && forMetric.Count == count)
        {
            return Row(stratum, found, [Gone(stratum, count)], Verdict.Holds, forMetric.Source);
        }

        return CompareExactly(stratum, found, lost);
    }

    /// <summary>The solutions for a metric with fewer than generic ones, along paths that keep the metric; null if it has no closed count, or they are not all found.</summary>
    private StratumSolutions? Special(CriticalStratum stratum)
    {
        if (CriticalPointCount.ForMetric(stratum, loss.Q) is not { } forMetric || forMetric.Count >= stratum.GenericCount || forMetric.Count < 1) return null;
        var found = solver.SolveSpecial(MapOf(stratum), loss.Q, linear, (int)stratum.GenericCount, (int)forMetric.Count, token);
        return found is null ? null : Row(stratum, found, [Gone(stratum, forMetric.Count)], Verdict.Holds, forMetric.Source);
    }

    /// <summary>As the metric becomes special, isotropic functions grow without bound: none of the others is left.</summary>
    private LostSolutions Gone(CriticalStratum stratum, Integer found) =>
        new(LostPlace.Infinity, stratum.GenericCount - found) { Reason = Reason(PathLoss.Infinity) ?? "because the metric is not generic" };

    /// <summary>The same solution, enclosed as tightly as doubles allow.</summary>
    public SolutionBox Refine(SolutionBox box) => SolutionRefinement.Refine(box, loss.Q, linear, token);

    /// <summary>The map of which the functions of a stratum are the image.</summary>
    public static ProductMap MapOf(CriticalStratum stratum) => new(
    [
        .. stratum.Blocks.Select((block, b) => new ProductBlock(
            (int)block.Step, [.. stratum.Factors.Where(f => f.Block == b).Select(f => new ProductFactor(f.Degree, f.Multiplicity))])),
    ]);

    /// <summary>Whether an exact count for these very data confirms that no solution is missing.</summary>
    private StratumSolutions CompareExactly(CriticalStratum stratum, SolutionSet found, ImmutableArray<LostSolutions> lost)
    {
        var certified = found.Boxes.Length;
        var why = string.Join("; ", lost.Select(l => l.Sentence));
        if (!ExactStratumCount.Covers(stratum) || stratum.GenericCount > LargestExact) return Row(stratum, found, lost, Undecided(stratum, certified, why), ClosedForm);
        var exact = ExactStratumCount.Of(stratum, loss, token);
        if (exact.Complete.Kind != VerdictKind.Holds) return Row(stratum, found, lost, Undecided(stratum, certified, $"{why}; {exact.Complete.Reason}"), ClosedForm);
        lost = [.. exact.Lost.Select(l => l with { Reason = l.Place == LostPlace.Infinity ? Reason(PathLoss.Infinity) : null })];
        var verdict = exact.Distinct == certified ? Verdict.Holds
            : exact.Simple == certified ? Undecided(stratum, certified, $"{exact.Distinct - certified} of the {exact.Distinct} solutions that these data have are multiple, which no box can certify")
            : Undecided(stratum, certified, $"these data have {exact.Distinct}");
        return Row(stratum, found, lost, verdict, $"exact count for these data ({exact.Source})");
    }

    private static StratumSolutions Row(CriticalStratum stratum, SolutionSet found, ImmutableArray<LostSolutions> lost, Verdict verdict, string source) =>
        new(stratum, new Completeness(stratum.GenericCount, found.Boxes.Length, found.Boxes.Length, lost, verdict, source), found.Boxes, null);

    private static Verdict Undecided(CriticalStratum stratum, int certified, string why) =>
        Verdict.Undecided($"{certified} of {stratum.GenericCount} on {stratum}: {why}");

    private string? Reason(PathLoss place) => place switch
    {
        PathLoss.Infinity when loss.Q == Metric.Bombieri(loss.Size).Matrix => "because the Bombieri metric is not generic",
        PathLoss.Infinity when loss.Q == Metric.Identity(loss.Size).Matrix => "because the identity metric is not generic here",
        PathLoss.DeeperStratum or PathLoss.Zero => "as far as 32 digits tell",
        _ => null,
    };

    private static LostPlace PlaceOf(PathLoss place) => place switch
    {
        PathLoss.Infinity => LostPlace.Infinity,
        PathLoss.Zero => LostPlace.ZeroFunction,
        PathLoss.DeeperStratum => LostPlace.DeeperStratum,
        _ => LostPlace.Singular,
    };
}

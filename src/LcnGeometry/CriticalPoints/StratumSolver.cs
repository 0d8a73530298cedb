using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Solves the critical equations of the strata of one network for one loss.</summary>
internal sealed class StratumSolver(QuadraticLoss loss, ImmutableArray<Rational> linear, CriticalSystemSolver solver, CancellationToken token)
{
    private const string ClosedForm = "closed formula for generic data, which isolated solutions never exceed";

    /// <summary>The solutions on a stratum that is not the unconstrained one.</summary>
    public StratumSolutions Solve(CriticalStratum stratum)
    {
        var map = MapOf(stratum);
        var found = solver.Solve(map, loss.Q, linear, (int)stratum.GenericCount, token);
        Integer count = found.Boxes.Length;
        var lost = found.Lost.Select(l => new LostSolutions(PlaceOf(l.Where), l.Count) { Reason = Reason(l.Where) }).ToImmutableArray();
        if (found.IsComplete) return new StratumSolutions(stratum, new Completeness(count, count, count, [], Verdict.Holds, ClosedForm), found.Boxes, null);
        var (verdict, source) = CompareExactly(stratum, found.Boxes.Length, lost);
        return new StratumSolutions(stratum, new Completeness(stratum.GenericCount, count, count, lost, verdict, source), found.Boxes, null);
    }

    /// <summary>The map of which the functions of a stratum are the image.</summary>
    public static ProductMap MapOf(CriticalStratum stratum) => new(
    [
        .. stratum.Blocks.Select((block, b) => new ProductBlock(
            (int)block.Step, [.. stratum.Factors.Where(f => f.Block == b).Select(f => new ProductFactor(f.Degree, f.Multiplicity))])),
    ]);

    /// <summary>Whether an exact count for these very data confirms that no solution is missing.</summary>
    private (Verdict Verdict, string Source) CompareExactly(CriticalStratum stratum, int certified, ImmutableArray<LostSolutions> lost)
    {
        var why = string.Join("; ", lost.Select(l => l.Sentence));
        if (CriticalPointCount.ForMetric(stratum, loss.Q) is { } closed && closed.Count == certified) return (Verdict.Holds, closed.Source);
        if (!ExactStratumCount.Covers(stratum)) return (Undecided(stratum, certified, why), ClosedForm);
        var exact = ExactStratumCount.Of(stratum, loss, token);
        if (exact.Complete.Kind != VerdictKind.Holds) return (Undecided(stratum, certified, $"{why}; {exact.Complete.Reason}"), ClosedForm);
        var source = $"exact count for these data ({exact.Source})";
        if (exact.Distinct == certified) return (Verdict.Holds, source);
        return exact.Distinct > exact.Simple && exact.Simple == certified
            ? (Undecided(stratum, certified, $"{exact.Distinct - exact.Simple} of {exact.Distinct} solutions are multiple and have no certificate"), source)
            : (Undecided(stratum, certified, $"these data have {exact.Distinct}"), source);
    }

    private static Verdict Undecided(CriticalStratum stratum, int certified, string why) =>
        Verdict.Undecided($"{certified} of {stratum.GenericCount} on {stratum}: {why}");

    private string? Reason(PathLoss place) => place switch
    {
        PathLoss.Infinity when loss.Q == Metric.Bombieri(loss.Size).Matrix => "because the Bombieri metric is not generic",
        PathLoss.Infinity when loss.Q == Metric.Identity(loss.Size).Matrix => "because the identity metric is not generic here",
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

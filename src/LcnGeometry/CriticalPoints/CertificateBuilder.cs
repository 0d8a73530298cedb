using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Turns found critical points into claims that can be verified.</summary>
internal static class CertificateBuilder
{
    internal static Certificate Build(CriticalPointSet set)
    {
        var loss = set.Loss;
        return new Certificate(
            set.Architecture,
            loss.Q,
            loss.Target,
            loss.Constant,
            [.. set.Strata.Select(Stratum)],
            new CertificateCompleteness(set.Completeness.Expected, set.Completeness.Certified, Claim(set)),
            [.. set.Where(p => p.Stratum is not null).Select(Point)]);
    }

    // A shortfall is never claimed to be proved: a certificate shows what is there. That a zero target leaves nothing is no count.
    private static VerdictKind Claim(CriticalPointSet set) =>
        set.Completeness.Verdict.Kind == VerdictKind.Holds && !set.Any(p => p.Zero is { IsGlobalMinimum: true }) ? VerdictKind.Holds : VerdictKind.Undecided;

    private static CertificateStratum Stratum(StratumSolutions row) => new(
        row.Stratum.Patterns,
        row.Stratum.GenericCount,
        row.Stratum.Factorizations,
        row.Minimizer is null ? [.. row.Boxes.Select(Solution)] : [CertificateSolution.Exact]);

    private static CertificateSolution Solution(SolutionBox box) => new(
        box.IsReal,
        box.Charts,
        [.. box.Coordinates.Select(c => (c.Re, c.Im))],
        [.. box.Coordinates.Select(c => c.Radius)]);

    private static CertificatePoint Point(CriticalPoint point) => new(
        point.Stratum!.Value,
        point.Box ?? 0,
        [.. point.Function.Select(Widen)],
        Widen(point.Loss));

    /// <summary>A little wider than what is known, so that coarser arithmetic can verify it.</summary>
    private static RationalInterval Widen(Interval interval)
    {
        Rational lower = Rational.RationalizeExactly(interval.Lower), upper = Rational.RationalizeExactly(interval.Upper);
        var margin = (upper - lower) + (Rational.PowerOfTwo(-50) * (Rational.Abs(lower) + Rational.Abs(upper))) + Rational.PowerOfTwo(-1000);
        return new RationalInterval(lower - margin, upper + margin);
    }
}

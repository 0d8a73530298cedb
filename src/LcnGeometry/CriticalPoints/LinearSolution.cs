using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The stratum of simple roots in one block: its equations are linear, and their only solution is the projection of the target.</summary>
internal static class LinearSolution
{
    public static ExactCount Count(CriticalStratum stratum, StratumEquations equations, CancellationToken token)
    {
        var system = equations.LinearPart<Integer>([]);
        var solution = Cramer.Solve(system, token);
        var denominator = new Rational(solution.Denominator, Integer.One);
        LostPlace? lost = solution.Numerator.All(x => x.IsZero) ? LostPlace.ZeroFunction
            : solution.Numerator.Length > 2 && Resultants.Discriminant(new Polynomial<Integer>(solution.Numerator.AsSpan()), solution.Numerator.Length - 1, token).IsZero
                ? LostPlace.DeeperStratum
                : null;
        var filter = equations.Filter<Rational>([], [.. solution.Numerator.Select(x => x * equations.Scale / denominator)]);
        ImmutableArray<RationalInterval> exact = [.. filter.CoefficientsPadded(equations.Size).Select(c => new RationalInterval(c))];
        return new ExactCount
        {
            Complete = Verdict.Holds,
            Distinct = lost is null ? 1 : 0,
            Simple = lost is null ? 1 : 0,
            Expected = stratum.GenericCount,
            Lost = lost is { } place ? [new LostSolutions(place, Integer.One)] : [],
            Real = lost is null ? [new ExactSolution(1, (_, _) => exact)] : [],
            Eliminant = Polynomial<Integer>.One,
            Source = "linear equations",
        };
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Strata with one unknown linear form left: everything is a polynomial in its parameter.</summary>
/// <remarks>
/// The form has the coefficients p and c p + 1, index = exponent of x. The number c is chosen so that no solution is at p = infinity.
/// </remarks>
internal sealed class RootElimination
{
    private readonly CriticalStratum _stratum;
    private readonly StratumEquations _equations;
    private readonly ImmutableArray<Polynomial<Polynomial<Integer>>> _others;
    private readonly Matrix<Polynomial<Integer>> _linear;
    private readonly Polynomial<Integer> _condition;
    private readonly Cramer<Polynomial<Integer>> _solution;

    private RootElimination(CriticalStratum stratum, StratumEquations equations, int slope, CancellationToken token)
    {
        _stratum = stratum;
        _equations = equations;
        _others = [new Polynomial<Polynomial<Integer>>(Polynomial<Integer>.X, new Polynomial<Integer>(1, slope))];
        _linear = equations.LinearPart(_others);
        if (_linear.Rows == _linear.Columns)
        {
            // A direction in general position: powers of a number that has nothing to do with the data.
            ImmutableArray<Integer> direction = [.. Enumerable.Range(0, _linear.Rows).Select(i => Integer.Pow(1_000_003, i) + (17 * i) + slope)];
            (_condition, _solution) = Cramer.SolveOverdetermined(_linear, direction, token);
        }
        else
        {
            // The two equations of the other block are p and -(c p + 1) times the same polynomial.
            _solution = Cramer.Solve(_linear, token);
            var residuals = equations.Residuals(equations.OtherBlocks.Single(), _others, _solution.Numerator, _solution.Denominator);
            _condition = Polynomial<Integer>.DivideExactly(residuals[1], Polynomial<Integer>.X);
        }
    }

    public static ExactCount Count(CriticalStratum stratum, StratumEquations equations, CancellationToken token)
    {
        for (var slope = 0; stratum.GenericCount >= slope; slope++)
        {
            var elimination = new RootElimination(stratum, equations, slope, token);
            if (elimination._condition.IsZero) return ExactCount.Undecided(stratum, "There are infinitely many solutions: the eliminant vanishes identically.");
            if (stratum.GenericCount == elimination._condition.Degree) return elimination.Count(token);
        }

        throw new InvariantViolationException("the eliminant of a stratum has the degree of the generic count", stratum.ToString());
    }

    private ExactCount Count(CancellationToken token)
    {
        var lost = new Dictionary<LostPlace, Integer>();
        var real = ImmutableArray.CreateBuilder<ExactSolution>();
        int distinct = 0, simple = 0;
        var undecided = 0;
        var degeneracy = Degeneracy(token);
        foreach (var (factor, multiplicity) in SquarefreeDecomposition.Of(_condition, token).Select(f => (f.Factor, f.Multiplicity)))
        {
            var (infinite, finite) = Divide(factor, [_solution.Denominator], token);
            var (degenerate, _) = Divide(infinite, _solution.Numerator, token);
            if (!degenerate.IsConstant) undecided += ResidueElimination.SolvablePart(_linear.Map(Rationally), Rationally(degenerate), token).Degree;
            var (zero, nonzero) = Divide(finite, _solution.Numerator, token);
            var (deeper, open) = Divide(nonzero, [degeneracy], token);
            Lose(LostPlace.Infinity, infinite.Degree * multiplicity);
            Lose(LostPlace.ZeroFunction, zero.Degree * multiplicity);
            Lose(LostPlace.DeeperStratum, deeper.Degree * multiplicity);
            Lose(LostPlace.Multiple, open.Degree * (multiplicity - 1));
            distinct += open.Degree;
            if (multiplicity == 1) simple += open.Degree;
            if (!open.IsConstant) real.AddRange(RealRoots.Isolate(Rationally(open), token).Select(root => new ExactSolution(multiplicity, Enclosure(root.Value))));
        }

        if (undecided > 0)
        {
            return ExactCount.Undecided(_stratum, $"At {undecided} values of the eliminated root the equations have a line of solutions: these are not isolated.");
        }

        return new ExactCount
        {
            Complete = Verdict.Holds,
            Distinct = distinct,
            Simple = simple,
            Expected = _stratum.GenericCount,
            Lost = [.. lost.OrderBy(entry => entry.Key).Select(entry => new LostSolutions(entry.Key, entry.Value))],
            Real = real.ToImmutable(),
            Eliminant = PolynomialContent.PrimitivePart(_condition),
            Source = "eliminant",
        };

        void Lose(LostPlace place, int count)
        {
            if (count > 0) lost[place] = lost.GetValueOrDefault(place, Integer.Zero) + count;
        }
    }

    /// <summary>Vanishes where the factor f has a repeated root, or a root in common with the other factor of its block.</summary>
    private Polynomial<Integer> Degeneracy(CancellationToken token)
    {
        var degree = _equations.LinearDegree;
        if (degree == 0) return Polynomial<Integer>.One;
        var size = _solution.Numerator.Max(coefficient => coefficient.Degree);
        int[] neighbors = [.. _equations.Neighbors];
        return Interpolation.Of((((2 * degree) - 2) * size) + (neighbors.Length * (size + degree)), ValueAt, token);

        Integer ValueAt(Integer p)
        {
            var f = new Polynomial<Integer>([.. _solution.Numerator.Select(coefficient => coefficient.Evaluate(p))]);
            return neighbors.Aggregate(
                Resultants.Discriminant(f, degree, token),
                (known, i) => known * Resultants.Resultant(f, degree, _others[i].Map(coefficient => coefficient.Evaluate(p)), 1, token));
        }
    }

    /// <summary>The factor of a squarefree polynomial at which all the values vanish, and the other one.</summary>
    private static (Polynomial<Integer> Vanishing, Polynomial<Integer> Other) Divide(
        Polynomial<Integer> factor, IEnumerable<Polynomial<Integer>> values, CancellationToken token)
    {
        var vanishing = factor;
        foreach (var value in values)
        {
            if (vanishing.IsConstant) break;
            vanishing = PolynomialGcd.Gcd(vanishing, value, token);
        }

        if (vanishing.IsConstant) return (Polynomial<Integer>.One, factor);
        return (vanishing, PolynomialContent.PrimitivePart(Polynomial<Integer>.DivideExactly(factor, vanishing)));
    }

    private Func<Rational, CancellationToken, ImmutableArray<RationalInterval>> Enclosure(RealAlgebraicNumber root)
    {
        var filter = _equations.Filter(_others, _solution.Numerator);
        ImmutableArray<Polynomial<RationalInterval>> numerators =
            [.. filter.CoefficientsPadded(_equations.Size).Select(c => c.Map(x => new RationalInterval(x * _equations.Scale)))];
        var denominator = _solution.Denominator.Map(x => new RationalInterval(x));
        return (width, token) =>
        {
            for (var bits = 20; ; bits *= 2)
            {
                token.ThrowIfCancellationRequested();
                var p = root.Refine(Rational.PowerOfTwo(-bits), token);
                var below = denominator.Evaluate(p);
                if (below.ContainsZero) continue;
                ImmutableArray<RationalInterval> enclosure = [.. numerators.Select(numerator => (numerator.Evaluate(p) / below).RoundOutward(4 * bits))];
                if (enclosure.All(c => c.Width <= width)) return enclosure;
            }
        };
    }

    private static Polynomial<Rational> Rationally(Polynomial<Integer> polynomial) => polynomial.Map(x => (Rational)x);
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Tells the roots of an eliminant apart: solutions on the open stratum, and those that are elsewhere.</summary>
internal sealed class EliminantReading(CriticalStratum stratum, StratumEquations equations, EliminatedSystem system)
{
    public ExactCount Count(CancellationToken token)
    {
        var lost = new Dictionary<LostPlace, Integer>();
        var real = ImmutableArray.CreateBuilder<ExactSolution>();
        var onOpenStratum = ImmutableArray.CreateBuilder<SquarefreeFactor>();
        int distinct = 0, simple = 0, undecided = 0;
        var degeneracy = Degeneracy(token);
        foreach (var (factor, multiplicity) in SquarefreeDecomposition.Of(system.Condition, token).Select(f => (f.Factor, f.Multiplicity)))
        {
            var (infinite, finite) = Divide(factor, [system.Denominator], token);
            var (degenerate, _) = Divide(infinite, system.Numerator, token);
            if (!degenerate.IsConstant)
            {
                var equationsThere = system.Equations.Map(Rationally);
                var family = ResidueElimination.FinitePart(equationsThere, system.ScaleColumns, Rationally(degenerate), token);
                if (LineOfSolutions.Count(equations, system, equationsThere, family, token) is { } isolated)
                {
                    distinct += isolated.Distinct;
                    simple += isolated.Simple;
                    Lose(LostPlace.Infinity, -isolated.Distinct);
                }
                else
                {
                    undecided += family.Degree;
                }
            }

            var (zero, nonzero) = Divide(finite, system.Numerator, token);
            var (deeper, open) = Divide(nonzero, [degeneracy], token);
            Lose(LostPlace.Infinity, infinite.Degree * multiplicity);
            Lose(LostPlace.ZeroFunction, zero.Degree * multiplicity);
            Lose(LostPlace.DeeperStratum, deeper.Degree * multiplicity);
            Lose(LostPlace.Multiple, open.Degree * (multiplicity - 1));
            distinct += open.Degree;
            if (multiplicity == 1) simple += open.Degree;
            if (open.IsConstant) continue;
            onOpenStratum.Add(new SquarefreeFactor(open, multiplicity));
            real.AddRange(RealRoots.Isolate(Rationally(open), token).Select(root => new ExactSolution(multiplicity, Enclosure(root.Value))));
        }

        if (undecided > 0)
        {
            return ExactCount.Undecided(stratum, $"At {undecided} values of the eliminated parameter the equations have a family of solutions: these may not be isolated.");
        }

        return new ExactCount
        {
            Complete = Verdict.Holds,
            Distinct = distinct,
            Simple = simple,
            Expected = stratum.GenericCount,
            Lost = [.. lost.Where(entry => !entry.Value.IsZero).OrderBy(entry => entry.Key).Select(entry => new LostSolutions(entry.Key, entry.Value))],
            Real = real.ToImmutable(),
            Eliminant = PolynomialContent.PrimitivePart(system.Condition),
            Source = "eliminant",
            Elimination = (system, onOpenStratum.ToImmutable()),
        };

        void Lose(LostPlace place, int count)
        {
            if (count != 0) lost[place] = lost.GetValueOrDefault(place, Integer.Zero) + count;
        }
    }

    /// <summary>Vanishes where a factor has a repeated root, or two factors of a block have a root in common.</summary>
    private Polynomial<Integer> Degeneracy(CancellationToken token)
    {
        var forms = new List<(int Block, int Degree, Polynomial<Polynomial<Integer>> Form)>();
        for (var i = 0; i < equations.Others.Length; i++) forms.Add((equations.Others[i].Block, equations.Others[i].Degree, system.Others[i]));
        if (equations.LinearDegree > 0) forms.Add((equations.LinearBlock, equations.LinearDegree, new Polynomial<Polynomial<Integer>>(system.Numerator.AsSpan())));
        var product = Polynomial<Integer>.One;
        for (var i = 0; i < forms.Count; i++)
        {
            var (block, degree, form) = forms[i];
            if (degree > 1)
            {
                product *= Interpolation.Of(((2 * degree) - 2) * Size(form), p => Resultants.Discriminant(At(form, p), degree, token), token);
            }

            foreach (var other in forms.Skip(i + 1).Where(other => other.Block == block))
            {
                var bound = (Size(form) * other.Degree) + (Size(other.Form) * degree);
                product *= Interpolation.Of(bound, p => Resultants.Resultant(At(form, p), degree, At(other.Form, p), other.Degree, token), token);
            }
        }

        return product;

        static int Size(Polynomial<Polynomial<Integer>> form) => Math.Max(0, form.CoefficientsPadded(form.Degree + 1).Max(coefficient => coefficient.Degree));

        static Polynomial<Integer> At(Polynomial<Polynomial<Integer>> form, Integer p) => form.Map(coefficient => coefficient.Evaluate(p));
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

    private Func<Rational, CancellationToken, ImmutableArray<RationalInterval>> Enclosure(RealAlgebraicNumber root) => (width, token) =>
    {
        for (var bits = 20; ; bits *= 2)
        {
            token.ThrowIfCancellationRequested();
            var p = root.Refine(Rational.PowerOfTwo(-bits), token);
            RationalInterval[] denominators = [.. system.OtherDenominators.Append(system.Denominator).Select(d => IntervalEvaluation.At(d, p, 4 * bits))];
            if (denominators.Any(d => d.ContainsZero)) continue;
            var others = system.Others.Select((form, i) => form.Map(c => (IntervalEvaluation.At(c, p, 4 * bits) / denominators[i]).RoundOutward(4 * bits))).ToImmutableArray();
            var scale = (RationalInterval)equations.Scale / denominators[^1];
            ImmutableArray<RationalInterval> linear = [.. system.Numerator.Select(c => (IntervalEvaluation.At(c, p, 4 * bits) * scale).RoundOutward(4 * bits))];
            var filter = equations.Filter(others, linear).CoefficientsPadded(equations.Size);
            if (filter.All(c => c.Width <= width)) return filter;
        }
    };

    private static Polynomial<Rational> Rationally(Polynomial<Integer> polynomial) => polynomial.Map(x => (Rational)x);
}

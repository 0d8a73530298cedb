using System.Collections.Immutable;
using LcnGeometry.Algebra;
using Bivariate = LcnGeometry.Algebra.Polynomial<LcnGeometry.Algebra.Polynomial<LcnGeometry.Algebra.Integer>>;

namespace LcnGeometry;

/// <summary>Strata of several blocks with two unknown roots left: the solutions are points where plane curves meet, counted by resultants.</summary>
/// <remarks>
/// The factor that enters linearly is a quotient of polynomials in s and t, which turns the equations of the other blocks into curves. They also meet where the
/// quotient is not defined; points and components of this kind are removed. That no two points that matter have one value of s, and that no resultant
/// vanishes there by accident, holds for almost all coordinates.
/// </remarks>
internal sealed class CurveElimination
{
    private readonly StratumEquations _equations;
    private readonly ImmutableArray<Bivariate> _curves;
    private readonly ImmutableArray<Bivariate> _numerator;
    private readonly Bivariate _denominator;
    private readonly ImmutableArray<Polynomial<Bivariate>> _others;
    private readonly int _zeroFunctions; // points with the zero function that all data have, which count for nothing
    private readonly CancellationToken _token;

    public CurveElimination(StratumEquations equations, int attempt, CancellationToken token)
    {
        (_equations, _token) = (equations, token);
        _others = Forms(attempt);
        var linear = equations.LinearPart(_others);
        var curves = new List<Bivariate>();
        Cramer<Bivariate> solution;
        if (linear.Rows == linear.Columns)
        {
            (var condition, solution) = Cramer.SolveOverdetermined(linear, GeneralPosition.Vector(linear.Rows, attempt), token);
            curves.Add(condition);
        }
        else
        {
            solution = Cramer.Solve(linear, token);
        }

        var common = solution.Numerator.Aggregate(solution.Denominator, (known, next) => BivariateGcd.Of(known, next, token));
        _numerator = [.. solution.Numerator.Select(n => BivariateGcd.Divide(n, Polynomial<Integer>.One, common))];
        _denominator = BivariateGcd.Divide(solution.Denominator, Polynomial<Integer>.One, common);
        foreach (var block in equations.OtherBlocks) curves.AddRange(Curves(block, attempt));
        var zeroFunction = _numerator.Aggregate(Bivariate.Zero, (known, next) => BivariateGcd.Of(known, next, token));
        _curves = [.. curves.Select(curve => BivariateGcd.Without(BivariateGcd.Without(curve, _denominator, token), zeroFunction, token))];
        _zeroFunctions = linear.Rows == 2 ? equations.ZerosOfTheTarget() : 0;
    }

    /// <summary>Whether the curves have a component in common on which the scale is finite.</summary>
    public bool HasCommonComponent
    {
        get
        {
            var common = _curves.Aggregate(Bivariate.Zero, (known, curve) => BivariateGcd.Of(known, curve, _token));
            return !common.IsConstant || !common[0].IsConstant || common.IsZero;
        }
    }

    /// <summary>Counts the points, or finds the coordinates unsuitable and returns null.</summary>
    public ExactCount? Count(CriticalStratum stratum)
    {
        var eliminant = Enumerable.Range(1, _curves.Length - 1)
            .Aggregate(Polynomial<Integer>.Zero, (known, i) => PolynomialGcd.Gcd(known, Resultant(_curves[0], _curves[i]), _token));
        if (eliminant.IsZero) return null;
        var factors = SquarefreeDecomposition.Of(eliminant, _token);
        var known = Split(factors, [[_denominator], [.. _numerator], .. Degeneracies().Select(d => new[] { d })]).ToArray();
        var open = known[^1];
        int nonzero = Degree(known.Skip(2)), zeros = Math.Max(0, Degree([known[1]]) - _zeroFunctions), distinct = open.Sum(f => f.Factor.Degree);
        var lost = new List<LostSolutions>();
        Lose(LostPlace.Infinity, stratum.GenericCount - nonzero - zeros);
        Lose(LostPlace.ZeroFunction, zeros);
        Lose(LostPlace.DeeperStratum, nonzero - Degree([open]));
        Lose(LostPlace.Multiple, Degree([open]) - distinct);
        var line = Line();
        if (line.Degree != 1 || open.Any(f => !PolynomialGcd.Gcd(line.LeadingCoefficient, f.Factor, _token).IsConstant)) return null;
        return new ExactCount
        {
            Complete = Verdict.Holds,
            Distinct = distinct,
            Simple = open.Where(f => f.Multiplicity == 1).Sum(f => f.Factor.Degree),
            Expected = stratum.GenericCount,
            Lost = [.. lost],
            Real = [.. open.SelectMany(f => RealRoots.Isolate(f.Factor.Map(x => (Rational)x), _token)
                .Select(root => new ExactSolution(f.Multiplicity, Enclosure(root.Value, line))))],
            Eliminant = eliminant,
            Source = "eliminant of plane curves",
        };

        static int Degree(IEnumerable<ImmutableArray<SquarefreeFactor>> parts) => parts.Sum(part => part.Sum(f => f.Factor.Degree * f.Multiplicity));

        void Lose(LostPlace place, Integer count)
        {
            if (!count.IsZero) lost.Add(new LostSolutions(place, count));
        }
    }

    /// <summary>Splits off, one after the other, the parts at whose roots all functions of a group vanish; what remains comes last.</summary>
    private IEnumerable<ImmutableArray<SquarefreeFactor>> Split(ImmutableArray<SquarefreeFactor> factors, IEnumerable<Bivariate[]> groups)
    {
        foreach (var group in groups)
        {
            var product = factors.Aggregate(Polynomial<Integer>.One, (known, f) => known * f.Factor);
            var vanishing = group.Aggregate(product, CommonWith);
            if (vanishing.IsConstant)
            {
                yield return [];
                continue;
            }

            var parts = factors.Select(f => (f.Multiplicity, Common: PolynomialGcd.Gcd(f.Factor, vanishing, _token), f.Factor)).ToArray();
            yield return [.. parts.Where(f => !f.Common.IsConstant).Select(f => new SquarefreeFactor(f.Common, f.Multiplicity))];
            factors = [.. parts.Select(f => new SquarefreeFactor(Polynomial<Integer>.DivideExactly(f.Factor, f.Common), f.Multiplicity)).Where(f => !f.Factor.IsConstant)];
        }

        yield return factors;
    }

    private ImmutableArray<Polynomial<Bivariate>> Forms(int attempt)
    {
        var (one, s, t) = (Bivariate.One, Bivariate.Constant(Polynomial<Integer>.X), Bivariate.X);
        if (_equations.Others.Length == 1)
        {
            var frame = GeneralPosition.Frame(3, attempt);
            return [Combine(one, frame[0]) + Combine(s, frame[1]) + Combine(t, frame[2])];
        }

        var (first, second) = (GeneralPosition.Frame(2, attempt), GeneralPosition.Frame(2, attempt + 100));

        // The first coordinates keep the degrees low; solutions that share a root need coordinates that mix both.
        var mixed = s + (Bivariate.FromInteger(attempt / 2) * t);
        return [Combine(one, first[0]) + Combine(t, first[1]), Combine(one, second[0]) + Combine(mixed, second[1])];

        static Polynomial<Bivariate> Combine(Bivariate weight, ImmutableArray<Integer> form) =>
            weight * new Polynomial<Bivariate>([.. form.Select(Bivariate.FromInteger)]);
    }

    /// <summary>The equations of a block without the linear factor. One follows from the others; which one depends on the point unless only one root is unknown.</summary>
    private IEnumerable<Bivariate> Curves(int block, int attempt)
    {
        var residuals = _equations.Residuals(block, _others, _numerator, _denominator);

        // If the linear factor solves its equations everywhere, the residuals of one root are multiples of one polynomial.
        if (residuals.Length == 2 && _equations.Others.All(factor => factor.Block != _equations.LinearBlock))
        {
            var form = _others[Enumerable.Range(0, _others.Length).Single(i => _equations.Others[i].Block == block)];
            yield return BivariateGcd.Divide(residuals[1], Polynomial<Integer>.One, form[0]);
            yield break;
        }

        var combinations = GeneralPosition.Frame(residuals.Length, attempt + 200);
        foreach (var weights in combinations)
        {
            yield return weights.Zip(residuals, (weight, residual) => Bivariate.FromInteger(weight) * residual).Aggregate((a, b) => a + b);
        }
    }

    private IEnumerable<Bivariate> Degeneracies()
    {
        var forms = new List<(int Block, int Degree, Polynomial<Bivariate> Form)>();
        for (var i = 0; i < _others.Length; i++) forms.Add((_equations.Others[i].Block, _equations.Others[i].Degree, _others[i]));
        if (_equations.LinearDegree > 0) forms.Add((_equations.LinearBlock, _equations.LinearDegree, new Polynomial<Bivariate>(_numerator.AsSpan())));
        for (var i = 0; i < forms.Count; i++)
        {
            var (block, degree, form) = forms[i];
            if (degree > 1) yield return Resultants.Discriminant(form, degree, _token);
            foreach (var other in forms.Skip(i + 1).Where(other => other.Block == block))
            {
                yield return Resultants.Resultant(form, degree, other.Form, other.Degree, _token);
            }
        }
    }

    /// <summary>The part of an eliminant at whose roots a function vanishes, at the point of the curves.</summary>
    private Polynomial<Integer> CommonWith(Polynomial<Integer> eliminant, Bivariate function)
    {
        if (eliminant.IsConstant) return eliminant;
        if (function.IsConstant) return PolynomialGcd.Gcd(eliminant, function[0], _token);
        return _curves.Aggregate(eliminant, (known, curve) => known.IsConstant ? known : PolynomialGcd.Gcd(known, Resultant(curve, function), _token));
    }

    private Polynomial<Integer> Resultant(Bivariate left, Bivariate right) => Interpolation.Of(
        DegreeBound(left, right),
        s => Resultants.Resultant(At(left, s), left.Degree, At(right, s), right.Degree, _token),
        _token);

    /// <summary>A linear polynomial in t that vanishes where the first two curves meet: one of them, or their subresultant of degree one.</summary>
    private Bivariate Line()
    {
        var (left, right) = (_curves[0], _curves[1]);
        if (left.Degree <= 1 || right.Degree <= 1) return left.Degree == 1 || right.Degree == 0 ? left : right;
        var degree = DegreeBound(left, right);
        return new Bivariate(
            Interpolation.Of(degree, s => Minor(At(left, s), At(right, s), 0), _token),
            Interpolation.Of(degree, s => Minor(At(left, s), At(right, s), 1), _token));

        // The rows t^i left, i < n - 1, and t^i right, i < m - 1, without the two last coefficients, and the one asked for.
        Integer Minor(Polynomial<Integer> a, Polynomial<Integer> b, int coefficient)
        {
            var (m, n) = (left.Degree, right.Degree);
            return FractionFree.Determinant(
                new Matrix<Integer>(m + n - 2, m + n - 2, (row, column) =>
                {
                    var power = column == 0 ? coefficient : column + 1;
                    var (form, shift) = row < n - 1 ? (a, row) : (b, row - n + 1);
                    return power < shift ? Integer.Zero : form[power - shift];
                }),
                _token);
        }
    }

    /// <summary>A bound on the degree of a resultant in t, from the degrees in s, or from the total degrees if that is less.</summary>
    private static int DegreeBound(Bivariate left, Bivariate right)
    {
        var byOne = (DegreeInS(left) * right.Degree) + (DegreeInS(right) * left.Degree);
        return Math.Min(byOne, (TotalDegree(left) * right.Degree) + (TotalDegree(right) * left.Degree) - (left.Degree * right.Degree));
    }

    private static int DegreeInS(Bivariate polynomial) => Enumerable.Range(0, polynomial.Degree + 1).Max(i => polynomial[i].Degree);

    private static int TotalDegree(Bivariate polynomial) => Enumerable.Range(0, polynomial.Degree + 1).Max(i => polynomial[i].IsZero ? 0 : i + polynomial[i].Degree);

    private static Polynomial<Integer> At(Bivariate polynomial, Integer s) => polynomial.Map(coefficient => coefficient.Evaluate(s));

    private Func<Rational, CancellationToken, ImmutableArray<RationalInterval>> Enclosure(RealAlgebraicNumber root, Bivariate line) => (width, token) =>
    {
        for (var bits = 40; ; bits *= 2)
        {
            token.ThrowIfCancellationRequested();
            var s = root.Refine(Rational.PowerOfTwo(-bits), token);
            var slope = Interval(line[1]);
            if (slope.ContainsZero) continue;
            var t = (-Interval(line[0]) / slope).RoundOutward(bits);
            var denominator = Value(_denominator);
            if (denominator.ContainsZero) continue;
            var others = _others.Select(form => form.Map(Value)).ToImmutableArray();
            ImmutableArray<RationalInterval> linear = [.. _numerator.Select(n => (Value(n) * (RationalInterval)_equations.Scale / denominator).RoundOutward(4 * bits))];
            var filter = _equations.Filter(others, linear).CoefficientsPadded(_equations.Size);
            if (filter.All(c => c.Width <= width)) return filter;

            RationalInterval Interval(Polynomial<Integer> polynomial) => IntervalEvaluation.At(polynomial, s, 4 * bits);

            RationalInterval Value(Bivariate polynomial) => IntervalEvaluation.At(polynomial.Map(Interval), t, 4 * bits);
        }
    };
}

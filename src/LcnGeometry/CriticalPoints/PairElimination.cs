using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Strata of one block with two unknown roots left: one parameter s stays, the other, t, is eliminated with the linear factor.</summary>
/// <remarks>
/// The equations are linear in the coefficients of f and of the scale, with coefficients of degree d_j in t for unknown j, and one more equation than unknowns.
/// Multiplied by 1, t, .., t^e with e + 1 = Σ d_j they become linear in all products of unknowns and powers of t, as many equations as products. The determinant
/// vanishes exactly at the s with a solution: the map of sections of sums of line bundles on the projective t-line has a kernel of degree -1 unless it
/// drops rank somewhere. The kernel of the matrix holds the products, hence t and f.
/// </remarks>
internal sealed class PairElimination
{
    private readonly StratumEquations _equations;
    private readonly ImmutableArray<ImmutableArray<Integer>> _frame;
    private readonly Matrix<Polynomial<Integer>> _matrix;
    private readonly ImmutableArray<Integer> _direction;
    private readonly int[] _starts; // the column of each unknown times t^0
    private readonly bool _isQuadric;

    private PairElimination(StratumEquations equations, int attempt)
    {
        _equations = equations;
        _isQuadric = equations.Others.Length == 1;
        _frame = _isQuadric ? GeneralPosition.Frame(3, attempt) : [.. GeneralPosition.Frame(2, attempt), .. GeneralPosition.Frame(2, attempt + 100)];
        var constant = Polynomial<Polynomial<Integer>>.Constant(Polynomial<Integer>.One);
        var s = Polynomial<Polynomial<Integer>>.Constant(Polynomial<Integer>.X);
        var system = equations.LinearPart(Forms(constant, s, Polynomial<Polynomial<Integer>>.X));

        var multiplicity = equations.Others[0].Multiplicity;
        int[] degrees = [.. Enumerable.Range(0, system.Columns).Select(j => j < system.Columns - 1 ? (2 * multiplicity) - 1 : multiplicity - 1)];
        var shifts = degrees.Sum();
        _starts = new int[degrees.Length + 1];
        for (var j = 0; j < degrees.Length; j++) _starts[j + 1] = _starts[j] + shifts + degrees[j];
        _matrix = new Matrix<Polynomial<Integer>>(system.Rows * shifts, _starts[^1], (row, column) =>
        {
            var unknown = Array.FindLastIndex(_starts, start => start <= column);
            var power = column - _starts[unknown] - (row % shifts);
            return power < 0 ? Polynomial<Integer>.Zero : system[row / shifts, unknown][power];
        });
        _direction = GeneralPosition.Vector(_matrix.Rows, attempt);
    }

    /// <summary>Eliminates in coordinates that depend on the attempt.</summary>
    /// <param name="equations">The equations.</param>
    /// <param name="degree">The degree of the condition.</param>
    /// <param name="attempt">Another number gives other coordinates.</param>
    /// <param name="token">Stops the computation.</param>
    public static EliminatedSystem Of(StratumEquations equations, int degree, int attempt, CancellationToken token)
    {
        var elimination = new PairElimination(equations, attempt);
        var values = new Dictionary<Integer, ImmutableArray<Integer>>();
        var count = elimination._starts.Length + 1;
        Polynomial<Integer>[] polynomials =
            [.. Enumerable.Range(0, count).Select(i => Interpolation.Of(degree, s => ValuesAt(s)[i], token))];
        var (scale, scaleTimesT) = (-polynomials[^2], -polynomials[^1]);
        var (one, parameter) = (Polynomial<Integer>.One, Polynomial<Integer>.X);
        var others = elimination.Forms(scale, scale * parameter, scaleTimesT);
        if (!elimination._isQuadric) others = others.SetItem(1, elimination.Forms(one, parameter, one)[1]);
        return new EliminatedSystem(
            polynomials[0],
            [.. polynomials[1..^2]],
            scale,
            others,
            elimination._isQuadric ? [scale] : [scale, one],
            elimination._matrix,
            elimination._starts[^1] - elimination._starts[^2]);

        ImmutableArray<Integer> ValuesAt(Integer s)
        {
            token.ThrowIfCancellationRequested();
            if (!values.TryGetValue(s, out var known)) values.Add(s, known = elimination.ValuesAt(s, token));
            return known;
        }
    }

    /// <summary>The unknown forms: a quadric, or two linear forms of which the first belongs to t.</summary>
    private ImmutableArray<Polynomial<T>> Forms<T>(T one, T s, T t)
        where T : IIntegralDomain<T> => _isQuadric
        ? [Combine((one, _frame[0]), (s, _frame[1]), (t, _frame[2]))]
        : [Combine((one, _frame[0]), (t, _frame[1])), Combine((one, _frame[2]), (s, _frame[3]))];

    private static Polynomial<T> Combine<T>(params ReadOnlySpan<(T Weight, ImmutableArray<Integer> Form)> terms)
        where T : IIntegralDomain<T>
    {
        var sum = Polynomial<T>.Zero;
        foreach (var (weight, form) in terms) sum += weight * new Polynomial<T>([.. form.Select(T.FromInteger)]);
        return sum;
    }

    /// <summary>The determinant, and the entries of the adjugate times the direction for each unknown and, last, for the scale times t.</summary>
    private ImmutableArray<Integer> ValuesAt(Integer s, CancellationToken token)
    {
        var matrix = _matrix.Map(entry => entry.Evaluate(s));
        var determinant = FractionFree.Determinant(matrix, token);
        int[] columns = [.. _starts[..^1], _starts[^2] + 1];
        if (determinant.IsZero)
        {
            return [determinant, .. columns.Select(column => FractionFree.Determinant(
                new Matrix<Integer>(matrix.Rows, matrix.Columns, (i, j) => j == column ? _direction[i] : matrix[i, j]), token))];
        }

        var solution = LinearSystems.Solve(matrix.Map(entry => (Rational)entry), [.. _direction.Select(entry => (Rational)entry)], token);
        return [determinant, .. columns.Select(column => (solution[column] * determinant).Numerator)];
    }
}

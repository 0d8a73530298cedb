using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Which directions the iterated brackets of the gradients of a model span at one given point, exactly.</summary>
/// <remarks>At special points the rank can be lower than near generic parameters, and brackets can raise it where no bracket is needed generically.</remarks>
public sealed record LieAlgebraAtPoint
{
    // A few seconds for one more bracket.
    private const long MostTermProducts = 1_000_000;

    /// <summary>The rank of the gradients at the point, then with one more bracket each time.</summary>
    public required ImmutableArray<int> RankLadder { get; init; }

    /// <summary>The largest rank that the laws of degree at most two allow there: parameters less the rank of their gradients.</summary>
    public required int LargestRank { get; init; }

    /// <summary>Whether more brackets would change nothing: <c>Holds</c>, or undecided.</summary>
    public required Verdict IsFinal { get; init; }

    /// <summary>Computes the ranks at a point.</summary>
    /// <param name="model">D parameters.</param>
    /// <param name="point">D rational numbers, in the order of the parameters.</param>
    /// <param name="mostBrackets">How many brackets are taken at most, at least 1.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The ranks, and whether the last one is final.</returns>
    /// <exception cref="ArgumentException">The point does not have D coordinates.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No bracket is allowed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> every bracket is kept unless it is a combination of the others with constant coefficients, as a polynomial vector field; that is
    /// legitimate at every point. It ends when no new field appears, when the conserved functions allow no higher rank, or, undecided, when the next step
    /// would need more than a million products of terms.</para>
    /// <para><b>Cost:</b> the number of independent fields can grow exponentially with the brackets when a field has degree above one.</para>
    /// <para><b>Source:</b> Marcotte, Gribonval, Peyré, <i>Abide by the law and follow the flow</i>, arXiv 2307.00144.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var model = PolynomialModel.Of(Architecture.Parse("2,2"));
    /// string.Join(",", LieAlgebraAtPoint.Of(model, [1, 2, 2, 4]).RankLadder)   // 2,3
    /// </code>
    /// </example>
    public static LieAlgebraAtPoint Of(PolynomialModel model, ImmutableArray<Rational> point, int mostBrackets = 4, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (point.IsDefault || point.Length != model.Parameters.Count)
        {
            throw new ArgumentException($"{(point.IsDefault ? 0 : point.Length)} coordinates do not fit the {model.Parameters.Count} parameters of {model.Name}.", nameof(point));
        }

        if (mostBrackets < 1) throw new ArgumentOutOfRangeException(nameof(mostBrackets), $"{mostBrackets} brackets are too few; at least 1 is taken.");
        var fields = model.Fields();
        var laws = LawSpace.Of(model, fields, homogeneous: false, token);
        var largest = model.Parameters.Count - Rank([.. laws.Select(law => Value(VectorField.Gradient(model.Parameters, law.Polynomial), point))], token);
        var algebra = new FieldSpan();
        List<VectorField> newest = [.. fields.Where(algebra.Add)];
        var values = newest.ConvertAll(field => Value(field, point));
        var ranks = ImmutableArray.CreateBuilder<int>();
        ranks.Add(Rank(values, token));
        while (newest.Count > 0 && ranks[^1] < largest && ranks.Count <= mostBrackets && TermCount(newest) * TermCount(fields) <= MostTermProducts)
        {
            List<VectorField> next = [];
            foreach (var field in newest)
            {
                foreach (var original in fields)
                {
                    token.ThrowIfCancellationRequested();
                    var bracket = VectorField.Bracket(field, original);
                    if (algebra.Add(bracket)) next.Add(bracket);
                }
            }

            newest = next;
            values.AddRange(next.Select(field => Value(field, point)));
            ranks.Add(Rank(values, token));
        }

        return new LieAlgebraAtPoint
        {
            RankLadder = ranks.ToImmutable(),
            LargestRank = largest,
            IsFinal = newest.Count == 0 || ranks[^1] == largest
                ? Verdict.Holds
                : Verdict.Undecided(ranks.Count == 2
                    ? $"1 bracket was taken; more of them could raise the rank up to {largest}"
                    : $"{ranks.Count - 1} brackets were taken; more of them could raise the rank up to {largest}"),
        };
    }

    private static long TermCount(IEnumerable<VectorField> fields) => fields.Sum(field => field.Terms.Sum(terms => (long)terms.Length));

    private static ImmutableArray<Rational> Value(VectorField field, ImmutableArray<Rational> point) =>
        [.. field.Components.Select(component => component.Evaluate(Rational.FromInteger, point.AsSpan()))];

    private static int Rank(List<ImmutableArray<Rational>> rows, CancellationToken token) =>
        rows.Count == 0 ? 0 : FractionFree.Rank(new Matrix<Rational>(rows.Count, rows[0].Length, (i, j) => rows[i][j]), token);

    /// <summary>Fields up to combinations with constant coefficients.</summary>
    private sealed class FieldSpan
    {
        private readonly Dictionary<(int Component, string Monomial), int> _places = [];
        private readonly RationalSpan _span = new();

        public bool Add(VectorField field)
        {
            var vector = new List<(int, Integer)>();
            for (var k = 0; k < field.Terms.Length; k++)
            {
                foreach (var term in field.Terms[k])
                {
                    var key = (k, string.Join(' ', term.Factors));
                    if (!_places.TryGetValue(key, out var place)) _places.Add(key, place = _places.Count);
                    vector.Add((place, term.Coefficient));
                }
            }

            return _span.Add(vector);
        }
    }
}

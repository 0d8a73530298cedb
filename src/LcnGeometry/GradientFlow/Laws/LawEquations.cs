using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The linear equations for the coefficients of a polynomial of degree two that is constant along given fields.</summary>
internal sealed class LawEquations
{
    private readonly List<(int Unknown, Integer Coefficient)[]> _rows = [];

    /// <summary>Expands the derivative of an unknown polynomial along each field.</summary>
    public LawEquations(PolynomialModel model, ImmutableArray<VectorField> fields, bool homogeneous, CancellationToken token)
    {
        var parameters = model.Parameters.Count;
        var unknowns = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var i = 0; i < parameters; i++)
        {
            for (var j = i; j < parameters; j++) unknowns.Add([i, j]);
            if (!homogeneous) unknowns.Add([i]);
        }

        Unknowns = unknowns.ToImmutable();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var rows = new Dictionary<string, Dictionary<int, Integer>>(StringComparer.Ordinal);
            for (var unknown = 0; unknown < Unknowns.Length; unknown++)
            {
                token.ThrowIfCancellationRequested();
                var factors = Unknowns[unknown];
                for (var k = 0; k < factors.Length; k++) Differentiate(rows, unknown, factors[k], factors.Length == 1 ? null : factors[1 - k], field);
            }

            foreach (var row in rows.Values) Keep(row, seen);
        }
    }

    /// <summary>The monomials of the unknown polynomial: one or two variables by index.</summary>
    public ImmutableArray<ImmutableArray<int>> Unknowns { get; }

    /// <summary>The equations, no two of them proportional.</summary>
    public IReadOnlyList<(int Unknown, Integer Coefficient)[]> Rows => _rows;

    /// <summary>Whether coefficients solve every equation: then the derivative along every field is the zero polynomial.</summary>
    public bool AreSolvedBy(IReadOnlyDictionary<int, Integer> coefficients) => _rows.All(row =>
    {
        var sum = Integer.Zero;
        foreach (var (unknown, factor) in row)
        {
            if (coefficients.TryGetValue(unknown, out var coefficient)) sum += factor * coefficient;
        }

        return sum.IsZero;
    });

    /// <summary>Groups of unknowns that no equation links.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups()
    {
        var parent = Enumerable.Range(0, Unknowns.Length).ToArray();
        foreach (var row in _rows)
        {
            foreach (var (unknown, _) in row) parent[Root(unknown)] = Root(row[0].Unknown);
        }

        return [.. Enumerable.Range(0, Unknowns.Length).GroupBy(Root).Select(group => group.ToImmutableArray())];

        int Root(int unknown)
        {
            while (parent[unknown] != unknown) unknown = parent[unknown] = parent[parent[unknown]];
            return unknown;
        }
    }

    private static void Differentiate(Dictionary<string, Dictionary<int, Integer>> rows, int unknown, int variable, int? other, VectorField field)
    {
        foreach (var term in field.Terms[variable])
        {
            var monomial = other is { } factor ? Sorted(term.Factors, factor) : term.Factors;
            var key = string.Create(monomial.Length, monomial, static (text, factors) =>
            {
                for (var i = 0; i < text.Length; i++) text[i] = (char)factors[i];
            });
            if (!rows.TryGetValue(key, out var row)) rows.Add(key, row = []);
            row[unknown] = row.GetValueOrDefault(unknown) + term.Coefficient;
        }
    }

    private static ImmutableArray<int> Sorted(ImmutableArray<int> factors, int factor)
    {
        var place = factors.BinarySearch(factor);
        return factors.Insert(place < 0 ? ~place : place, factor);
    }

    private void Keep(Dictionary<int, Integer> sums, HashSet<string> seen)
    {
        (int Unknown, Integer Coefficient)[] row = [.. sums.Where(entry => !entry.Value.IsZero).OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))];
        if (row.Length == 0) return;
        var content = row.Aggregate(Integer.Zero, (gcd, entry) => Integer.GreatestCommonDivisor(gcd, entry.Coefficient)) * row[0].Coefficient.Sign;
        for (var i = 0; i < row.Length; i++) row[i].Coefficient = Integer.DivideExactly(row[i].Coefficient, content);
        if (seen.Add(string.Join(' ', row.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Unknown}:{entry.Coefficient}"))))) _rows.Add(row);
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>All polynomials of degree at most two without constant term that are constant along given fields.</summary>
internal static class LawSpace
{
    /// <summary>A basis: first the familiar laws that hold, then what the null space has besides.</summary>
    public static ImmutableArray<ConservationLaw> Of(PolynomialModel model, ImmutableArray<VectorField> fields, bool homogeneous, CancellationToken token)
    {
        var equations = new LawEquations(model, fields, homogeneous, token);
        var nullspace = Nullspace(equations, token);
        var index = Enumerable.Range(0, equations.Unknowns.Length).ToDictionary(unknown => Key(equations.Unknowns[unknown]), unknown => unknown);
        var candidates = model.Familiar.Select(law => (Law: law, Vector: (IReadOnlyDictionary<int, Integer>)Coefficients(law.Polynomial, index)))
            .Where(candidate => equations.AreSolvedBy(candidate.Vector))
            .Concat(nullspace.Select(vector => (Law: new ConservationLaw(null, Polynomial(model.Parameters, equations.Unknowns, vector)), Vector: vector)));
        var span = new RationalSpan();
        var laws = ImmutableArray.CreateBuilder<ConservationLaw>();
        foreach (var (law, vector) in candidates)
        {
            token.ThrowIfCancellationRequested();
            if (laws.Count == nullspace.Length) break;
            if (span.Add(vector.Select(entry => (entry.Key, entry.Value)))) laws.Add(law);
        }

        return laws.ToImmutable();
    }

    /// <summary>An exact basis of the solutions, one group of linked unknowns at a time.</summary>
    private static ImmutableArray<IReadOnlyDictionary<int, Integer>> Nullspace(LawEquations equations, CancellationToken token)
    {
        var groups = equations.Groups();
        var place = new (int Group, int Column)[equations.Unknowns.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            for (var column = 0; column < groups[g].Length; column++) place[groups[g][column]] = (g, column);
        }

        var rows = equations.Rows.ToLookup(row => place[row[0].Unknown].Group);
        var basis = ImmutableArray.CreateBuilder<IReadOnlyDictionary<int, Integer>>();
        for (var g = 0; g < groups.Length; g++)
        {
            token.ThrowIfCancellationRequested();
            foreach (var vector in OfGroup(rows[g], groups[g], place, token)) basis.Add(vector);
        }

        return basis.ToImmutable();
    }

    // Rows that are dependent modulo the prime are left out at first. What solves the others is tested on all rows, exactly, and the
    // left out rows come in when that fails; so the answer never rests on the prime.
    private static IEnumerable<IReadOnlyDictionary<int, Integer>> OfGroup(
        IEnumerable<(int Unknown, Integer Coefficient)[]> rows, ImmutableArray<int> unknowns, (int Group, int Column)[] place, CancellationToken token)
    {
        var field = PrimeField.OfSample(0);
        var span = new ModularSpan(field);
        List<(int Unknown, Integer Coefficient)[]> all = [.. rows], kept = [];
        var dense = new ulong[unknowns.Length];
        foreach (var row in all)
        {
            if (span.Rank == unknowns.Length) return [];
            Array.Clear(dense);
            foreach (var (unknown, coefficient) in row) dense[place[unknown].Column] = field.Reduce(coefficient);
            if (span.Add(dense)) kept.Add(row);
        }

        var basis = Solve(kept);
        return basis.All(vector => all.All(row => Solves(row, vector))) ? basis : Solve(all);

        List<IReadOnlyDictionary<int, Integer>> Solve(List<(int Unknown, Integer Coefficient)[]> chosen)
        {
            var entries = new Integer[chosen.Count, unknowns.Length];
            for (var i = 0; i < chosen.Count; i++)
            {
                foreach (var (unknown, coefficient) in chosen[i]) entries[i, place[unknown].Column] = coefficient;
            }

            var matrix = new Matrix<Integer>(chosen.Count, unknowns.Length, (i, j) => entries[i, j]);
            return [.. FractionFree.Nullspace(matrix, token).Select(vector => (IReadOnlyDictionary<int, Integer>)Enumerable.Range(0, vector.Length)
                .Where(column => !vector[column].IsZero).ToDictionary(column => unknowns[column], column => vector[column]))];
        }
    }

    private static bool Solves((int Unknown, Integer Coefficient)[] row, IReadOnlyDictionary<int, Integer> vector) => row
        .Aggregate(Integer.Zero, (sum, entry) => vector.TryGetValue(entry.Unknown, out var value) ? sum + (entry.Coefficient * value) : sum).IsZero;

    private static Dictionary<int, Integer> Coefficients(MultivariatePolynomial<Integer> law, Dictionary<(int First, int? Second), int> index) =>
        MonomialTerm.Of(law).ToDictionary(term => index[Key(term.Factors)], term => term.Coefficient);

    private static (int First, int? Second) Key(ImmutableArray<int> factors) => (factors[0], factors.Length == 1 ? null : factors[1]);

    /// <summary>The polynomial with these coefficients, the first term positive.</summary>
    private static MultivariatePolynomial<Integer> Polynomial(
        VariableList variables, ImmutableArray<ImmutableArray<int>> unknowns, IReadOnlyDictionary<int, Integer> coefficients)
    {
        var polynomial = MultivariatePolynomial<Integer>.FromTerms(variables, coefficients.Select(entry =>
        {
            var exponents = new int[variables.Count];
            foreach (var factor in unknowns[entry.Key]) exponents[factor]++;
            return new PolynomialTerm<Integer>(entry.Value, ImmutableArray.Create(exponents));
        }));
        return polynomial.LeadingTerm.Coefficient.Sign < 0 ? -polynomial : polynomial;
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The polynomials of one degree and weight, and among them the equations that were found.</summary>
/// <param name="monomials">Monomials as ascending lists of indices.</param>
internal sealed class MonomialSpace(ImmutableArray<ImmutableArray<int>> monomials)
{
    private readonly Dictionary<string, int> _places = Enumerable.Range(0, monomials.Length).ToDictionary(i => Key(monomials[i]));
    private readonly List<ImmutableArray<Integer>> _equations = [];

    /// <summary>All monomials of a degree in some variables by weight, ascending.</summary>
    public static IEnumerable<(int Weight, ImmutableArray<ImmutableArray<int>> Monomials)> Monomials(ImmutableArray<int> variables, int degree) =>
        All(variables, 0, degree).GroupBy(monomial => monomial.Sum()).OrderBy(group => group.Key).Select(group => (group.Key, group.ToImmutableArray()));

    /// <summary>Products of one variable with the equations of the degree before.</summary>
    public ImmutableArray<ImmutableArray<Integer>> MultiplesOf(Dictionary<int, MonomialSpace> before, int weight, ImmutableArray<int> variables)
    {
        var multiples = ImmutableArray.CreateBuilder<ImmutableArray<Integer>>();
        foreach (var variable in variables)
        {
            if (!before.TryGetValue(weight - variable, out var lower)) continue;
            multiples.AddRange(lower._equations.Select(equation => lower.Times(variable, equation, this)));
        }

        return multiples.ToImmutable();
    }

    /// <summary>Keeps a basis of the equations, all of them combinations of the multiples.</summary>
    public void Keep(ImmutableArray<ImmutableArray<Integer>> equations) => _equations.AddRange(equations);

    /// <summary>Keeps a basis of the equations, and returns those of them that are needed besides the multiples.</summary>
    public ImmutableArray<ImmutableArray<Integer>> Complete(ImmutableArray<ImmutableArray<Integer>> multiples, ImmutableArray<ImmutableArray<Integer>> equations)
    {
        _equations.AddRange(equations);
        var echelon = new RationalEchelon();
        foreach (var multiple in multiples)
        {
            if (echelon.Count == equations.Length) return [];
            echelon.TryAdd(multiple);
        }

        // Short equations first: they read best.
        return
        [
            .. equations.OrderBy(equation => equation.Count(c => !c.IsZero)).Where(equation => echelon.TryAdd(equation)).Select(Primitive),
        ];
    }

    private ImmutableArray<Integer> Times(int variable, ImmutableArray<Integer> equation, MonomialSpace target)
    {
        var product = new Integer[target._places.Count];
        for (var i = 0; i < equation.Length; i++)
        {
            if (!equation[i].IsZero) product[target._places[Key(Insert(monomials[i], variable))]] = equation[i];
        }

        return [.. product];
    }

    private static ImmutableArray<int> Insert(ImmutableArray<int> monomial, int variable)
    {
        var place = 0;
        while (place < monomial.Length && monomial[place] < variable) place++;
        return monomial.Insert(place, variable);
    }

    /// <summary>Without a common divisor.</summary>
    private static ImmutableArray<Integer> Primitive(ImmutableArray<Integer> vector)
    {
        var content = vector.Aggregate(Integer.Zero, Integer.GreatestCommonDivisor);
        return [.. vector.Select(c => Integer.DivideExactly(c, content))];
    }

    private static IEnumerable<ImmutableArray<int>> All(ImmutableArray<int> variables, int first, int degree)
    {
        if (degree == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = first; i < variables.Length; i++)
        {
            foreach (var rest in All(variables, i, degree - 1)) yield return rest.Insert(0, variables[i]);
        }
    }

    private static string Key(ImmutableArray<int> monomial) => string.Join(',', monomial);
}

/// <summary>Linearly independent vectors in echelon form.</summary>
internal sealed class RationalEchelon
{
    private readonly List<(int Pivot, Rational[] Row)> _rows = [];

    /// <summary>The number of independent vectors.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a vector if it is independent of those before.</summary>
    public bool TryAdd(ImmutableArray<Integer> vector)
    {
        Rational[] row = [.. vector.Select(c => (Rational)c)];
        foreach (var (pivot, known) in _rows)
        {
            if (row[pivot].IsZero) continue;
            var factor = row[pivot];
            for (var i = 0; i < row.Length; i++)
            {
                if (!known[i].IsZero) row[i] -= factor * known[i];
            }
        }

        var first = Array.FindIndex(row, c => !c.IsZero);
        if (first < 0) return false;
        var scale = row[first];
        for (var i = 0; i < row.Length; i++) row[i] /= scale;
        _rows.Add((first, row));
        return true;
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Finds minimal generators of the ideal of all end-to-end filters, degree by degree and weight by weight.</summary>
internal sealed class EquationSearch
{
    private const int SpareSamples = 8;
    private const int LargestSample = 50;

    private readonly Architecture _net;
    private readonly VariableList _variables;
    private readonly ImmutableArray<MultivariatePolynomial<Integer>> _coordinates;
    private readonly ImmutableArray<int> _free;
    private readonly CounterRandom _random = new(seed: 1, item: 0);

    public EquationSearch(Architecture net)
    {
        _net = net;
        _variables = VariableList.Numbered("c", net.EndToEndSize);
        _coordinates = Coordinates(net);
        _free = [.. Enumerable.Range(0, net.EndToEndSize).Where(i => !_coordinates[i].IsZero)];
    }

    /// <summary>The generators up to a degree.</summary>
    public ImmutableArray<MultivariatePolynomial<Rational>> Run(int bound, CancellationToken token)
    {
        var generators = ImmutableArray.CreateBuilder<MultivariatePolynomial<Rational>>();
        var names = MultivariatePolynomial<Rational>.AllVariables(_variables);
        generators.AddRange(Enumerable.Range(0, _net.EndToEndSize).Except(_free).Select(i => names[i]));

        // Equations of one degree and weight are vectors over its monomials; those of the degree before give multiples.
        var before = new Dictionary<int, MonomialSpace>();
        for (var degree = 2; degree <= bound; degree++)
        {
            var now = new Dictionary<int, MonomialSpace>();
            foreach (var (weight, monomials) in MonomialSpace.Monomials(_free, degree))
            {
                token.ThrowIfCancellationRequested();
                var space = new MonomialSpace(monomials);
                var multiples = space.MultiplesOf(before, weight, _free);
                var equations = Equations(monomials, token);
                foreach (var fresh in space.Complete(multiples, equations)) generators.Add(ToPolynomial(monomials, fresh));
                now.Add(weight, space);
            }

            before = now;
        }

        return generators.ToImmutable();
    }

    /// <summary>A basis of the equations on the given monomials.</summary>
    private ImmutableArray<ImmutableArray<Integer>> Equations(ImmutableArray<ImmutableArray<int>> monomials, CancellationToken token)
    {
        var samples = monomials.Length + SpareSamples;
        while (true)
        {
            var points = Enumerable.Range(0, samples).Select(_ => Sample()).ToArray();
            var basis = FractionFree.Nullspace(
                new Matrix<Integer>(samples, monomials.Length, (row, column) => monomials[column].Aggregate(Integer.One, (product, index) => product * points[row][index])), token);

            // Every true equation is in the null space; if all of the null space is true, it is exactly the equations.
            if (basis.All(vector => Vanishes(monomials, vector))) return basis;
            samples *= 2;
        }
    }

    private ImmutableArray<Integer> Sample() => ParameterizationMap.EndToEnd(new FilterStack<Integer>(
        _net, [.. _net.Filters.Select(size => Enumerable.Range(0, size).Select(_ => (Integer)((int)(_random.NextWord() % (2 * LargestSample)) - LargestSample)).ToImmutableArray())]));

    private bool Vanishes(ImmutableArray<ImmutableArray<int>> monomials, ImmutableArray<Integer> vector)
    {
        var sum = MultivariatePolynomial<Integer>.Zero;
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i].IsZero) continue;
            sum += monomials[i].Aggregate(MultivariatePolynomial<Integer>.Constant(vector[i]), (product, index) => product * _coordinates[index]);
        }

        return sum.IsZero;
    }

    private MultivariatePolynomial<Rational> ToPolynomial(ImmutableArray<ImmutableArray<int>> monomials, ImmutableArray<Integer> vector)
    {
        var terms = new List<PolynomialTerm<Rational>>();
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i].IsZero) continue;
            var exponents = new int[_net.EndToEndSize];
            foreach (var index in monomials[i]) exponents[index]++;
            terms.Add(new PolynomialTerm<Rational>((Rational)vector[i], [.. exponents]));
        }

        var polynomial = MultivariatePolynomial<Rational>.FromTerms(_variables, terms);
        return polynomial.LeadingTerm.Coefficient.Sign < 0 ? -polynomial : polynomial;
    }

    /// <summary>The end-to-end coefficients as polynomials in the filter entries.</summary>
    private static ImmutableArray<MultivariatePolynomial<Integer>> Coordinates(Architecture net)
    {
        var entries = MultivariatePolynomial<Integer>.AllVariables(VariableList.Numbered("w", net.Filters.Sum()));
        var next = 0;
        return ParameterizationMap.EndToEnd(new FilterStack<MultivariatePolynomial<Integer>>(
            net, [.. net.Filters.Select(size => Enumerable.Range(0, size).Select(_ => entries[next++]).ToImmutableArray())]));
    }
}

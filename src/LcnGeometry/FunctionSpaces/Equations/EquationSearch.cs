using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Finds minimal generators of the ideal of all end-to-end filters, degree by degree and weight by weight.</summary>
internal sealed class EquationSearch
{
    private const int SpareSamples = 8;
    private const int LargestSample = 50;
    private const int LargestCoefficient = 32767;

    private readonly Architecture _net;
    private readonly VariableList _variables;
    private readonly ImmutableArray<MultivariatePolynomial<Integer>> _coordinates;
    private readonly ImmutableArray<int> _free;
    private readonly CounterRandom _random = new(seed: 1, item: 0);
    private readonly PrimeField _field = PrimeField.OfSample(0);
    private readonly List<ImmutableArray<ulong>> _residues = [];

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
                var values = Values(monomials, token);
                if (Spanning(multiples, monomials.Length - values.Rank) is { } all)
                {
                    space.Keep(all);
                }
                else
                {
                    foreach (var fresh in space.Complete(multiples, Proposed(monomials, values, token) ?? Equations(monomials, token))) generators.Add(ToPolynomial(monomials, fresh));
                }

                now.Add(weight, space);
            }

            before = now;
        }

        return generators.ToImmutable();
    }

    /// <summary>The monomials at points modulo a prime. Their rank is no larger than at generic points, so what it leaves bounds the number of independent equations.</summary>
    private ModularSpan Values(ImmutableArray<ImmutableArray<int>> monomials, CancellationToken token)
    {
        var span = new ModularSpan(_field);
        var row = new ulong[monomials.Length];
        for (int point = 0, idle = 0; idle < SpareSamples && span.Rank < monomials.Length; point++)
        {
            token.ThrowIfCancellationRequested();
            if (point == _residues.Count) _residues.Add([.. Sample().Select(_field.Reduce)]);
            var filter = _residues[point];
            for (var i = 0; i < row.Length; i++) row[i] = monomials[i].Aggregate(1UL, (product, index) => _field.Multiply(product, filter[index]));
            idle = span.Add(row) ? 0 : idle + 1;
        }

        return span;
    }

    /// <summary>Equations with small coefficients read off from their residues and then checked: a basis, if they are as many as there can be; else null.</summary>
    private ImmutableArray<ImmutableArray<Integer>>? Proposed(ImmutableArray<ImmutableArray<int>> monomials, ModularSpan values, CancellationToken token)
    {
        var images = new MultivariatePolynomial<Integer>?[monomials.Length];
        var basis = ImmutableArray.CreateBuilder<ImmutableArray<Integer>>();
        foreach (var residues in values.NullSpace(monomials.Length))
        {
            if (WithSmallEntries(residues) is not { } vector || !Vanishes(monomials, images, vector, token)) return null;
            basis.Add(vector);
        }

        return basis.ToImmutable();
    }

    /// <summary>The vector of integers that is proportional to residues, if one has entries below the root of half the prime; one residue is 1.</summary>
    private ImmutableArray<Integer>? WithSmallEntries(ImmutableArray<ulong> residues)
    {
        var denominator = 1UL;
        foreach (var residue in residues)
        {
            // Euclid's algorithm stops at the first remainder that is small: the numerator; its cofactor is the denominator.
            var multiple = _field.Multiply(residue, denominator);
            if (Math.Min(multiple, _field.Prime - multiple) <= LargestCoefficient) continue;
            long above = (long)_field.Prime, remainder = (long)multiple, cofactorAbove = 0, cofactor = 1;
            while (remainder > LargestCoefficient) (above, remainder, cofactorAbove, cofactor) = (remainder, above % remainder, cofactor, cofactorAbove - (above / remainder * cofactor));
            denominator *= (ulong)Math.Abs(cofactor);
            if (denominator > LargestCoefficient) return null;
        }

        var vector = residues.Select(residue => _field.Multiply(residue, denominator)).ToArray();
        if (vector.Any(entry => Math.Min(entry, _field.Prime - entry) > LargestCoefficient)) return null;
        return [.. vector.Select(entry => (Integer)(entry <= LargestCoefficient ? (long)entry : (long)entry - (long)_field.Prime))];
    }

    /// <summary>As many independent ones of the multiples as there can be equations: then they are a basis of all of them. Null if there are fewer.</summary>
    private ImmutableArray<ImmutableArray<Integer>>? Spanning(ImmutableArray<ImmutableArray<Integer>> multiples, int most)
    {
        var basis = ImmutableArray.CreateBuilder<ImmutableArray<Integer>>();
        if (multiples.Length < most) return null;
        var span = new ModularSpan(_field);
        foreach (var multiple in multiples)
        {
            if (basis.Count == most) break;
            if (span.Add([.. multiple.Select(_field.Reduce)])) basis.Add(multiple);
        }

        return basis.Count == most ? basis.ToImmutable() : null;
    }

    /// <summary>A basis of the equations on the given monomials.</summary>
    private ImmutableArray<ImmutableArray<Integer>> Equations(ImmutableArray<ImmutableArray<int>> monomials, CancellationToken token)
    {
        var samples = monomials.Length + SpareSamples;
        var images = new MultivariatePolynomial<Integer>?[monomials.Length];
        while (true)
        {
            var points = Enumerable.Range(0, samples).Select(_ => Sample()).ToArray();
            var basis = FractionFree.Nullspace(
                new Matrix<Integer>(samples, monomials.Length, (row, column) => monomials[column].Aggregate(Integer.One, (product, index) => product * points[row][index])), token);

            // Every true equation is in the null space; if all of the null space is true, it is exactly the equations.
            if (basis.All(vector => Vanishes(monomials, images, vector, token))) return basis;
            samples *= 2;
        }
    }

    private ImmutableArray<Integer> Sample() => ParameterizationMap.EndToEnd(new FilterStack<Integer>(
        _net, [.. _net.Filters.Select(size => Enumerable.Range(0, size).Select(_ => (Integer)((int)(_random.NextWord() % (2 * LargestSample)) - LargestSample)).ToImmutableArray())]));

    private bool Vanishes(ImmutableArray<ImmutableArray<int>> monomials, MultivariatePolynomial<Integer>?[] images, ImmutableArray<Integer> vector, CancellationToken token)
    {
        var sum = MultivariatePolynomial<Integer>.Zero;
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i].IsZero) continue;
            token.ThrowIfCancellationRequested();
            images[i] ??= monomials[i].Aggregate(MultivariatePolynomial<Integer>.One, (product, index) => product * _coordinates[index]);
            sum += MultivariatePolynomial<Integer>.Constant(vector[i]) * images[i]!;
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

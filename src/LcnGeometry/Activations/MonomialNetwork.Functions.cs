using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class MonomialNetwork
{
    /// <summary>The output of one neuron as a polynomial in the inputs x0, x1, ..</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filters">The weights.</param>
    /// <returns>A form of degree r^(L-1) in k̄ inputs, or zero when a filter is zero.</returns>
    /// <exception cref="ArgumentException">The weights belong to another architecture, or the polynomial is too large to be written out.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> as exact as the arithmetic of <typeparamref name="T"/>.</para>
    /// <para><b>Method:</b> layer by layer; the neurons of a layer are shifts of its first one.</para>
    /// <para><b>Cost:</b> one power and k_l products per layer.</para>
    /// <para><b>Source:</b> the definition.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = new MonomialNetwork(Architecture.Parse("2,2"), power: 2);
    /// var weights = new FilterStack&lt;Integer&gt;(net.Architecture, [[1, 3], [1, 5]]);
    /// Console.WriteLine(net.Output(weights));   // x0^2 + 6*x0*x1 + 14*x1^2 + 30*x1*x2 + 45*x2^2
    /// </code>
    /// </example>
    public MultivariatePolynomial<T> Output<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        ArgumentNullException.ThrowIfNull(filters);
        if (filters.Architecture != Architecture) throw new ArgumentException($"The weights are those of {filters.Architecture}, not of {Architecture}.", nameof(filters));
        RequireTerms();
        var variables = VariableList.Numbered("x", VariableCount);
        return Compose<T>(
            variables, 0, MultivariatePolynomial<T>.Variable(variables, variables[0]), (layer, index) => MultivariatePolynomial<T>.Constant(filters.Filters[layer][index]));
    }

    /// <summary>The coefficients of the output as polynomials in the filter entries.</summary>
    /// <returns>The map from filters to coefficients.</returns>
    /// <exception cref="ArgumentException">The polynomial is too large to be written out.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a monomial is listed exactly when some filters give it a coefficient other than zero.</para>
    /// <para><b>Method:</b> the output with unknown filter entries, sorted by monomials in the inputs.</para>
    /// <para><b>Cost:</b> that of the polynomial, whose number of terms grows like a tower of powers with the depth.</para>
    /// <para><b>Source:</b> the definition.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var map = new MonomialNetwork(Architecture.Parse("2,2"), power: 2).CoefficientMap();
    /// Console.WriteLine(map.Coordinates[2]);   // w_1_1^2*w_2_0 + w_1_0^2*w_2_1
    /// </code>
    /// </example>
    public CoefficientMap CoefficientMap()
    {
        RequireTerms();
        string[] weights = [.. Architecture.Filters.SelectMany((size, layer) => Enumerable.Range(0, size).Select(i => FormattableString.Invariant($"w_{layer + 1}_{i}")))];
        var all = VariableList.Create([.. weights, .. VariableList.Numbered("x", VariableCount)]);
        ImmutableArray<int> offsets = [.. Architecture.Filters.Select((_, layer) => Architecture.Filters.Take(layer).Sum())];
        var output = Compose<Integer>(
            all, weights.Length, MultivariatePolynomial<Integer>.Variable(all, "x0"), (layer, index) => MultivariatePolynomial<Integer>.Variable(all, weights[offsets[layer] + index]));
        return new CoefficientMap(this, VariableList.Create(weights), output);
    }

    /// <summary>Whether the output can be written out; else the reason.</summary>
    internal Verdict Expandable
    {
        get
        {
            const double MostTerms = 20_000, MostDegree = 60_000;
            double terms = 1, degree = 0;
            for (var layer = 0; layer < Architecture.Depth; layer++)
            {
                // A power with r factors of t terms has at most C(t + r - 1, r) of them.
                var power = 1.0;
                if (layer > 0) for (var i = 1; i <= Power && power <= MostTerms; i++) power *= (terms - 1 + i) / i;
                terms = Architecture.Filters[layer] * (layer == 0 ? 1 : power);
                degree = (Power * degree) + 1;
                if (terms > MostTerms || degree + Math.Pow(Power, layer) > MostDegree)
                {
                    return Verdict.Undecided(FormattableString.Invariant($"the output of {this} has too many terms or too high a degree to be written out"));
                }
            }

            return VariableCount <= 1000 ? Verdict.Holds : Verdict.Undecided($"the output of {this} has {VariableCount} inputs, too many to be written out");
        }
    }

    private void RequireTerms()
    {
        if (Expandable.Reason is { } reason) throw new ArgumentException(char.ToUpperInvariant(reason[0]) + reason[1..] + ".");
    }

    private MultivariatePolynomial<T> Compose<T>(VariableList variables, int firstInput, MultivariatePolynomial<T> input, Func<int, int, MultivariatePolynomial<T>> weight)
        where T : IIntegralDomain<T>
    {
        var neuron = input;
        for (var layer = 0; layer < Architecture.Depth; layer++)
        {
            var active = layer == 0 ? neuron : MultivariatePolynomial<T>.Pow(neuron, Power);
            var sum = MultivariatePolynomial<T>.Zero;
            for (var i = 0; i < Architecture.Filters[layer]; i++) sum += weight(layer, i) * Shift(active, variables, firstInput, i == 0 ? 0 : i * (int)Architecture.StrideProducts[layer]);
            neuron = sum;
        }

        return neuron;
    }

    private static MultivariatePolynomial<T> Shift<T>(MultivariatePolynomial<T> polynomial, VariableList variables, int firstInput, int shift)
        where T : IIntegralDomain<T>
    {
        if (shift == 0 || polynomial.IsConstant) return polynomial;
        return MultivariatePolynomial<T>.FromTerms(variables, polynomial.Terms.Select(term => new PolynomialTerm<T>(
            term.Coefficient,
            [.. term.Exponents.Take(firstInput), .. Enumerable.Repeat(0, shift), .. term.Exponents.Skip(firstInput).SkipLast(shift)])));
    }
}

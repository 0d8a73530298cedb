using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class PolynomialModel
{
    /// <summary>A network with one channel: its end-to-end filter as a function of all filter entries.</summary>
    /// <param name="net">The architecture.</param>
    /// <returns>The model; <c>w_2_0</c> is the entry of index 0 of the filter of layer 2.</returns>
    /// <exception cref="ArgumentException">The product of all filter sizes, the number of terms, is too large to be written out.</exception>
    public static PolynomialModel Of(Architecture net)
    {
        ArgumentNullException.ThrowIfNull(net);
        RequireTerms(TermCount(net, 1), net.ToString());
        var variables = VariableList.Create([.. net.Filters.SelectMany((size, layer) => Enumerable.Range(0, size).Select(i => Entry("w", layer + 1, i)))]);
        var polynomials = new Dictionary<int, List<PolynomialTerm<Integer>>>();
        Expand(net, variables.Count, 0, 0, 0, [], polynomials);
        return new PolynomialModel(net.ToString(), variables, Sums(variables, polynomials), Balances(net, variables));
    }

    /// <summary>A network of two layers with one input, one output and several hidden channels.</summary>
    /// <param name="net">Filter sizes and strides of the two layers.</param>
    /// <param name="channels">The number c of hidden channels, at least 1.</param>
    /// <returns>The model; <c>a_2_0</c> and <c>b_2_0</c> are the entries of index 0 of the filters into and out of channel 2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no channel.</exception>
    /// <exception cref="ArgumentException">The architecture does not have two layers, or is too large to be written out.</exception>
    public static PolynomialModel Of(Architecture net, int channels)
    {
        ArgumentNullException.ThrowIfNull(net);
        RequireChannels(net, channels);
        var name = NameOf(net, channels);
        RequireTerms(TermCount(net, channels), name);
        int first = net.Filters[0], second = net.Filters[1], step = second == 1 ? 0 : (int)net.StrideProducts[1];
        string[] names =
        [
            .. Enumerable.Range(1, channels).SelectMany(c => Enumerable.Range(0, first).Select(i => Entry("a", c, i))),
            .. Enumerable.Range(1, channels).SelectMany(c => Enumerable.Range(0, second).Select(i => Entry("b", c, i))),
        ];
        var variables = VariableList.Create(names);
        var polynomials = new Dictionary<int, List<PolynomialTerm<Integer>>>();
        for (var c = 0; c < channels; c++)
        {
            for (var i = 0; i < first; i++)
            {
                for (var j = 0; j < second; j++) Add(polynomials, i + (step * j), Product(names.Length, [(c * first) + i, (channels * first) + (c * second) + j]));
            }
        }

        return new PolynomialModel(name, variables, Sums(variables, polynomials), ChannelLaws(variables, channels, first, second));
    }

    /// <summary>The number of terms of all coordinates: a double, because it can exceed every integer type.</summary>
    internal static double TermCount(Architecture net, int channels) => net.Filters.Aggregate((double)channels, (product, size) => product * size);

    /// <summary>Refuses several channels for networks that do not have two layers.</summary>
    internal static void RequireChannels(Architecture net, int? channels)
    {
        if (channels is null) return;
        if (channels < 1) throw new ArgumentOutOfRangeException(nameof(channels), $"{channels} hidden channels are too few; there must be at least 1.");
        if (net.Depth != 2) throw new ArgumentException($"Several channels are for networks of two layers; {net} has {net.Depth}.", nameof(net));
    }

    /// <summary>The name of a network in sentences.</summary>
    internal static string NameOf(Architecture net, int? channels) =>
        channels is { } width ? $"{net} with {(width == 1 ? "1 channel" : $"{width} channels")}" : net.ToString();

    private static void RequireTerms(double terms, string name)
    {
        const double Most = 1e6;
        if (terms > Most) throw new ArgumentException(FormattableString.Invariant($"The end-to-end filter of {name} has {terms:G3} terms in its parameters; at most {Most:G} are written out."));
    }

    private static void Expand(
        Architecture net, int parameters, int layer, int offset, int exponent, ImmutableArray<int> chosen, Dictionary<int, List<PolynomialTerm<Integer>>> polynomials)
    {
        if (layer == net.Depth)
        {
            Add(polynomials, exponent, Product(parameters, chosen));
            return;
        }

        for (var i = 0; i < net.Filters[layer]; i++)
        {
            var shift = i == 0 ? 0 : i * (int)net.StrideProducts[layer];
            Expand(net, parameters, layer + 1, offset + net.Filters[layer], exponent + shift, chosen.Add(offset + i), polynomials);
        }
    }

    private static void Add(Dictionary<int, List<PolynomialTerm<Integer>>> polynomials, int exponent, PolynomialTerm<Integer> term)
    {
        if (!polynomials.TryGetValue(exponent, out var terms)) polynomials.Add(exponent, terms = []);
        terms.Add(term);
    }

    private static PolynomialTerm<Integer> Product(int parameters, ImmutableArray<int> factors, int sign = 1)
    {
        var exponents = new int[parameters];
        foreach (var factor in factors) exponents[factor]++;
        return new PolynomialTerm<Integer>(sign, ImmutableArray.Create(exponents));
    }

    private static ImmutableArray<MultivariatePolynomial<Integer>> Sums(VariableList variables, Dictionary<int, List<PolynomialTerm<Integer>>> polynomials) =>
        [.. polynomials.OrderBy(entry => entry.Key).Select(entry => MultivariatePolynomial<Integer>.FromTerms(variables, entry.Value))];

    private static string Entry(string letter, int first, int second) => FormattableString.Invariant($"{letter}_{first}_{second}");

    private static ImmutableArray<ConservationLaw> Balances(Architecture net, VariableList variables)
    {
        var laws = ImmutableArray.CreateBuilder<ConservationLaw>(net.Depth - 1);
        var offset = 0;
        for (var layer = 0; layer + 1 < net.Depth; layer++)
        {
            var (size, next) = (net.Filters[layer], net.Filters[layer + 1]);
            laws.Add(new ConservationLaw($"|w_{layer + 1}|^2 - |w_{layer + 2}|^2", Difference(
                variables, size, next, i => [offset + i, offset + i], i => [offset + size + i, offset + size + i])));
            offset += size;
        }

        return laws.MoveToImmutable();
    }

    /// <summary>The entries of AᵀA - BᵀB, and for equal sizes the antisymmetric part of AᵀB.</summary>
    private static ImmutableArray<ConservationLaw> ChannelLaws(VariableList variables, int channels, int first, int second)
    {
        var laws = ImmutableArray.CreateBuilder<ConservationLaw>();
        for (var c = 0; c < channels; c++)
        {
            for (var d = c; d < channels; d++)
            {
                var name = c == d ? $"|a_{c + 1}|^2 - |b_{c + 1}|^2" : $"<a_{c + 1}, a_{d + 1}> - <b_{c + 1}, b_{d + 1}>";
                laws.Add(new ConservationLaw(name, Difference(variables, first, second, i => [A(c, i), A(d, i)], i => [B(c, i), B(d, i)])));
            }
        }

        for (var c = 0; c < channels && first == second; c++)
        {
            for (var d = c + 1; d < channels; d++)
            {
                laws.Add(new ConservationLaw($"<a_{d + 1}, b_{c + 1}> - <a_{c + 1}, b_{d + 1}>", Difference(
                    variables, first, first, i => [A(d, i), B(c, i)], i => [A(c, i), B(d, i)])));
            }
        }

        return laws.ToImmutable();

        int A(int channel, int i) => (channel * first) + i;
        int B(int channel, int i) => (channels * first) + (channel * second) + i;
    }

    private static MultivariatePolynomial<Integer> Difference(
        VariableList variables, int first, int second, Func<int, ImmutableArray<int>> positive, Func<int, ImmutableArray<int>> negative) =>
        MultivariatePolynomial<Integer>.FromTerms(variables,
        [
            .. Enumerable.Range(0, first).Select(i => Product(variables.Count, positive(i))),
            .. Enumerable.Range(0, second).Select(i => Product(variables.Count, negative(i), -1)),
        ]);
}

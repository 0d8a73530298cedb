using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public sealed class CoefficientMapTests
{
    [Fact]
    public void The_chart_of_two_layers_of_two_is_that_of_the_theory()
    {
        // F19: (1, 2a, a^2 + b, 2ab, a^2 b) for filters (1, a), (1, b) and r = 2.
        var map = new MonomialNetwork(Architecture.Parse("2,2"), 2).CoefficientMap();
        var values = map.Evaluate(new FilterStack<Integer>(map.Network.Architecture, [[1, 3], [1, 5]]));
        Assert.Equal([1, 6, 14, 30, 45], values.Select(value => (int)value));
        Assert.Equal(["2,0,0", "1,1,0", "0,2,0", "0,1,1", "0,0,2"], map.Monomials.Select(monomial => string.Join(',', monomial)));
    }

    [Fact]
    public void Coordinates_and_layers_and_neurons_one_by_one_agree() => PropertyRun.Trials(60, random =>
    {
        var net = NextNetwork(random);
        var weights = NextIntegers(random, net.Architecture);
        var map = net.CoefficientMap();
        var output = net.Output(weights);
        foreach (var (monomial, value) in map.Monomials.Zip(map.Evaluate(weights))) Assert.Equal(value, output.IsZero ? 0 : Coefficient(output, monomial));
        Assert.True(output.IsZero || output.TermCount <= map.Monomials.Length);
        Integer[] inputs = [.. Enumerable.Range(0, net.VariableCount).Select(_ => (Integer)random.Between(-3, 3))];
        Assert.Equal(Network(net, weights, inputs), output.IsConstant ? output.ConstantTerm : output.Evaluate(inputs));
        if (net.PolynomialDegree > 1 && !output.IsZero) Assert.Equal(((int)net.PolynomialDegree, true), (output.TotalDegree, output.IsHomogeneous));
    });

    [Fact]
    public void A_linear_network_has_the_end_to_end_filter() => PropertyRun.Trials(40, random =>
    {
        var net = random.NextArchitecture();
        var weights = NextIntegers(random, net);
        var map = new MonomialNetwork(net, 1).CoefficientMap();
        var filter = ParameterizationMap.EndToEnd(weights);
        var entries = map.Monomials.Zip(map.Evaluate(weights)).ToDictionary(pair => pair.First.IndexOf(1), pair => pair.Second);
        Assert.Equal(filter, Enumerable.Range(0, net.EndToEndSize).Select(i => entries.GetValueOrDefault(i)));
    });

    [Fact]
    public void Scalings_act_with_the_layer_degrees() => PropertyRun.Trials(40, random =>
    {
        var net = NextNetwork(random);
        var weights = NextIntegers(random, net.Architecture);
        var map = net.CoefficientMap();
        Integer factor = 1;
        var scaled = weights.Filters.Select((filter, layer) =>
        {
            Integer c = random.Pick([-1, 2, -3]);
            factor *= Integer.Pow(c, (int)net.LayerDegrees[layer]);
            return filter.Select(entry => c * entry).ToImmutableArray();
        }).ToImmutableArray();
        Assert.Equal(map.Evaluate(weights).Select(value => factor * value), map.Evaluate(new FilterStack<Integer>(net.Architecture, scaled)));
    });

    /// <summary>Derivatives against the coefficient of ε in the output of filters moved by ε, in exact arithmetic.</summary>
    [Fact]
    public void The_Jacobian_is_the_linear_part_of_a_moved_network() => PropertyRun.Trials(20, random =>
    {
        var net = NextNetwork(random);
        var weights = NextIntegers(random, net.Architecture);
        var map = net.CoefficientMap();
        var jacobian = map.Jacobian(weights);
        var column = 0;
        for (var layer = 0; layer < net.Architecture.Depth; layer++)
        {
            for (var i = 0; i < net.Architecture.Filters[layer]; i++, column++)
            {
                var moved = weights.Filters.Select((filter, l) => filter.Select((entry, j) => new Polynomial<Integer>(entry, l == layer && j == i ? 1 : 0)).ToImmutableArray()).ToImmutableArray();
                var output = net.Output(new FilterStack<Polynomial<Integer>>(net.Architecture, moved));
                Assert.Equal(jacobian.Column(column), map.Monomials.Select(monomial => output.IsZero ? 0 : Coefficient(output, monomial)[1]));
            }
        }
    });

    [Fact]
    public void What_is_too_large_is_refused_by_name()
    {
        var net = new MonomialNetwork(Architecture.Parse("5,5,5,5"), 5);
        Assert.Contains("too many terms", Assert.Throws<ArgumentException>(net.CoefficientMap).Message, StringComparison.Ordinal);
        Assert.Contains("too many terms", Assert.Throws<ArgumentException>(() => new MonomialNetwork(Architecture.Parse("2,2"), 1_000_000).CoefficientMap()).Message, StringComparison.Ordinal);
        var other = new FilterStack<Integer>(Architecture.Parse("2,2"), [[1, 2], [3, 4]]);
        Assert.Throws<ArgumentException>(() => net.Output(other));
        Assert.Throws<ArgumentException>(() => new MonomialNetwork(Architecture.Parse("3,2"), 2).CoefficientMap().Evaluate(other));
    }

    internal static MonomialNetwork NextNetwork(TestRandom random, int leastPower = 1)
    {
        while (true)
        {
            var net = new MonomialNetwork(random.NextArchitecture(mostLayers: 3, largestFilter: 3), random.Between(leastPower, 3));
            if (net.Expandable == Verdict.Holds && net.VariableCount <= 12 && (net.Architecture.Depth < 3 || net.Power < 3)) return net;
        }
    }

    internal static FilterStack<Integer> NextIntegers(TestRandom random, Architecture net) =>
        new(net, [.. net.Filters.Select(k => Enumerable.Range(0, k).Select(_ => random.Chance(0.2) ? 0 : (Integer)random.Between(-4, 4)).ToImmutableArray())]);

    private static T Coefficient<T>(MultivariatePolynomial<T> polynomial, ImmutableArray<int> exponents)
        where T : IIntegralDomain<T> => polynomial.Terms.Where(term => term.Exponents.SequenceEqual(exponents)).Select(term => term.Coefficient).SingleOrDefault(T.Zero);

    /// <summary>The definition: convolutions and powers of numbers.</summary>
    private static Integer Network(MonomialNetwork net, FilterStack<Integer> weights, Integer[] inputs)
    {
        var values = inputs;
        for (var layer = 0; layer < net.Architecture.Depth; layer++)
        {
            int k = net.Architecture.Filters[layer], s = net.Architecture.Strides[layer];
            var filter = weights.Filters[layer];
            var count = layer == net.Architecture.Depth - 1 ? 1 : ((values.Length - k) / s) + 1;
            var source = values;
            values = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, k).Aggregate((Integer)0, (sum, j) => sum + (filter[j] * source[(i * s) + j])))];
            if (layer < net.Architecture.Depth - 1) values = [.. values.Select(value => Integer.Pow(value, net.Power))];
        }

        return values[0];
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

/// <summary>D8: networks with several directions are one convolution.</summary>
public class GridMapTests
{
    [Fact]
    public void End_to_end_filter_is_the_sum_over_all_index_tuples() => PropertyRun.Trials(100, random =>
    {
        var net = random.NextGrid();
        var weights = random.NextWeights(net);
        var direct = new Dictionary<string, Rational>();
        AddTuples(0, new int[net.Directions.Length], Rational.One);
        var expected = RandomGrids.Indices(net.EndToEndSize).Select(index => direct.GetValueOrDefault(RandomGrids.Key(index)));
        Assert.Equal(expected, GridParameterizationMap.EndToEnd(weights));

        void AddTuples(int layer, int[] position, Rational product)
        {
            if (layer == net.Depth)
            {
                direct[RandomGrids.Key(position)] = direct.GetValueOrDefault(RandomGrids.Key(position)) + product;
                return;
            }

            var entry = 0;
            foreach (var index in RandomGrids.Indices(net.Filters[layer]))
            {
                var moved = position.Select((p, d) => p + (index[d] * Enumerable.Range(0, layer).Aggregate(1, (s, before) => s * net.Strides[before][d]))).ToArray();
                AddTuples(layer + 1, moved, product * weights.Filters[layer][entry++]);
            }
        }
    });

    /// <summary>The definition of a convolution of signals, one layer after the other, against the end-to-end filter.</summary>
    [Fact]
    public void The_layers_one_after_the_other_are_one_convolution() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextGrid(mostEntries: 150);
        var weights = random.NextWeights(net);
        ImmutableArray<int> outputs = [.. net.Directions.Select(_ => random.Between(1, 2))];
        var sizes = new ImmutableArray<int>[net.Depth + 1];
        sizes[net.Depth] = outputs;
        for (var layer = net.Depth - 1; layer >= 0; layer--) sizes[layer] = [.. sizes[layer + 1].Select((size, d) => (net.Strides[layer][d] * (size - 1)) + net.Filters[layer][d])];
        if (sizes[0].Aggregate(1L, (product, size) => product * size) > 3000) return;
        var input = RandomGrids.Tensor(sizes[0], RandomGrids.Indices(sizes[0]).Select(_ => (Rational)random.Between(-9, 9)).ToArray());
        var signal = input;
        for (var layer = 0; layer < net.Depth; layer++) signal = Convolve(signal, net.Filters[layer], weights.Filters[layer], [.. net.Strides[layer]], sizes[layer + 1]);
        Assert.Equal(Convolve(input, net.EndToEndSize, GridParameterizationMap.EndToEnd(weights), [.. net.EndToEndStride.Select(s => (int)s)], outputs), signal);
    });

    [Fact]
    public void One_direction_is_the_map_of_one_dimension() => PropertyRun.Trials(100, random =>
    {
        var line = random.NextArchitecture();
        var weights = random.NextWeights(line);
        var net = new GridArchitecture([.. line.Filters.Select(k => ImmutableArray.Create(k))], [.. line.Strides.Select(s => ImmutableArray.Create(s))]);
        var grid = new GridFilterStack<Rational>(net, weights.Filters);
        Assert.Equal(ParameterizationMap.EndToEnd(weights), GridParameterizationMap.EndToEnd(grid).AsEnumerable());
        Assert.Equal(ParameterizationMap.Jacobian(weights), GridParameterizationMap.Jacobian(grid));
    });

    [Fact]
    public void Directions_may_be_exchanged_and_reversed() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextGrid();
        var weights = random.NextWeights(net);
        var order = Enumerable.Range(0, net.Directions.Length).OrderBy(_ => random.Next()).ToArray();
        var isReversed = order.Select(_ => random.Chance(0.5)).ToArray();
        var moved = new GridArchitecture([.. net.Filters.Select(sizes => order.Select(d => sizes[d]).ToImmutableArray())], [.. net.Strides.Select(sizes => order.Select(d => sizes[d]).ToImmutableArray())]);
        var filters = net.Filters.Select((sizes, layer) => Moved(sizes, weights.Filters[layer])).ToImmutableArray();
        Assert.Equal(Moved(net.EndToEndSize, GridParameterizationMap.EndToEnd(weights)), GridParameterizationMap.EndToEnd(new GridFilterStack<Rational>(moved, filters)).AsEnumerable());

        ImmutableArray<Rational> Moved(ImmutableArray<int> sizes, ImmutableArray<Rational> entries)
        {
            var tensor = RandomGrids.Tensor(sizes, entries);
            return
            [
                .. RandomGrids.Indices([.. order.Select(d => sizes[d])]).Select(index =>
                {
                    var old = new int[sizes.Length];
                    for (var i = 0; i < order.Length; i++) old[order[i]] = isReversed[i] ? sizes[order[i]] - 1 - index[i] : index[i];
                    return tensor[RandomGrids.Key(old)];
                }),
            ];
        }
    });

    [Fact]
    public void Jacobian_is_the_linear_part_of_the_map() => PropertyRun.Trials(40, random =>
    {
        var net = random.NextGrid(mostEntries: 100);
        var (weights, direction) = (random.NextWeights(net), random.NextWeights(net));
        var moving = new GridFilterStack<Polynomial<Rational>>(net,
            [.. weights.Filters.Select((filter, l) => filter.Select((w, i) => new Polynomial<Rational>(w, direction.Filters[l][i])).ToImmutableArray())]);
        Assert.Equal(GridParameterizationMap.EndToEnd(moving).Select(p => p[1]), GridParameterizationMap.Jacobian(weights).Multiply([.. direction.Filters.SelectMany(f => f)]));
    });

    [Theory]
    [InlineData("3x3,2", null)]
    [InlineData("3x3,2x2", "2x2")]
    [InlineData("3x3,2x2", "2x2x2,1x1x1")]
    [InlineData("3x0", null)]
    [InlineData("3x3", "0")]
    [InlineData("2000x2000", null)]
    [InlineData("1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1", null)]
    public void Sizes_that_make_no_network_are_refused(string filters, string? strides) => Assert.ThrowsAny<ArgumentException>(() => GridArchitecture.Parse(filters, strides));

    [Theory]
    [InlineData("")]
    [InlineData("3x")]
    [InlineData("3xx3")]
    [InlineData("x")]
    [InlineData("3y3")]
    public void Text_that_is_no_size_is_refused(string filters) => Assert.Throws<FormatException>(() => GridArchitecture.Parse(filters));

    [Fact]
    public void A_plain_stride_holds_in_every_direction()
    {
        var net = GridArchitecture.Parse("3x3x3,2x2x2", "2,1");
        Assert.Equal(GridArchitecture.Parse("3x3x3,2x2x2", "2x2x2,1x1x1"), net);
        Assert.Equal("(3x3x3,2x2x2) strides (2x2x2,1x1x1)", net.ToString());
        Assert.Equal([5, 5, 5], net.EndToEndSize.AsEnumerable());
        Assert.NotEqual(net, GridArchitecture.Parse("3x3x3,2x2x2"));
    }

    [Fact]
    public void Weights_that_do_not_fit_are_refused()
    {
        var net = GridArchitecture.Parse("2x2,2x1");
        Assert.Throws<ArgumentException>(() => new GridFilterStack<Integer>(net, [[1, 2, 3, 4]]));
        Assert.Throws<ArgumentException>(() => new GridFilterStack<Integer>(net, [[1, 2, 3, 4], [1]]));
    }

    private static Dictionary<string, Rational> Convolve(Dictionary<string, Rational> signal, ImmutableArray<int> sizes, ImmutableArray<Rational> filter, int[] strides, ImmutableArray<int> outputs) =>
        RandomGrids.Indices(outputs).ToDictionary(RandomGrids.Key, at =>
        {
            var sum = Rational.Zero;
            foreach (var (offset, weight) in RandomGrids.Indices(sizes).Zip(filter)) sum += weight * signal[RandomGrids.Key(offset.Select((o, d) => o + (at[d] * strides[d])))];
            return sum;
        });
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

public class ParameterizationMapTests
{
    [Fact]
    public void End_to_end_filter_is_the_sum_over_all_index_tuples() => PropertyRun.Trials(200, random =>
    {
        var net = random.NextArchitecture();
        var weights = random.NextWeights(net);
        var direct = new Rational[net.EndToEndSize];
        AddTuples(0, 0, Rational.One);
        Assert.Equal(direct, ParameterizationMap.EndToEnd(weights));

        void AddTuples(int layer, int position, Rational product)
        {
            if (layer == net.Depth)
            {
                direct[position] += product;
                return;
            }

            for (var j = 0; j < net.Filters[layer]; j++)
            {
                AddTuples(layer + 1, j == 0 ? position : position + (j * (int)net.StrideProducts[layer]), product * weights.Filters[layer][j]);
            }
        }
    });

    [Fact]
    public void End_to_end_filter_is_a_row_of_the_product_of_Toeplitz_matrices() => PropertyRun.Trials(200, random =>
    {
        var net = random.NextArchitecture(mostLayers: 3);
        var weights = random.NextWeights(net);
        var outputs = random.Between(1, 3);
        var size = outputs;
        var product = Matrix<Rational>.Identity(outputs);
        for (var layer = net.Depth - 1; layer >= 0; layer--)
        {
            var matrix = ConvolutionMatrix.Of(weights.Filters[layer].AsSpan(), net.Strides[layer], size);
            product *= matrix;
            size = matrix.Columns;
        }

        var expected = ConvolutionMatrix.Of(ParameterizationMap.EndToEnd(weights).AsSpan(), (int)net.EndToEndStride, outputs);
        Assert.Equal(expected, product);
    });

    [Fact]
    public void Jacobian_is_the_linear_part_of_the_map() => PropertyRun.Trials(100, random =>
    {
        // Over the ring Q[t] the map at w + t v has J v as its coefficient of t.
        var net = random.NextArchitecture();
        var weights = random.NextWeights(net);
        var direction = random.NextWeights(net);
        var moving = new FilterStack<Polynomial<Rational>>(net,
            [.. weights.Filters.Select((filter, l) => filter.Select((w, i) => new Polynomial<Rational>(w, direction.Filters[l][i])).ToImmutableArray())]);
        var linear = ParameterizationMap.EndToEnd(moving).Select(p => p[1]);
        var jacobian = ParameterizationMap.Jacobian(weights);
        Assert.Equal(linear, jacobian.Multiply([.. direction.Filters.SelectMany(f => f)]));
    });

    // C1: in stride one the rank is the end-to-end size less the degree of the gcd of the complements.
    [Fact]
    public void Rank_in_stride_one_is_size_less_degree_of_the_common_divisor() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextStrideOne(5);
        var weights = random.NextWeights(net, 1);
        if (weights.Filters.Any(f => f.All(w => w.IsZero))) return;
        var forms = ParameterizationMap.Complements(weights).Select((p, l) => (p, Degree: net.RootCount - net.Filters[l] + 1)).ToArray();
        var affine = forms.Aggregate(Polynomial<Rational>.Zero, (g, f) => PolynomialGcd.Gcd(g, f.p));
        var atInfinity = forms.Min(f => f.Degree - f.p.Degree);
        Assert.Equal(net.EndToEndSize - affine.Degree - atInfinity, FractionFree.Rank(ParameterizationMap.Jacobian(weights)));
    });

    // A3: the dimension is the rank of the Jacobian at a random point.
    [Fact]
    public void Dimension_is_the_generic_rank() => PropertyRun.Trials(100, random =>
    {
        var net = random.NextArchitecture();
        var weights = random.NextWeights(net, 1_000_000);
        Assert.Equal(net.FunctionSpace().Dimension, FractionFree.Rank(ParameterizationMap.Jacobian(weights)));
    });

    [Fact]
    public void Weights_that_do_not_fit_are_refused()
    {
        var net = Architecture.Parse("3,2");
        Assert.Throws<ArgumentException>(() => new FilterStack<Integer>(net, [[1, 2, 3]]));
        var error = Assert.Throws<ArgumentException>(() => new FilterStack<Integer>(net, [[1, 2, 3], [1]]));
        Assert.Contains("layer 2 has 1 entries", error.Message, StringComparison.Ordinal);
    }
}

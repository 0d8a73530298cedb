using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

/// <summary>D9 for all strides and directions: networks with cyclic padding.</summary>
public class CyclicNetworkTests
{
    /// <summary>The matrices of the layers, written from their definition, multiplied, against the matrix of the folded filter.</summary>
    [Fact]
    public void The_product_of_cyclic_layers_is_the_folded_filter() => PropertyRun.Trials(80, random =>
    {
        var net = random.NextArchitecture(mostLayers: 3);
        var points = (int)net.EndToEndStride * random.Between(1, 4);
        var weights = random.NextWeights(net);
        var product = Matrix<Rational>.Identity(points);
        var circle = points;
        for (var layer = 0; layer < net.Depth; layer++)
        {
            product = CyclicMatrix(weights.Filters[layer], net.Strides[layer], circle) * product;
            circle /= net.Strides[layer];
        }

        var folded = new CyclicNetwork(net, points).Fold(ParameterizationMap.EndToEnd(weights));
        Assert.Equal(points, folded.Length);
        Assert.Equal(CyclicMatrix(folded, (int)net.EndToEndStride, points), product);
    });

    /// <summary>Signals on a torus, one layer after the other.</summary>
    [Fact]
    public void On_a_torus_the_layers_are_the_folded_filter_too() => PropertyRun.Trials(50, random =>
    {
        var net = random.NextGrid(mostEntries: 60, largestStride: 2);
        ImmutableArray<int> points = [.. net.EndToEndStride.Select(stride => (int)stride * random.Between(1, 3))];
        if (points.Aggregate(1, (product, size) => product * size) > 600) return;
        var weights = random.NextWeights(net);
        var input = RandomGrids.Tensor(points, RandomGrids.Indices(points).Select(_ => (Rational)random.Between(-9, 9)).ToArray());
        var (signal, sizes) = (input, points);
        for (var layer = 0; layer < net.Depth; layer++)
        {
            signal = Convolve(signal, sizes, net.Filters[layer], weights.Filters[layer], [.. net.Strides[layer]]);
            sizes = [.. sizes.Select((size, d) => size / net.Strides[layer][d])];
        }

        var folded = new CyclicNetwork(net, points).Fold(GridParameterizationMap.EndToEnd(weights));
        Assert.Equal(Convolve(input, points, points, folded, [.. net.EndToEndStride.Select(stride => (int)stride)]), signal);
    });

    /// <summary>The theory carries over exactly when no two places that filters reach fall together; otherwise two stacks are told apart without padding only.</summary>
    [Fact]
    public void Nothing_wraps_exactly_when_places_stay_apart() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextGrid(mostLayers: 4);
        ImmutableArray<int> points = [.. net.Directions.Select(d => (int)d.EndToEndStride * random.Between(1, 1 + (d.EndToEndSize / (int)d.EndToEndStride)))];
        var network = new CyclicNetwork(net, points);
        var reached = net.Directions.Select(d => Enumerable.Range(0, d.Depth).Aggregate(
            (IEnumerable<int>)[0], (sums, l) => sums.SelectMany(sum => Enumerable.Range(0, d.Filters[l]).Select(i => i == 0 ? sum : sum + (i * (int)d.StrideProducts[l])))).Distinct().ToArray()).ToArray();
        var apart = reached.Zip(points).All(one => one.First.Select(place => place % one.Second).Distinct().Count() == one.First.Length);
        Assert.Equal(Verdict.Of(apart), network.CarriesOver);
        if (apart)
        {
            Assert.Null(network.Witness);
            return;
        }

        var witness = network.Witness!;
        var (one, other) = (GridParameterizationMap.EndToEnd(witness.Filters), GridParameterizationMap.EndToEnd(witness.Others));
        Assert.NotEqual(one, other.AsEnumerable());
        Assert.Equal(network.Fold(one), network.Fold(other).AsEnumerable());
        Assert.Contains(network.Fold(one), entry => !entry.IsZero);
    });

    [Fact]
    public void Without_wrapping_an_operator_is_the_filter_with_zeros_appended() => PropertyRun.Trials(50, random =>
    {
        var net = random.NextArchitecture(mostLayers: 3, largestStride: 2);
        var points = net.EndToEndSize + (int)net.EndToEndStride - (net.EndToEndSize % (int)net.EndToEndStride);
        var network = new CyclicNetwork(net, points);
        var filter = ParameterizationMap.EndToEnd(random.NextWeights(net));
        Assert.Equal(Verdict.Holds, network.CarriesOver);
        Assert.Equal([.. filter, .. Enumerable.Repeat(Rational.Zero, points - filter.Length)], network.Fold(filter).AsEnumerable());
        Assert.Equal(net.FunctionSpace().Dimension, network.LargestDimension);
        Assert.Equal(Verdict.Fails, network.Filling);
    });

    /// <summary>On a circle the bound on the dimension is the generic rank, wrapped or not; with several directions it can be larger, and then nothing is called proved.</summary>
    [Fact]
    public void The_dimension_is_the_generic_rank() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextGrid(mostLayers: 4, mostEntries: 80, mostDirections: 2);
        ImmutableArray<int> points = [.. net.EndToEndStride.Select(stride => (int)stride * random.Between(1, 4))];
        if (points.Aggregate(1, (product, size) => product * size) > 100) return;
        var network = new CyclicNetwork(net, points);
        var jacobian = GridParameterizationMap.Jacobian(random.NextWeights(net, 1_000_000));
        var columns = Enumerable.Range(0, jacobian.Columns).Select(column => network.Fold(jacobian.Column(column))).ToArray();
        var rank = FractionFree.Rank(new Matrix<Rational>(network.TotalPoints, columns.Length, (i, j) => columns[j][i]));
        var text = $"{net} on {RandomGrids.Key(points)}: at most {network.LargestDimension}, rank {rank}";
        Assert.True(net.Directions.Length == 1 ? network.LargestDimension == rank : network.LargestDimension >= rank, text);
        Assert.Equal((rank, network.LargestDimension == rank ? Evidence.Proved : Evidence.Sampled), CyclicDimension.OfRandomFilters(network, 1, CancellationToken.None));
    });

    /// <summary>Many layers are grouped from the last one on: a bound too, and on a circle no worse.</summary>
    [Fact]
    public void Grouping_only_the_last_layers_is_enough_on_a_circle() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextGrid(mostLayers: 6, mostEntries: 200, mostDirections: 2, largestStride: 2);
        ImmutableArray<int> points = [.. net.EndToEndStride.Select(stride => (int)stride * random.Between(1, 4))];
        var network = new CyclicNetwork(net, points);
        var layers = Enumerable.Range(0, net.Depth).Where(layer => net.EntryCounts[layer] > 1).ToArray();
        if (layers.Length == 0) return;
        var (tails, all) = (CyclicDimension.OfTails(network, layers), CyclicDimension.OfAllGroupings(network, layers));
        Assert.True(net.Directions.Length == 1 ? tails == all : tails >= all, $"{net} on {RandomGrids.Key(points)}: {tails}, {all}");
    });

    [Fact]
    public void Many_layers_on_a_small_circle()
    {
        var network = new CyclicNetwork(new Architecture([.. Enumerable.Repeat(2, 14)]), 8);
        Assert.Equal(8, network.LargestDimension);
        Assert.Equal((8, Evidence.Proved), CyclicDimension.OfRandomFilters(network, 1, CancellationToken.None));

        // Fourteen real roots, and the average needs three conjugate pairs.
        Assert.Equal(Verdict.Fails, network.Filling);
    }

    /// <summary>Two tangled layers that fill a direction are modules over its group ring: more than scalings move between them, and the bound is not reached.</summary>
    [Fact]
    public void A_dimension_below_the_bound_is_sampled()
    {
        var network = new CyclicNetwork(GridArchitecture.Parse("2x2,2x2,3x3", "1x1,1x3,1x3"), [2, 9]);
        Assert.Equal(11, network.LargestDimension);
        Assert.Equal((10, Evidence.Sampled), CyclicDimension.OfRandomFilters(network, 1, CancellationToken.None));
    }

    /// <summary>
    /// Stride one, where it wraps: an operator is representable exactly when some filter that folds onto it is. Random ones among those that fold onto
    /// random operators are tried where all are representable, and none that folds onto the average may be where it is out of reach.
    /// </summary>
    [Fact]
    public void Filling_on_a_circle_with_stride_one() => PropertyRun.Trials(120, random =>
    {
        var net = random.NextStrideOne(6);
        var points = random.Between(1, net.EndToEndSize);
        var network = new CyclicNetwork(net, points);
        var space = net.FunctionSpace();
        Assert.NotEqual(VerdictKind.Undecided, network.Filling.Kind);
        if (network.Filling == Verdict.Holds)
        {
            ImmutableArray<Rational> target = [.. Enumerable.Range(0, points).Select(_ => (Rational)random.Between(-5, 5))];
            Assert.Contains(Enumerable.Range(0, 400), _ => space.Contains(Lift(target)).Verdict == Verdict.Holds);
        }
        else if (network.OutOfReach is { } average)
        {
            for (var i = 0; i < 30; i++) Assert.Equal(Verdict.Fails, space.Contains(Lift([.. average.Select(entry => (Rational)entry)])).Verdict);
        }

        // A random filter that folds onto the operator: the excess is spread at random, at all scales.
        ImmutableArray<Rational> Lift(ImmutableArray<Rational> target)
        {
            var filter = target.Concat(Enumerable.Repeat(Rational.Zero, net.EndToEndSize - points)).ToArray();
            for (var place = points; place < filter.Length; place++)
            {
                var excess = random.Chance(0.2) ? Rational.Zero : new Rational(random.Between(-40, 40), random.Pick([1, 7, 60]));
                filter[place] += excess;
                filter[place - points] -= excess;
            }

            Assert.Equal(target, network.Fold<Rational>([.. filter]).AsEnumerable());
            return [.. filter];
        }
    });

    /// <summary>The zeros of the average: every root of unity but 1, of which real layers cannot reach enough exactly when the criterion says so.</summary>
    [Fact]
    public void The_average_is_out_of_reach_exactly_when_layers_cannot_share_out_its_roots()
    {
        var fails = 0;
        for (var degree = 1; degree <= 6; degree++)
        {
            foreach (var sizes in RandomNetworks.Compositions(degree))
            {
                for (var points = 2; points <= degree; points++)
                {
                    // Conjugate pairs fill the layers two by two; with an even number of points -1 takes one more place.
                    int pairs = (points - 1) / 2, places = sizes.Sum(k => (k - 1) / 2);
                    var isEven = points % 2 == 0;
                    var canShare = places >= pairs && (!isEven || places > pairs || sizes.Any(k => k % 2 == 0));
                    var filling = new CyclicNetwork(new Architecture(sizes), points).Filling;
                    Assert.Equal(Verdict.Of(canShare), filling);
                    if (filling == Verdict.Fails) fails++;
                }
            }
        }

        Assert.True(fails > 5);
    }

    /// <summary>
    /// With upsampled layers: c invertible and c = A B, B in powers of x^s, would give an inverse b of B on a smaller circle with zeros in c b behind the degree of A.
    /// Linear algebra over the rationals: all such b have entries that add up to zero, so that they have no inverse.
    /// </summary>
    [Fact]
    public void Operators_out_of_reach_of_upsampled_layers() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextArchitecture(mostLayers: 3, largestFilter: 5);
        var points = (int)net.EndToEndStride * random.Between(1, 4);
        var network = new CyclicNetwork(net, points);
        if (net.IsStrideOne || network.OutOfReach is not { } outOfReach) return;
        var step = (int)net.StrideProducts.Where((product, layer) => net.Filters[layer] > 1 && !product.IsOne).Aggregate((one, other) => one < other ? one : other);
        var degree = net.Filters.Where((_, layer) => net.StrideProducts[layer].IsOne).Sum(size => size - 1);
        ImmutableArray<Rational> c = [.. outOfReach.Select(entry => (Rational)entry)];
        Assert.NotEqual(Rational.Zero, FractionFree.Determinant(CyclicMatrix(c, 1, points)));

        // Rows: the entries of c b at places above the degree; columns: the entries of b at multiples of the step.
        var rows = Enumerable.Range(degree + 1, points - degree - 1).ToArray();
        var conditions = new Matrix<Rational>(rows.Length, points / step, (i, j) => c[(rows[i] - (j * step) + points) % points]);
        Assert.All(FractionFree.Nullspace(conditions), b => Assert.Equal(Rational.Zero, b.Aggregate(Rational.Zero, (sum, entry) => sum + entry)));
    });

    /// <summary>Without padding function spaces are closed (A2). With wrapping they need not be: (1, 1, 0, 1) is a limit of operators and none itself.</summary>
    [Fact]
    public void With_wrapping_the_set_of_operators_need_not_be_closed()
    {
        var net = Architecture.Parse("3,2", "2,1");
        var network = new CyclicNetwork(net, 4);
        Assert.Equal((Verdict.Fails, 4), (network.CarriesOver, network.LargestDimension));
        Assert.Equal([3, 1, 0, 1], network.OutOfReach!.Value.AsEnumerable());

        // For every filter: (p0 p3 - p1 p2) w_1[1] = w_1[2] (p3^2 - p1^2). On (1, 1, 0, 1) the right side is zero and w_1[1], a factor of p1, is not; so is the left side not.
        PropertyRun.Trials(20, random =>
        {
            var weights = random.NextWeights(net);
            var p = network.Fold(ParameterizationMap.EndToEnd(weights));
            Assert.Equal(weights.Filters[0][2] * ((p[3] * p[3]) - (p[1] * p[1])), ((p[0] * p[3]) - (p[1] * p[2])) * weights.Filters[0][1]);
            Assert.Equal(p[1], weights.Filters[0][1] * weights.Filters[1][0]);
        });

        // (1, 1, 0, 1 + t): the second layer is (1, 1 + t), and the first solves two linear equations of determinant 1 - (1 + t)^2.
        foreach (var t in (Rational[])[new(1, 10), new(1, 1000), new(1, 1_000_000)])
        {
            var e = 1 + t;
            var determinant = 1 - (e * e);
            var weights = new FilterStack<Rational>(net, [[1 / determinant, 1, -e / determinant], [1, e]]);
            Assert.Equal([1, 1, 0, e], network.Fold(ParameterizationMap.EndToEnd(weights)).AsEnumerable());
        }
    }

    /// <summary>With wrapping a product of layers that are not zero can be zero, and more scalings than those between layers can keep the operator.</summary>
    [Fact]
    public void With_wrapping_nonzero_layers_can_multiply_to_zero()
    {
        var net = Architecture.Parse("2,2");
        var weights = new FilterStack<Integer>(net, [[1, 1], [1, -1]]);
        Assert.All(new CyclicNetwork(net, 2).Fold(ParameterizationMap.EndToEnd(weights)), entry => Assert.True(entry.IsZero));
    }

    [Theory]
    [InlineData("3,2,2", null, 5, "holds", 5, "fails")]
    [InlineData("3,2,2", null, 4, "fails", 4, "holds")]
    [InlineData("2,2,2", null, 3, "fails", 3, "fails")]
    [InlineData("2,2,2", null, 2, "fails", 2, "holds")]
    [InlineData("3,3", null, 4, "fails", 4, "holds")]
    [InlineData("3,2", "2,1", 4, "fails", 4, "fails")]
    [InlineData("2,2,2,2", "1,1,2,1", 4, "fails", 4, "undecided")]
    [InlineData("4,2", "2,1", 4, "fails", 4, "holds")]
    [InlineData("4,3", "2,1", 6, "fails", 6, "fails")]
    [InlineData("2,3", "2,1", 4, "fails", 3, "fails")]
    [InlineData("2,2", "2,1", 2, "fails", 2, "holds")]
    [InlineData("7", null, 3, "fails", 3, "holds")]
    [InlineData("1,1", "2,1", 2, "holds", 1, "fails")]
    [InlineData("1,3", "2,1", 4, "fails", 2, "fails")]
    [InlineData("3", null, 3, "holds", 3, "holds")]
    public void Small_circles(string filters, string? strides, int points, string carriesOver, int dimension, string filling)
    {
        var network = new CyclicNetwork(Architecture.Parse(filters, strides), points);
        Assert.Equal(
            (carriesOver, dimension, filling),
            (network.CarriesOver.Kind.ToString().ToLowerInvariant(), network.LargestDimension, network.Filling.Kind.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void Circles_that_strides_do_not_divide_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CyclicNetwork(Architecture.Parse("3,2", "2,1"), 5));
        Assert.Throws<ArgumentException>(() => new CyclicNetwork(Architecture.Parse("3,2"), 0));
        Assert.Throws<ArgumentException>(() => new CyclicNetwork(GridArchitecture.Parse("3x3,2x2"), [4]));
        Assert.Throws<ArgumentException>(() => new CyclicNetwork(GridArchitecture.Parse("3x3,2x2"), [5000, 5000]));
        Assert.Throws<ArgumentException>(() => new CyclicNetwork(Architecture.Parse("3,2"), 4).Fold<Integer>([1, 2]));
    }

    private static Matrix<Rational> CyclicMatrix(ImmutableArray<Rational> filter, int stride, int circle)
    {
        var entries = new Rational[circle / stride, circle];
        for (var i = 0; i < circle / stride; i++)
        {
            for (var j = 0; j < filter.Length; j++) entries[i, ((i * stride) + j) % circle] += filter[j];
        }

        return new Matrix<Rational>(circle / stride, circle, (i, j) => entries[i, j]);
    }

    private static Dictionary<string, Rational> Convolve(Dictionary<string, Rational> signal, ImmutableArray<int> sizes, ImmutableArray<int> filterSizes, ImmutableArray<Rational> filter, int[] strides) =>
        RandomGrids.Indices([.. sizes.Select((size, d) => size / strides[d])]).ToDictionary(RandomGrids.Key, at =>
        {
            var sum = Rational.Zero;
            foreach (var (offset, weight) in RandomGrids.Indices(filterSizes).Zip(filter)) sum += weight * signal[RandomGrids.Key(offset.Select((o, d) => (o + (at[d] * strides[d])) % sizes[d]))];
            return sum;
        });
}

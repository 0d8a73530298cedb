using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

/// <summary>A8 and D8: what the function space of a network with several directions is like.</summary>
public class GridFunctionSpaceTests
{
    // A8 with every corner: sizes of one, strides, layers of one entry, single directions.
    [Fact]
    public void Dimension_is_the_generic_rank() => PropertyRun.Trials(80, random =>
    {
        var net = random.NextGrid(mostEntries: 120);
        Assert.Equal(net.FunctionSpace().Dimension, FractionFree.Rank(GridParameterizationMap.Jacobian(random.NextWeights(net, 1_000_000))));
    });

    [Fact]
    public void One_active_direction_is_the_theory_of_one_dimension() => PropertyRun.Trials(100, random =>
    {
        var line = random.NextArchitecture();
        var directions = random.Between(1, 3);
        var place = random.Between(0, directions - 1);
        ImmutableArray<int> Padded(int value) => [.. Enumerable.Range(0, directions).Select(d => d == place ? value : 1)];
        var net = new GridArchitecture([.. line.Filters.Select(Padded)], [.. line.Strides.Select(Padded)]);
        var (space, plain) = (net.FunctionSpace(), line.FunctionSpace());
        Assert.Equal(
            (plain.Dimension, plain.AmbientDimension, plain.Codimension, plain.ConservationLaws), (space.Dimension, space.AmbientDimension, space.Codimension, space.ConservationLaws));
        Assert.Equal((plain.Filling, plain.Thick, plain.SmoothAwayFromZero), (space.Filling, space.Thick, space.SmoothAwayFromZero));
        Assert.Equal(plain.GenericCriticalPoints(), space.GenericCriticalPoints());
        Assert.Equal(plain.Degree, space.Degree);
        Assert.Equal(plain.ZariskiClosed, space.ZariskiClosed);
    });

    // A8: with entries in two directions nothing fills, unless one layer does all.
    [Fact]
    public void Thick_in_several_directions_is_one_layer()
    {
        ImmutableArray<int> sizes = [1, 2, 3];
        var pairs = RandomGrids.Indices([3, 3]).Select(index => ImmutableArray.Create(sizes[index[0]], sizes[index[1]])).ToArray();
        var seen = 0;
        foreach (var first in pairs)
        {
            foreach (var second in pairs)
            {
                foreach (var stride in (ImmutableArray<int>[])[[1, 1], [2, 1], [2, 2]])
                {
                    var net = new GridArchitecture([first, second], [stride, [1, 1]]);
                    var space = net.FunctionSpace();
                    Assert.Equal(space.Codimension == 0, space.Thick == Verdict.Holds);
                    if (net.ActiveDirections.Length < 2) continue;
                    if (space.Thick == Verdict.Holds) Assert.Equal(1, net.EntryCounts.Count(count => count > 1));
                    Assert.Equal(space.Thick, space.Filling);
                    if (space.Thick == Verdict.Holds) seen++;
                }
            }
        }

        Assert.True(seen > 4);
    }

    /// <summary>The finest partition of the layers under which products of entries of different parts never meet, among all partitions.</summary>
    [Fact]
    public void Blocks_are_the_finest_partition_without_meetings() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextGrid(mostLayers: 4, largestStride: 4, mostDirections: 2);
        var layers = Enumerable.Range(0, net.Depth).Where(l => net.EntryCounts[l] > 1).ToArray();
        var direct = Partitions(layers).Where(partition => NeverMeet(net, partition)).ToArray();
        var finest = direct.MaxBy(partition => partition.Length)!;
        Assert.All(direct, partition => Assert.All(finest, part => Assert.Contains(partition, other => part.All(other.Contains))));
        Assert.Equal(Text(finest), Text([.. net.FunctionSpace().Blocks.Select(block => block.Layers.ToArray())]));

        static string Text(int[][] parts) => string.Join('|', parts.Select(part => string.Join(',', part.Order())).Order(StringComparer.Ordinal));
    });

    /// <summary>A block behaves like the network it is said to be, up to places.</summary>
    [Fact]
    public void Blocks_multiply_to_the_whole() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextGrid(mostLayers: 4);
        var space = net.FunctionSpace();
        Assert.Equal(space.Dimension - 1, space.Blocks.Sum(block => block.RootCount));
        foreach (var block in space.Blocks.Where(block => block.Line is not null)) Assert.Equal(block.RootCount, block.Line!.RootCount);

        // Degrees of Segre products multiply with a multinomial coefficient.
        if (space.Blocks.All(block => block.Kind != GridBlockKind.Tangled))
        {
            Integer degree = GridDegree.OfSegre([.. space.Blocks.Select(block => block.RootCount + 1)]);
            foreach (var block in space.Blocks) degree *= block.Line?.FunctionSpace().Degree ?? Integer.One;
            Assert.Equal(degree, space.Degree);
        }
    });

    /// <summary>No point of a normal variety has more preimages under a finite map than a generic one; products of linear forms do.</summary>
    [Fact]
    public void Tangled_blocks_have_filters_with_too_many_factorizations() => PropertyRun.Trials(200, random =>
    {
        var net = random.NextGrid(mostLayers: 4, largestStride: 1);
        if (net.FunctionSpace().Blocks is not [{ Kind: GridBlockKind.Tangled }]) return;
        Integer handedOut = 1;
        foreach (var direction in net.Directions) handedOut *= GridDegree.OfSegre(direction.Filters);
        Assert.True(handedOut > GridDegree.OfFiber(net), $"{net}: {handedOut} and {GridDegree.OfFiber(net)}");
        Assert.Equal(Verdict.Fails, net.FunctionSpace().SmoothAwayFromZero);
    });

    /// <summary>The same with strides: two stacks, not scalings of each other, over a filter where a generic one has one.</summary>
    [Fact]
    public void Hyperroots_along_one_direction_are_exchanged_between_tangled_layers()
    {
        var net = GridArchitecture.Parse("3x2,2x2", "2,1");
        Assert.Equal(GridBlockKind.Tangled, Assert.Single(net.FunctionSpace().Blocks).Kind);
        Assert.Equal(Integer.One, GridDegree.OfFiber(net));
        var one = Stack(2, 5);
        var other = Stack(5, 2);
        Assert.Equal(GridParameterizationMap.EndToEnd(one), GridParameterizationMap.EndToEnd(other).AsEnumerable());
        Assert.Equal(Verdict.Fails, net.FunctionSpace().SmoothAwayFromZero);

        // (x^2 - a)(1 + 3y) and (X - b)(1 + 7Y).
        GridFilterStack<Rational> Stack(Rational a, Rational b) => new(net, [[-a, -3 * a, 0, 0, 1, 3], [-b, -7 * b, 1, 7]]);
    }

    /// <summary>f times its conjugate is real and a complex product of the layers; without real zeros it is no product of real ones, which have some.</summary>
    [Fact]
    public void Equal_layers_make_the_closure_larger_than_the_function_space()
    {
        var net = GridArchitecture.Parse("2x2,2x2");
        Assert.Equal(Verdict.Fails, net.FunctionSpace().ZariskiClosed);

        // (u + iv)(u - iv) = u^2 + v^2 for u = 1 + xy and v = 2x - y.
        GridFilterStack<Rational> Square(params ImmutableArray<Rational> form) => new(net, [form, form]);
        var sum = GridParameterizationMap.EndToEnd(Square(1, 0, 0, 1)).Zip(GridParameterizationMap.EndToEnd(Square(0, -1, 2, 0)), (a, b) => a + b).ToArray();
        Assert.Equal([1, 0, 1, 0, -2, 0, 4, 0, 1], sum);

        // As a quadratic polynomial in y it has a negative discriminant for every x, infinity included: no real zero, where every real layer 2x2 has some.
        Polynomial<Rational> Row(int power) => new(sum[power], sum[3 + power], sum[6 + power]);
        var discriminant = (Row(1) * Row(1)) - (4 * (Row(0) * Row(2)));
        Assert.Equal(0, RootPattern.Of(new BinaryForm(discriminant.CoefficientsPadded(5).AsSpan())).RealRootsWithMultiplicity);
        Assert.True(discriminant[0] < 0);
    }

    [Theory]
    [InlineData("2x2,2x2", null, 10, "fails", "fails")]
    [InlineData("2x2,2x1", null, 4, "fails", "fails")]
    [InlineData("2x2,3x1", null, 10, "holds", "fails")]
    [InlineData("3x3,2x2", null, 165, "fails", "fails")]
    [InlineData("3x3,2x2", "2x2,1x1", 165, "undecided", "fails")]
    [InlineData("3x2,2x2", "2x2,1x1", 56, "undecided", "fails")]
    [InlineData("2x1,1x2", null, 2, "holds", "holds")]
    [InlineData("2x2,2x2", "2x2,1x1", 20, "holds", "holds")]
    [InlineData("2x1,2x1,1x2", null, 3, "fails", "holds")]
    [InlineData("3x1,2x1,1x2", null, 4, "holds", "holds")]
    [InlineData("2x2,2x1,2x1", null, 10, "fails", "fails")]
    [InlineData("3x3", "2", 1, "holds", "holds")]
    public void Small_networks(string filters, string? strides, int degree, string closed, string smooth)
    {
        var space = GridArchitecture.Parse(filters, strides).FunctionSpace();
        Assert.Equal((Integer)degree, space.Degree);
        Assert.Equal((closed, smooth), (space.ZariskiClosed.Kind.ToString().ToLowerInvariant(), space.SmoothAwayFromZero.Kind.ToString().ToLowerInvariant()));
    }

    /// <summary>A layer along one direction behind one in several: the common divisor of the rows of the filter needs a real factor of its degree.</summary>
    [Fact]
    public void Closed_next_to_a_layer_along_one_direction_is_closed_when_its_size_is_odd()
    {
        for (var a = 1; a <= 3; a++)
        {
            for (var b = 1; b <= 2; b++)
            {
                for (var c = 1; c <= 4; c++)
                {
                    // Divisors of degree c + 1 <= a + c without real roots exist when c is odd; for even c a real form always has a factor of degree c.
                    var net = new GridArchitecture([[a + 1, b + 1], [c + 1, 1]]);
                    Assert.Equal(Verdict.Of(c % 2 == 0), net.FunctionSpace().ZariskiClosed);
                }
            }
        }
    }

    /// <summary>(x^2 + 1)(1 + y) is a product of a complex layer 2x2 and one of 2x1; its rows have no real root in common.</summary>
    [Fact]
    public void A_filter_of_the_closure_that_real_layers_cannot_make()
    {
        var (verdict, factors) = FactorDistribution.Decide([[1, 1], [1, 0]]);
        Assert.Equal((Verdict.Fails, "a factor of degree 0x1, a conjugate pair of degree 1x0"), (verdict, factors));
        Assert.Equal(0, RootPattern.Of(new BinaryForm([1, 0, 1])).RealRootsWithMultiplicity);
    }

    [Fact]
    public void Large_overlaps_are_left_open_soon()
    {
        Assert.Equal(VerdictKind.Undecided, FactorDistribution.Decide([[40, 40], [41, 42]]).Verdict.Kind);
        Assert.Equal(VerdictKind.Undecided, FactorDistribution.Decide([[100, 100], [2, 2]]).Verdict.Kind);
    }

    /// <summary>Along one direction the same question has the answer of the theory (A5).</summary>
    [Fact]
    public void Handing_out_degrees_gives_the_parity_rule_along_one_direction()
    {
        for (var degree = 1; degree <= 6; degree++)
        {
            foreach (var sizes in RandomNetworks.Compositions(degree))
                Assert.Equal(new Architecture(sizes).FunctionSpace().ZariskiClosed, FactorDistribution.Decide([.. sizes.Select(k => (int[])[k - 1])]).Verdict);
        }
    }

    private static bool NeverMeet(GridArchitecture net, int[][] partition)
    {
        // Places of each part, then all sums: no sum may come twice.
        var parts = partition.Select(part => part.Aggregate((IEnumerable<string>)[RandomGrids.Key(new int[net.Directions.Length])], (sums, layer) =>
            sums.SelectMany(sum => RandomGrids.Indices(net.Filters[layer]).Select(index => Add(sum, RandomGrids.Key(index.Select((i, d) => i == 0 ? 0 : i * (int)net.Directions[d].StrideProducts[layer]))))).Distinct()).ToArray());
        var all = parts.Aggregate((IEnumerable<string>)[RandomGrids.Key(new int[net.Directions.Length])], (sums, part) => sums.SelectMany(sum => part.Select(one => Add(sum, one)))).ToArray();
        return all.Distinct().Count() == all.Length;

        static string Add(string left, string right) => string.Join(',', left.Split(',').Zip(right.Split(','), (a, b) => int.Parse(a) + int.Parse(b)));
    }

    private static IEnumerable<int[][]> Partitions(int[] items)
    {
        if (items.Length == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Partitions(items[1..]))
        {
            yield return [[items[0]], .. rest];
            for (var i = 0; i < rest.Length; i++) yield return [.. rest[..i], [items[0], .. rest[i]], .. rest[(i + 1)..]];
        }
    }
}

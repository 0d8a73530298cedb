using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>F19 for exponents above one: which filters share a function, where the map is an immersion, where branches meet.</summary>
public sealed class ActivationFibersTests
{
    private static readonly ImmutableArray<(string Filters, string? Strides)> Cases =
    [
        ("2,2", null), ("3,2", null), ("2,3", null), ("3,3", null), ("2,2,2", null), ("2,1,2", null), ("1,2,2", null), ("2,2,1", null), ("1,3", null),
        ("2,2", "2,1"), ("3,2", "2,1"), ("4,2", "2,1"), ("2,2,2", "1,2,1"), ("2,2,2", "2,1,1"), ("2,1,2", "2,2,1"), ("3,1,2", "1,2,1"),
    ];

    /// <summary>All filters with entries -1, 0, 1 up to scalings, sorted by their functions up to scale: those that share one are listed as preimages, and no others.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Filters_that_share_a_function_are_the_preimages(int power)
    {
        var shared = 0;
        foreach (var (filters, strides) in Cases)
        {
            var map = new MonomialNetwork(Architecture.Parse(filters, strides), power).CoefficientMap();
            var net = map.Network.Architecture;
            var groups = Small(net).GroupBy(stack => string.Join(',', Monic(map.Evaluate(stack))));
            foreach (var group in groups)
            {
                var found = group.Select(Name).Order(StringComparer.Ordinal).ToList();
                Assert.Equal(found, map.Network.Preimages(group.First()).Select(Name).Order(StringComparer.Ordinal));
                if (found.Count > 1) shared++;
            }
        }

        Assert.True(shared > 20, $"{shared}");
    }

    [Fact]
    public void Preimages_have_the_same_function_exactly() => PropertyRun.Trials(60, random =>
    {
        var net = CoefficientMapTests.NextNetwork(random, leastPower: 2);
        var weights = NextNonzero(random, net.Architecture);
        var output = net.Output(weights);
        var preimages = net.Preimages(weights);
        foreach (var preimage in preimages) Assert.Equal(output, net.Output(preimage));
        Assert.Equal(preimages.Length, preimages.Select(Name).Distinct().Count());
        Assert.Contains(Name(weights), preimages.Select(Name));
    });

    /// <summary>The rank is full at every stack of nonzero filters, zeros and proportional filters among them; for linear networks it is not.</summary>
    [Fact]
    public void The_map_is_an_immersion_at_ten_thousand_structured_stacks()
    {
        var maps = Cases.SelectMany(one => new[] { 2, 3 }.Select(power => new MonomialNetwork(Architecture.Parse(one.Filters, one.Strides), power).CoefficientMap())).ToArray();
        PropertyRun.Trials(10_000, random =>
        {
            var map = random.Pick(maps);
            Assert.Equal(map.Network.Dimension, FractionFree.Rank(map.Jacobian(NextNonzero(random, map.Network.Architecture))));
        });
        var linear = new MonomialNetwork(Architecture.Parse("2,2"), 1).CoefficientMap();
        Assert.Equal(2, FractionFree.Rank(linear.Jacobian(new FilterStack<Integer>(linear.Network.Architecture, [[1, 2], [1, 2]]))));
        Assert.Equal(Verdict.Fails, linear.Network.Immersion);
    }

    /// <summary>Supports of filters, one stack for each: those with several preimages are those of the listed families.</summary>
    [Fact]
    public void Families_are_the_supports_with_several_preimages()
    {
        foreach (var (filters, strides) in Cases.Concat([("4,3", null), ("3,3,2", null), ("2,2,2,2", null), ("4,4", "3,1"), ("5,3", "2,1"), ("3,2,3", "2,1,1")]))
        {
            var net = new MonomialNetwork(Architecture.Parse(filters, strides), 2);
            var families = net.NodalSubnetworks();
            Assert.Equal(families.IsEmpty, net.SmoothAwayFromZero == Verdict.Holds);
            var steps = net.Architecture.StrideProducts;
            foreach (var stack in Supports(net.Architecture))
            {
                var first = stack.Filters.Select(filter => filter.IndexOf(1)).ToArray();
                var last = stack.Filters.Select(filter => filter.LastIndexOf(1)).ToArray();

                // In a family when zeros of the family's filters can be placed so that the supports fit with the right first input.
                bool IsIn(NodalSubnetwork family) => net.Preimages(stack).Any(preimage => Enumerable.Range(0, stack.Filters.Length).All(l =>
                    preimage.Filters[l].IndexOf(1) >= Math.Max(0, family.Shifts[l])
                    && preimage.Filters[l].LastIndexOf(1) < Math.Max(0, family.Shifts[l]) + family.Filters[l]));
                Assert.Equal(net.Preimages(stack).Length > 1, families.Any(IsIn));
            }
        }
    }

    /// <summary>Generic functions of a family have the stated number of preimages; two branches share only the tangent directions of the smaller network.</summary>
    [Fact]
    public void Branches_meet_cleanly() => PropertyRun.Trials(12, random =>
    {
        foreach (var (filters, strides) in Cases)
        {
            var map = new MonomialNetwork(Architecture.Parse(filters, strides), random.Between(2, 3)).CoefficientMap();
            var net = map.Network.Architecture;
            foreach (var family in map.Network.NodalSubnetworks())
            {
                var stack = new FilterStack<Integer>(net, [.. family.Filters.Select((size, l) => Padded([.. Enumerable.Range(0, size).Select(_ => (Integer)random.Between(1, 9))], Math.Max(0, family.Shifts[l]), net.Filters[l]))]);
                var preimages = map.Network.Preimages(stack);
                Assert.Equal(family.Preimages, preimages.Length);
                var first = map.Jacobian(stack);
                foreach (var other in preimages.Where(preimage => Name(preimage) != Name(stack)))
                {
                    var common = stack.Filters.Zip(other.Filters, net.Filters).Sum(pair => pair.Third - 1 - Math.Abs(Zeros(pair.First) - Zeros(pair.Second))) + 1;
                    var second = map.Jacobian(other);
                    var both = new Matrix<Integer>(first.Rows, 2 * first.Columns, (row, column) => column < first.Columns ? first[row, column] : second[row, column - first.Columns]);
                    Assert.Equal(common, (2 * map.Network.Dimension) - FractionFree.Rank(both));
                }
            }
        }
    });

    [Fact]
    public void Two_layers_of_two_have_one_node()
    {
        var family = Assert.Single(new MonomialNetwork(Architecture.Parse("2,2"), 2).NodalSubnetworks());
        Assert.Equal(("1,1", "1,-1", 1, 1, 2, 2), (string.Join(',', family.Filters), string.Join(',', family.Shifts), family.Offset, family.Dimension, family.Codimension, family.Preimages));
        Assert.Empty(new MonomialNetwork(Architecture.Parse("2,2", "2,1"), 2).NodalSubnetworks());
    }

    [Fact]
    public void Zero_filters_and_linear_networks_are_refused()
    {
        var net = Architecture.Parse("2,2");
        var zero = new FilterStack<Integer>(net, [[1, 0], [0, 0]]);
        Assert.Contains("layer 2", Assert.Throws<ArgumentException>(() => new MonomialNetwork(net, 2).Preimages(zero)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MonomialNetwork(net, 1).Preimages(new FilterStack<Integer>(net, [[1, 0], [0, 1]])));
        Assert.Throws<InvalidOperationException>(() => new MonomialNetwork(net, 1).NodalSubnetworks());
    }

    private static int Zeros(ImmutableArray<Integer> filter) => filter.TakeWhile(entry => entry.IsZero).Count();

    private static ImmutableArray<Integer> Padded(ImmutableArray<Integer> entries, int zeros, int size) =>
        [.. Enumerable.Repeat((Integer)0, zeros), .. entries, .. Enumerable.Repeat((Integer)0, size - zeros - entries.Length)];

    private static FilterStack<Integer> NextNonzero(TestRandom random, Architecture net)
    {
        ImmutableArray<Integer> earlier = [];
        return new FilterStack<Integer>(net, [.. net.Filters.Select(Next)]);

        ImmutableArray<Integer> Next(int size)
        {
            if (earlier.Length == size && random.Chance(0.3)) return earlier;
            do
            {
                earlier = [.. Enumerable.Range(0, size).Select(_ => random.Chance(0.4) ? 0 : (Integer)random.Between(-3, 3))];
            }
            while (earlier.All(entry => entry.IsZero));
            return earlier;
        }
    }

    private static IEnumerable<FilterStack<Integer>> Small(Architecture net) => Stacks(net, size => Words(size, [-1, 0, 1]).Where(word => word.FirstOrDefault(entry => !entry.IsZero) == 1));

    private static IEnumerable<FilterStack<Integer>> Supports(Architecture net) => Stacks(net, size => Words(size, [0, 1]).Where(word => word.Contains(1)));

    private static IEnumerable<FilterStack<Integer>> Stacks(Architecture net, Func<int, IEnumerable<ImmutableArray<Integer>>> filters) => net.Filters.Aggregate(
        (IEnumerable<ImmutableArray<ImmutableArray<Integer>>>)[[]], (stacks, size) => stacks.SelectMany(stack => filters(size).Select(filter => stack.Add(filter))))
        .Select(stack => new FilterStack<Integer>(net, stack));

    private static IEnumerable<ImmutableArray<Integer>> Words(int length, Integer[] letters) => Enumerable.Range(0, length).Aggregate(
        (IEnumerable<ImmutableArray<Integer>>)[[]], (words, _) => words.SelectMany(word => letters.Select(letter => word.Add(letter))));

    /// <summary>The vector with first nonzero entry one.</summary>
    private static IEnumerable<Rational> Monic(ImmutableArray<Integer> vector)
    {
        var lead = vector.First(entry => !entry.IsZero);
        return vector.Select(entry => new Rational(entry, lead));
    }

    private static string Name(FilterStack<Integer> stack) => string.Join(';', stack.Filters.Select(filter => string.Join(',', filter)));
}

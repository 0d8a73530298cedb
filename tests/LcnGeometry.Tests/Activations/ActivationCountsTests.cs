using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public sealed class ActivationCountsTests
{
    // F19; the values of the two-layer cases are stated there, the others were found by elimination (ActivationEliminationTests) and by solving (ActivationConfirmTests).
    [Theory]
    [InlineData("2,2", 2, 4, 14)]
    [InlineData("2,2", 3, 6, 22)]
    [InlineData("3,2", 2, 12, 79)]
    [InlineData("2,3", 2, 6, 22)]
    [InlineData("2,2,2", 2, 48, 404)]
    [InlineData("5", 7, 1, 1)]
    [InlineData("1,1,1", 3, 1, 1)]
    public void Small_networks(string filters, int power, int degree, int criticalPoints)
    {
        var sizes = Architecture.Parse(filters).Filters;
        Assert.Equal((Integer)degree, ActivationCounts.ParameterDegree(sizes, power));
        Assert.Equal((Integer)criticalPoints, ActivationCounts.CriticalPoints(sizes, power));
    }

    [Fact]
    public void The_linear_network_has_the_counts_of_linear_networks()
    {
        foreach (var filters in Enumerable.Range(0, 8).SelectMany(RandomNetworks.Compositions).Where(filters => filters.Length > 0))
        {
            Assert.Equal(CriticalPointCount.OnParameters(filters), ActivationCounts.CriticalPoints(filters, 1));
            var net = new MonomialNetwork(new Architecture(filters), 1);
            Assert.Equal(ActivationCounts.ParameterDegree(filters, 1), net.GenericPreimages);
            Assert.Equal((Integer)1, net.NeurovarietyDegree);
        }
    }

    /// <summary>F3: the degrees of merged strided networks, found by elimination.</summary>
    [Theory]
    [InlineData("2,2", "2,1", 2)]
    [InlineData("3,3", "2,1", 6)]
    [InlineData("3,2,2", "2,2,1", 12)]
    [InlineData("2,2,2", "1,2,1", 3)]
    public void The_linear_network_with_strides_has_the_degree_of_its_closure(string filters, string strides, int degree) =>
        Assert.Equal((Integer)degree, new MonomialNetwork(Architecture.Parse(filters, strides), 1).NeurovarietyDegree);

    /// <summary>The sum as F19 states it, over all multi-indices, in rationals.</summary>
    [Fact]
    public void Critical_points_are_the_sum_over_multi_indices() => ForSmallNetworks((filters, power) =>
        Assert.Equal(ByMultiIndices(filters, power), ActivationCounts.CriticalPoints(filters, power)));

    /// <summary>Up to sign the Euler characteristic of the complement of a generic hyperplane section and a generic quadric section, by the total Chern class.</summary>
    [Fact]
    public void Critical_points_are_an_Euler_characteristic() => ForSmallNetworks((filters, power) =>
        Assert.Equal(Integer.Abs(EulerCharacteristic(filters, power, [1, 2])), ActivationCounts.CriticalPoints(filters, power)));

    /// <summary>The degree is the coefficient of the point class in the power of the hyperplane class, multiplied out.</summary>
    [Fact]
    public void The_degree_is_a_self_intersection() => ForSmallNetworks((filters, power) =>
    {
        var degrees = ActivationCounts.LayerDegrees(filters.Length, power);
        var ring = new TruncatedRing([.. filters.Select(k => k - 1)]);
        var hyperplane = ring.Linear(degrees);
        var product = ring.One();
        for (var i = 0; i < filters.Sum() - filters.Length; i++) product = ring.Multiply(product, hyperplane);
        Assert.Equal(ring.Top(product), ActivationCounts.ParameterDegree(filters, power));
    });

    [Fact]
    public void Sizes_and_exponents_below_one_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivationCounts.CriticalPoints([2, 0], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivationCounts.ParameterDegree([2, 2], 0));
        Assert.Throws<ArgumentException>(() => ActivationCounts.ParameterDegree([], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonomialNetwork(Architecture.Parse("2"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonomialNetwork(Architecture.Parse("2"), MonomialNetwork.LargestPower + 1));
    }

    [Fact]
    public void Degrees_with_too_many_digits_are_refused()
    {
        var deep = new Architecture([.. Enumerable.Repeat(1, 10_000)]);
        Assert.Contains("too many digits", Assert.Throws<ArgumentException>(() => new MonomialNetwork(deep, 1_000_000)).Message, StringComparison.Ordinal);
        Assert.Equal(1, new MonomialNetwork(deep, 1).Dimension);
        Assert.Equal(10_000, new MonomialNetwork(deep, 2).PolynomialDegree.BitLength);
    }

    [Fact]
    public void Huge_exponents_are_exact()
    {
        Integer r = MonomialNetwork.LargestPower;

        // (2,2): degree 2 r, and 7 * 2 r - 3 (2 + 2 r) + 4 critical points.
        Assert.Equal(2 * r, ActivationCounts.ParameterDegree([2, 2], MonomialNetwork.LargestPower));
        Assert.Equal((8 * r) - 2, ActivationCounts.CriticalPoints([2, 2], MonomialNetwork.LargestPower));
    }

    private static void ForSmallNetworks(Action<ImmutableArray<int>, int> check)
    {
        foreach (var filters in Enumerable.Range(0, 6).SelectMany(RandomNetworks.Compositions).Where(filters => filters.Length > 0))
        {
            for (var power = 1; power <= 4; power++)
            {
                check(filters, power);
                check(filters.Insert(filters.Length / 2, 1), power);
            }
        }
    }

    private static Integer ByMultiIndices(ImmutableArray<int> filters, int power)
    {
        var degrees = ActivationCounts.LayerDegrees(filters.Length, power);
        var n = filters.Sum() - filters.Length;
        Rational sum = 0;
        foreach (var e in Tuples([.. filters.Select(k => k - 1)]))
        {
            var i = e.Sum();
            Rational term = (Rational)((Integer.Pow(2, n + 1 - i) - 1) * Factorial(n - i)) * (i % 2 == 0 ? 1 : -1);
            for (var j = 0; j < filters.Length; j++)
            {
                var binomial = Integer.DivideExactly(Factorial(filters[j]), Factorial(e[j]) * Factorial(filters[j] - e[j]));
                term *= (Rational)(binomial * Integer.Pow(degrees[j], filters[j] - 1 - e[j])) / (Rational)Factorial(filters[j] - 1 - e[j]);
            }

            sum += term;
        }

        Assert.True(sum.IsInteger);
        return sum.Numerator;
    }

    private static Integer EulerCharacteristic(ImmutableArray<int> filters, int power, ImmutableArray<int> removed)
    {
        // c(T_X(-log D)) = prod (1 + h_j)^k_j / prod (1 + m v) over the removed divisors of class m v.
        var degrees = ActivationCounts.LayerDegrees(filters.Length, power);
        var ring = new TruncatedRing([.. filters.Select(k => k - 1)]);
        var chern = ring.One();
        for (var j = 0; j < filters.Length; j++)
        {
            var unit = ring.Add(ring.One(), ring.Linear([.. Enumerable.Range(0, filters.Length).Select(i => (Integer)(i == j ? 1 : 0))]));
            for (var i = 0; i < filters[j]; i++) chern = ring.Multiply(chern, unit);
        }

        foreach (var m in removed)
        {
            var minus = ring.Linear([.. degrees.Select(d => -(m * d))]);
            var inverse = ring.One();
            var last = ring.One();
            for (var i = 0; i < filters.Sum() - filters.Length; i++) inverse = ring.Add(inverse, last = ring.Multiply(last, minus));
            chern = ring.Multiply(chern, inverse);
        }

        return ring.Top(chern);
    }

    private static Integer Factorial(int n) => Enumerable.Range(1, n).Aggregate((Integer)1, (product, i) => product * i);

    private static IEnumerable<ImmutableArray<int>> Tuples(ImmutableArray<int> most) => most.Aggregate(
        (IEnumerable<ImmutableArray<int>>)[[]], (tuples, top) => tuples.SelectMany(tuple => Enumerable.Range(0, top + 1).Select(entry => tuple.Add(entry))));

    /// <summary>Polynomials in h_1..h_L with h_j^k_j = 0.</summary>
    private sealed class TruncatedRing(ImmutableArray<int> most)
    {
        private readonly ImmutableArray<ImmutableArray<int>> _indices = [.. Tuples(most)];

        public Dictionary<string, Integer> One() => new() { [Key([.. most.Select(_ => 0)])] = 1 };

        public Dictionary<string, Integer> Linear(ImmutableArray<Integer> coefficients) => Enumerable.Range(0, most.Length).Where(j => most[j] > 0)
            .ToDictionary(j => Key([.. most.Select((_, i) => i == j ? 1 : 0)]), j => coefficients[j]);

        public Dictionary<string, Integer> Add(Dictionary<string, Integer> left, Dictionary<string, Integer> right) => _indices.Select(Key)
            .ToDictionary(key => key, key => left.GetValueOrDefault(key) + right.GetValueOrDefault(key));

        public Dictionary<string, Integer> Multiply(Dictionary<string, Integer> left, Dictionary<string, Integer> right)
        {
            var product = new Dictionary<string, Integer>();
            foreach (var a in _indices.Where(a => left.ContainsKey(Key(a))))
            {
                foreach (var b in _indices.Where(b => right.ContainsKey(Key(b))))
                {
                    ImmutableArray<int> sum = [.. a.Zip(b, (x, y) => x + y)];
                    if (sum.Zip(most).Any(pair => pair.First > pair.Second)) continue;
                    product[Key(sum)] = product.GetValueOrDefault(Key(sum)) + (left[Key(a)] * right[Key(b)]);
                }
            }

            return product;
        }

        public Integer Top(Dictionary<string, Integer> element) => element.GetValueOrDefault(Key(most));

        private static string Key(ImmutableArray<int> index) => string.Join(',', index);
    }
}

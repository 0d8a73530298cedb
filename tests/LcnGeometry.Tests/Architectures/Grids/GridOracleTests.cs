using System.Collections.Immutable;
using System.Text;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

/// <summary>Networks with several directions against NumPy's windows and transforms, and against Gröbner bases of Singular.</summary>
public class GridOracleTests
{
    private const int Prime = 32003;

    // Each line: sizes; strides; filters; input size; input; points of the torus. Prints the outputs of the layers one after the other, without padding,
    // then the operator on the torus by products of discrete Fourier transforms, for stride one.
    private const string Script = """
        import sys, numpy as np
        read = lambda text: [np.array([int(n) for n in part.split(',')]) for part in text.split('|')]
        for line in sys.stdin.read().splitlines():
            sizes, strides, filters, shape, signal, points = line.split(';')
            sizes, strides, filters = read(sizes), read(strides), [f.astype(np.int64) for f in read(filters)]
            x = read(signal)[0].reshape(read(shape)[0]).astype(np.int64)
            points = tuple(read(points)[0])
            for k, s, w in zip(sizes, strides, filters):
                windows = np.lib.stride_tricks.sliding_window_view(x, tuple(k))[tuple(slice(None, None, int(n)) for n in s)]
                x = np.tensordot(windows, w.reshape(k), axes=(list(range(len(k), 2 * len(k))), list(range(len(k)))))
            print(','.join(str(v) for v in x.ravel()))
            product = np.ones(points, dtype=complex)
            for k, w in zip(sizes, filters):
                folded = np.zeros(points)
                for index, value in np.ndenumerate(w.reshape(k)): folded[tuple(i % n for i, n in zip(index, points))] += value
                product = product * np.fft.fftn(folded)
            print(','.join(str(int(v)) for v in np.rint(np.fft.ifftn(product).real).ravel()))
        """;

    [ToolFact("numpy")]
    public void Outputs_and_operators_are_those_of_NumPy()
    {
        var random = new TestRandom(11);
        var (input, expected) = (new StringBuilder(), new List<string>());
        for (var trial = 0; trial < Effort.Trials(60); trial++)
        {
            var net = random.NextGrid(mostEntries: 200);
            var weights = random.NextWeights(net, 4);
            ImmutableArray<int> outputs = [.. net.Directions.Select(_ => random.Between(1, 2))];
            ImmutableArray<int> shape = [.. net.Directions.Select((d, i) => ((int)d.EndToEndStride * (outputs[i] - 1)) + d.EndToEndSize)];
            var signal = RandomGrids.Indices(shape).Select(_ => (Rational)random.Between(-9, 9)).ToArray();
            var tensor = RandomGrids.Tensor(shape, signal);
            var endToEnd = GridParameterizationMap.EndToEnd(weights);
            expected.Add(string.Join(',', RandomGrids.Indices(outputs).Select(at => RandomGrids.Indices(net.EndToEndSize).Zip(endToEnd).Aggregate(
                Rational.Zero, (sum, one) => sum + (one.Second * tensor[RandomGrids.Key(one.First.Select((i, d) => i + (at[d] * (int)net.EndToEndStride[d])))])))));

            // The transforms multiply filters of layers, so that strides are left out there.
            var plain = new GridFilterStack<Rational>(new GridArchitecture(net.Filters), weights.Filters);
            ImmutableArray<int> points = [.. net.Directions.Select(_ => random.Between(1, 5))];
            expected.Add(string.Join(',', new CyclicNetwork(plain.Architecture, points).Fold(GridParameterizationMap.EndToEnd(plain))));
            input.Append(Lists(net.Filters)).Append(';').Append(Lists(net.Strides)).Append(';').Append(Lists(weights.Filters)).Append(';')
                .Append(string.Join(',', shape)).Append(';').Append(string.Join(',', signal)).Append(';').Append(string.Join(',', points)).Append('\n');
        }

        Assert.Equal(expected, Tool.Run("numpy", input.ToString(), "-c", Script).Split('\n', StringSplitOptions.RemoveEmptyEntries));

        static string Lists<T>(ImmutableArray<ImmutableArray<T>> rows) => string.Join('|', rows.Select(row => string.Join(',', row)));
    }

    /// <summary>F17: the critical equations of a random quadratic form and target in the chart of first entries one, modulo a prime.</summary>
    [ToolTheory("Singular")]
    [InlineData("2x1,1x2", null)]
    [InlineData("2x2,2x1", null)]
    [InlineData("2x2,2x1", "2x1,1x1")]
    [InlineData("2x1,1x2,2x1", null)]
    [InlineData("2x1x1,1x2x2", null)]
    [InlineData("3x2,1x2", null)]
    [InlineData("2x2,2x2", null)]
    public void Generic_critical_points_are_those_of_the_Segre_variety(string filters, string? strides)
    {
        var net = GridArchitecture.Parse(filters, strides);
        Assert.Equal(net.FunctionSpace().GenericCriticalPoints(), Solutions(net, CriticalEquations(net, (_, _, next) => next(), new TestRandom(1))));
    }

    /// <summary>Data on a circle: forms that repeat along diagonals. Where they were tried their counts are those of generic forms.</summary>
    [ToolTheory("Singular")]
    [InlineData("2,2", null)]
    [InlineData("3,2", null)]
    [InlineData("3,3", null)]
    [InlineData("2,2,2", null)]
    [InlineData("2,2", "2,1")]
    [InlineData("3,2", "2,1")]
    [InlineData("2,2,2", "2,2,1")]
    public void Generic_forms_of_cyclic_data_have_the_generic_count(string filters, string? strides)
    {
        var line = Architecture.Parse(filters, strides);
        var net = GridArchitecture.Of(line);
        var known = new Dictionary<(int, int), int>();
        int Entry(int i, int j, Func<int> next)
        {
            var key = (j - i, i % (int)line.EndToEndStride);
            return known.TryGetValue(key, out var value) ? value : known[key] = next();
        }

        Assert.Equal(line.FunctionSpace().GenericCriticalPoints(), Solutions(net, CriticalEquations(net, Entry, new TestRandom(2))));
    }

    /// <summary>The number of parameters over a random filter of the function space, in the same chart.</summary>
    [ToolTheory("Singular")]
    [InlineData("2x2,2x2", null)]
    [InlineData("2x2,2x1,2x1", null)]
    [InlineData("2x2,2x2,2x2", null)]
    [InlineData("3x2,2x2", "2x2,1x1")]
    [InlineData("3x3,2x2", null)]
    [InlineData("2x1,1x2,3x1,1x2", null)]
    [InlineData("2x2,1x2,2x1,1x2", "1x1,1x2,1x1,1x1")]
    [InlineData("2x1,2x2,2x2", "2x1,1x1,1x1")]
    public void Generic_filters_have_as_many_factorizations_as_the_degree_says(string filters, string? strides)
    {
        var net = GridArchitecture.Parse(filters, strides);
        var random = new TestRandom(3);
        var point = Names(net).ToDictionary(name => name, _ => random.Between(1, Prime - 1));
        var entries = EntriesOf(net);
        var values = entries.Select(entry => entry.Aggregate(0L, (sum, product) => (sum + product.Aggregate(1L, (value, name) => value * point[name] % Prime)) % Prime));
        Assert.Equal(GridDegree.OfFiber(net), Solutions(net, entries.Zip(values, (entry, value) => $"{Sum(entry)}-t*{value}")));
    }

    private static IEnumerable<string> CriticalEquations(GridArchitecture net, Func<int, int, Func<int>, int> entry, TestRandom random)
    {
        var entries = EntriesOf(net).Select(Sum).ToArray();
        var (q, b) = (new StringBuilder("0"), new StringBuilder("0"));
        for (var i = 0; i < entries.Length; i++)
        {
            b.Append($"+{random.Between(0, Prime - 1)}*({entries[i]})");
            for (var j = i; j < entries.Length; j++) q.Append($"+{(i == j ? 1 : 2)}*{entry(i, j, () => random.Between(0, Prime - 1))}*({entries[i]})*({entries[j]})");
        }

        yield return $"t*({q})-({b})";
        foreach (var name in Names(net)) yield return $"t*diff({q},{name})-2*diff({b},{name})";
    }

    private static Integer Solutions(GridArchitecture net, IEnumerable<string> equations)
    {
        var program = $"ring r={Prime},({string.Join(',', Names(net))},t),dp;\nideal i={string.Join(",\n", equations)};\nprint(vdim(slimgb(i)));\nquit;\n";
        return int.Parse(Tool.Run("Singular", program, "-q").Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim());
    }

    private static IEnumerable<string> Names(GridArchitecture net) =>
        net.EntryCounts.SelectMany((count, layer) => Enumerable.Range(1, count - 1).Select(i => $"w{layer}_{i}"));

    /// <summary>The entries of the end-to-end filter that are not always zero, as sums of products of names; first entries of layers are one.</summary>
    private static ImmutableArray<ImmutableArray<ImmutableArray<string>>> EntriesOf(GridArchitecture net)
    {
        IEnumerable<(ImmutableArray<int> Place, ImmutableArray<string> Product)> products = [([.. net.Directions.Select(_ => 0)], [])];
        for (var l = 0; l < net.Depth; l++)
        {
            var layer = l;
            products = products.SelectMany(one => RandomGrids.Indices(net.Filters[layer]).Select((index, i) =>
            (
                Place: one.Place.Select((p, d) => index[d] == 0 ? p : p + (index[d] * (int)net.Directions[d].StrideProducts[layer])).ToImmutableArray(),
                Product: i == 0 ? one.Product : one.Product.Add($"w{layer}_{i}")
            ))).ToArray();
        }

        return [.. products.GroupBy(one => RandomGrids.Key(one.Place), one => one.Product).Select(group => group.ToImmutableArray())];
    }

    private static string Sum(ImmutableArray<ImmutableArray<string>> entry) => string.Join('+', entry.Select(product => product.IsEmpty ? "1" : string.Join('*', product)));
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

/// <summary>Random networks with several directions, biased to sizes of one, and tensors by their multi-indices: slow, and nothing shared with the library.</summary>
internal static class RandomGrids
{
    public static GridArchitecture NextGrid(this TestRandom random, int mostLayers = 3, int largestFilter = 3, int largestStride = 3, int mostDirections = 3, int mostEntries = 400)
    {
        while (true)
        {
            var (depth, directions) = (random.Between(1, mostLayers), random.Between(1, mostDirections));
            var net = new GridArchitecture(
                [.. Enumerable.Range(0, depth).Select(_ => Sizes(directions, () => random.Chance(0.45) ? 1 : random.Between(2, largestFilter)))],
                [.. Enumerable.Range(0, depth).Select(_ => Sizes(directions, () => random.Chance(0.5) ? 1 : random.Between(1, largestStride)))]);
            if (net.EndToEndEntries <= mostEntries) return net;
        }

        static ImmutableArray<int> Sizes(int directions, Func<int> size) => [.. Enumerable.Range(0, directions).Select(_ => size())];
    }

    public static GridFilterStack<Rational> NextWeights(this TestRandom random, GridArchitecture net, int range = 5) =>
        new(net, [.. net.EntryCounts.Select(count => Enumerable.Range(0, count).Select(_ => (Rational)random.Between(-range, range)).ToImmutableArray())]);

    /// <summary>All multi-indices below the sizes, the last one fastest.</summary>
    public static IEnumerable<int[]> Indices(ImmutableArray<int> sizes) => sizes.Aggregate(
        (IEnumerable<int[]>)[[]], (before, size) => before.SelectMany(index => Enumerable.Range(0, size).Select(i => (int[])[.. index, i])));

    /// <summary>A tensor as a dictionary, index written with commas.</summary>
    public static Dictionary<string, T> Tensor<T>(ImmutableArray<int> sizes, IEnumerable<T> entries) =>
        Indices(sizes).Zip(entries).ToDictionary(one => Key(one.First), one => one.Second);

    public static string Key(IEnumerable<int> index) => string.Join(',', index);
}

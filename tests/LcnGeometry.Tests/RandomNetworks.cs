using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Random architectures and weights, biased to layers of size one, zeros and proportional filters.</summary>
internal static class RandomNetworks
{
    public static Architecture NextArchitecture(this TestRandom random, int mostLayers = 4, int largestFilter = 4, int largestStride = 3)
    {
        var depth = random.Between(1, mostLayers);
        return new Architecture(
            [.. Enumerable.Range(0, depth).Select(_ => random.Chance(0.2) ? 1 : random.Between(1, largestFilter))],
            [.. Enumerable.Range(0, depth).Select(_ => random.Chance(0.5) ? 1 : random.Between(1, largestStride))]);
    }

    public static Architecture NextStrideOne(this TestRandom random, int largestDegree = 7)
    {
        var sizes = new List<int>();
        var degree = random.Between(0, largestDegree);
        while (degree > 0)
        {
            var part = random.Between(1, Math.Min(degree, 4));
            sizes.Add(part + 1);
            degree -= part;
        }

        while (sizes.Count == 0 || random.Chance(0.2)) sizes.Insert(random.Between(0, sizes.Count), 1);
        return new Architecture([.. sizes]);
    }

    public static FilterStack<Rational> NextWeights(this TestRandom random, Architecture net, int range = 5) => new(
        net,
        [.. net.Filters.Select(k => Enumerable.Range(0, k).Select(_ => (Rational)random.Between(-range, range)).ToImmutableArray())]);

    /// <summary>All architectures of stride one with sizes of at least 2 and a given degree, layers in every order.</summary>
    public static IEnumerable<ImmutableArray<int>> Compositions(int degree)
    {
        if (degree == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = 1; first <= degree; first++)
        {
            foreach (var rest in Compositions(degree - first)) yield return rest.Insert(0, first + 1);
        }
    }
}

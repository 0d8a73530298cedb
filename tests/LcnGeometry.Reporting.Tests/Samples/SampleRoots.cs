using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Roots and patterns for samples, to drawing accuracy.</summary>
internal static class SampleRoots
{
    private const double Same = 0.03;

    /// <summary>All roots by simultaneous iteration, real ones with imaginary part zero.</summary>
    internal static ImmutableArray<Complex> Of(IReadOnlyList<double> filter)
    {
        var degree = filter.Count - 1;
        var roots = Enumerable.Range(0, degree).Select(i => Complex.Pow(new Complex(0.4, 0.9), i)).ToArray();
        for (var round = 0; round < 200; round++)
        {
            for (var i = 0; i < degree; i++)
            {
                Complex value = 0, others = filter[degree];
                for (var k = degree; k >= 0; k--) value = (value * roots[i]) + filter[k];
                for (var j = 0; j < degree; j++) others *= j == i ? 1 : roots[i] - roots[j];
                roots[i] -= value / others;
            }
        }

        return [.. roots.Select(root => Math.Abs(root.Imaginary) < 1e-7 * (1 + root.Magnitude) ? new Complex(root.Real, 0) : root)
            .OrderBy(root => Math.Round(root.Real, 6)).ThenBy(root => root.Imaginary)];
    }

    internal static string Pattern(ImmutableArray<ImmutableArray<Complex>> layers)
    {
        var clusters = new List<List<Complex>>();
        foreach (var root in layers.SelectMany(roots => roots))
        {
            var home = clusters.Find(cluster => Chordal(cluster[0], root) < Same);
            if (home is null) clusters.Add([root]);
            else home.Add(root);
        }

        var real = clusters.Where(cluster => cluster.TrueForAll(root => root.Imaginary == 0)).Select(cluster => cluster.Count).OrderDescending();
        var pairs = clusters.Where(cluster => cluster.Exists(root => root.Imaginary > 0)).Select(cluster => cluster.Count).OrderDescending();
        return string.Concat(real) + "|" + string.Concat(pairs);
    }

    internal static ImmutableArray<ImmutableArray<int>> Repeated(double[][] filters)
    {
        var pairs = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var i = 0; i < filters.Length; i++)
        {
            for (var j = i + 1; j < filters.Length; j++)
            {
                if (filters[i].Length != filters[j].Length) continue;
                var (a, b) = (filters[i], filters[j]);
                var product = a.Zip(b, (x, y) => x * y).Sum();
                if (product * product > 0.999 * a.Sum(x => x * x) * b.Sum(x => x * x)) pairs.Add([i + 1, j + 1]);
            }
        }

        return pairs.ToImmutable();
    }

    private static double Chordal(Complex a, Complex b) =>
        (a - b).Magnitude / Math.Sqrt((1 + (a.Magnitude * a.Magnitude)) * (1 + (b.Magnitude * b.Magnitude)));
}

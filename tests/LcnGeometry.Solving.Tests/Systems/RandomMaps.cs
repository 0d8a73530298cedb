using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Systems;

/// <summary>Random product maps and data.</summary>
internal static class RandomMaps
{
    /// <summary>The map of one complex root pattern, stride one.</summary>
    public static ProductMap OfPattern(params int[] parts) => new([BlockOf(1, parts)]);

    /// <summary>A map of several blocks, each given by its step and its root pattern.</summary>
    public static ProductMap OfBlocks(params (int Step, int[] Parts)[] blocks) => new([.. blocks.Select(b => BlockOf(b.Step, b.Parts))]);

    /// <summary>A map written as <c>1:2,1 2:1</c>: blocks with their step and root pattern.</summary>
    public static ProductMap Parse(string shape) => OfBlocks([.. shape.Split(' ').Select(block => block.Split(':')).Select(block => (Number(block[0]), block[1].Split(',').Select(Number).ToArray()))]);

    /// <summary>A map with at most three blocks, exponents up to 4 and steps up to 3.</summary>
    public static ProductMap NextMap(this TestRandom random, int largestSize = 14)
    {
        while (true)
        {
            var blocks = Enumerable.Range(0, random.Between(1, 3)).Select(_ => new ProductBlock(
                random.Between(1, 3),
                [.. Enumerable.Range(1, 4).Where(_ => random.Chance(0.4)).Select(j => new ProductFactor(random.Between(1, 2), j))])).ToImmutableArray();
            if (blocks.Any(b => b.Factors.IsEmpty)) continue;
            var map = new ProductMap(blocks);
            if (map.Size <= largestSize) return map;
        }
    }

    /// <summary>A double of size about one, never close to zero.</summary>
    public static double NextSmall(this TestRandom random) => (0.2 + random.Unit()) * (random.Chance(0.5) ? 1 : -1);

    /// <summary>A symmetric matrix with small rational entries, positive definite.</summary>
    public static Matrix<Rational> NextForm(this TestRandom random, int size)
    {
        var factor = new Matrix<Rational>(size, size, (_, _) => random.Between(-4, 4));
        return (factor * factor.Transpose()) + ((Rational)random.Between(1, 3) * Matrix<Rational>.Identity(size));
    }

    /// <summary>A vector of small rationals.</summary>
    public static ImmutableArray<Rational> NextVector(this TestRandom random, int size) =>
        [.. Enumerable.Range(0, size).Select(_ => new Rational(random.Between(-30, 30), random.Between(1, 3)))];

    /// <summary>The rows of a matrix, one after the other.</summary>
    public static ImmutableArray<Rational> Entries(Matrix<Rational> matrix) =>
        [.. Enumerable.Range(0, matrix.Rows * matrix.Columns).Select(i => matrix[i / matrix.Columns, i % matrix.Columns])];

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ProductBlock BlockOf(int step, int[] parts) =>
        new(step, [.. parts.GroupBy(j => j).OrderBy(g => g.Key).Select(g => new ProductFactor(g.Count(), g.Key))]);
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class CriticalStratum
{
    /// <summary>The blocks of an architecture: maximal runs of layers with equal steps.</summary>
    /// <param name="net">The architecture.</param>
    public static ImmutableArray<LayerBlock> BlocksOf(Architecture net) => LayerBlock.Of(net);

    /// <summary>Every stratum that carries critical parameters of an architecture, for generic data.</summary>
    /// <param name="net">The architecture, any strides.</param>
    /// <param name="token">Stops a long enumeration.</param>
    /// <returns>The strata with at least one factorization into squarefree layers: most roots first, then descending patterns. Lazy.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> complete: the sum of <see cref="Factorizations"/> times <see cref="GenericCount"/> is <see cref="CriticalPointCount.OnParameters"/>.</para>
    /// <para><b>Method:</b> partitions of the degree of each block; those with a squarefree factorization are found by the Gale-Ryser inequalities.</para>
    /// <para><b>Cost:</b> proportional to the product of the partition numbers of the blocks' degrees.</para>
    /// <para><b>Source:</b> C2, C3, S3 and F1 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// CriticalStratum.All(Architecture.Parse("2,2,2")).Count();          // 3: the patterns 1,1,1 and 2,1 and 3
    /// CriticalStratum.All(Architecture.Parse("2,2,2", "1,2,1")).Count(); // 2
    /// </code>
    /// </example>
    public static IEnumerable<CriticalStratum> All(Architecture net, CancellationToken token = default)
    {
        var blocks = BlocksOf(net);
        return Enumerate(net, blocks, token);
    }

    /// <summary>The stratum of given patterns.</summary>
    /// <param name="net">The architecture, any strides.</param>
    /// <param name="patterns">One partition per block, in any order of the parts.</param>
    /// <exception cref="ArgumentException">The patterns do not fit the blocks.</exception>
    public static CriticalStratum Of(Architecture net, ImmutableArray<ImmutableArray<int>> patterns)
    {
        var blocks = BlocksOf(net);
        if (patterns.Length != blocks.Length)
        {
            throw new ArgumentException($"{net} has {blocks.Length} blocks of layers with equal steps; {patterns.Length} patterns were given.", nameof(patterns));
        }

        for (var b = 0; b < blocks.Length; b++)
        {
            if (patterns[b].Any(part => part < 1) || patterns[b].Sum() != blocks[b].Degree)
            {
                throw new ArgumentException($"[{string.Join(',', patterns[b])}] is no partition of {blocks[b].Degree}, the degree of block {b + 1}.", nameof(patterns));
            }
        }

        return Create(net, blocks, [.. patterns.Select(pattern => pattern.OrderDescending().ToImmutableArray())]);
    }

    private static IEnumerable<CriticalStratum> Enumerate(Architecture net, ImmutableArray<LayerBlock> blocks, CancellationToken token)
    {
        for (var roots = blocks.Sum(b => b.Degree); roots >= blocks.Length; roots--)
        {
            foreach (var patterns in PatternsFrom(net, blocks, 0, roots))
            {
                token.ThrowIfCancellationRequested();
                yield return Create(net, blocks, patterns);
            }
        }
    }

    private static CriticalStratum Create(Architecture net, ImmutableArray<LayerBlock> blocks, ImmutableArray<ImmutableArray<int>> patterns)
    {
        Integer factorizations = 1;
        for (var b = 0; b < blocks.Length; b++)
        {
            factorizations *= CriticalPointCount.SquarefreeFactorizations(patterns[b], [.. blocks[b].Layers.Select(l => net.Filters[l])]);
        }

        return new CriticalStratum(blocks, patterns, factorizations);
    }

    /// <summary>The patterns of the blocks from one on that have a given number of roots together.</summary>
    private static IEnumerable<ImmutableArray<ImmutableArray<int>>> PatternsFrom(Architecture net, ImmutableArray<LayerBlock> blocks, int first, int roots)
    {
        if (first == blocks.Length)
        {
            if (roots == 0) yield return [];
            yield break;
        }

        var later = blocks.Skip(first + 1).Sum(b => b.Degree);
        var atLeast = Math.Max(1, roots - later);
        var atMost = roots - (blocks.Length - first - 1);
        int[] layers = [.. blocks[first].Layers.Select(l => net.Filters[l] - 1)];
        foreach (var pattern in Partitions(blocks[first].Degree, layers.Length, atLeast, atMost))
        {
            if (!HasSquarefreeFactorization(pattern, layers)) continue;
            foreach (var rest in PatternsFrom(net, blocks, first + 1, roots - pattern.Length)) yield return rest.Insert(0, pattern);
        }
    }

    /// <summary>Gale-Ryser: matrices of zeros and ones with these column and row sums exist.</summary>
    private static bool HasSquarefreeFactorization(ImmutableArray<int> pattern, int[] layers)
    {
        var sum = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            sum += pattern[i];
            if (sum > layers.Sum(roots => Math.Min(roots, i + 1))) return false;
        }

        return true;
    }

    /// <summary>Partitions into parts of a largest size, with a number of parts in a range, in descending lexicographic order.</summary>
    private static IEnumerable<ImmutableArray<int>> Partitions(int total, int largest, int atLeast, int atMost)
    {
        if (total == 0)
        {
            if (atLeast <= 0) yield return [];
            yield break;
        }

        for (var part = Math.Min(total, largest); part >= 1; part--)
        {
            if (total > part * (long)atMost || total - part + 1 < atLeast) continue;
            foreach (var rest in Partitions(total - part, part, atLeast - 1, atMost - 1)) yield return rest.Insert(0, part);
        }
    }
}

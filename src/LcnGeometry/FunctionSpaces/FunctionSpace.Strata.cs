using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>The number of strata: for each block of layers with equal steps, the real root patterns of its degree, multiplied.</summary>
    public Integer StratumCount => Blocks.Aggregate(Integer.One, (count, block) => count * PatternCount(block.Degree));

    /// <summary>Every stratum: one for each choice of a real root pattern for each block of layers with equal steps. In stride one there is a single block.</summary>
    /// <param name="token">Stops a long enumeration.</param>
    /// <returns>All strata in the canonical order of their patterns, the last block fastest; none is left out.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact and complete.</para>
    /// <para><b>Method:</b> positions by counting real roots (A4, A6), factorizations by distributing roots over layers (A7, C3), counts in closed form (S2), each block for itself: a generic
    /// filter of a stratum has one factorization into blocks (F2).</para>
    /// <para><b>Cost:</b> proportional to <see cref="StratumCount"/>, which grows like a partition number of the degree.</para>
    /// <para><b>Source:</b> A4 to A7, C3, F1, F2 and S2 of the theory; arXiv 2108.01538; arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Architecture.Parse("2,2").FunctionSpace().Strata().Count();   // 3
    /// Architecture.Parse("3,2", "2,1").FunctionSpace().Strata().Count();   // 3: two simple roots, a double one or a pair below, and one root above
    /// </code>
    /// </example>
    public IEnumerable<Stratum> Strata(CancellationToken token = default)
    {
        var perBlock = Blocks.Select(block => PatternsOf(block, token)).ToArray();
        return Combine(0, []);

        IEnumerable<Stratum> Combine(int block, ImmutableArray<BlockPattern> chosen)
        {
            token.ThrowIfCancellationRequested();
            if (block == perBlock.Length)
            {
                yield return StratumOf(chosen);
                yield break;
            }

            foreach (var pattern in perBlock[block])
            {
                foreach (var stratum in Combine(block + 1, chosen.Add(pattern))) yield return stratum;
            }
        }
    }

    // Layers of size one alone make one block of degree zero.
    private ImmutableArray<LayerBlock> Blocks => LayerBlock.Of(Architecture) is { IsEmpty: false } blocks ? blocks : [new LayerBlock(1, 0, [])];

    /// <summary>Where the forms of a pattern lie (A4, A6).</summary>
    internal StratumPosition PositionOf(RootPattern pattern) => PositionOf(pattern, Architecture.EvenFilters);

    /// <summary>Where a filter lies whose parts vary independently: outside if one of them does, else on the boundary if one does.</summary>
    internal static StratumPosition PositionOf(IReadOnlyCollection<StratumPosition> parts) =>
        parts.Contains(StratumPosition.Outside) ? StratumPosition.Outside
        : parts.Contains(StratumPosition.Boundary) ? StratumPosition.Boundary
        : parts.Contains(StratumPosition.Undecided) ? StratumPosition.Undecided
        : StratumPosition.Interior;

    /// <summary>Where the forms of a pattern lie when so many layers are of odd degree.</summary>
    internal static StratumPosition PositionOf(RootPattern pattern, int needed)
    {
        if (pattern.RealRootsWithMultiplicity < needed) return StratumPosition.Outside;
        return needed >= 2 && pattern.OddRealRoots <= needed - 2 ? StratumPosition.Boundary : StratumPosition.Interior;
    }

    private IEnumerable<BlockPattern> PatternsOf(LayerBlock block, CancellationToken token)
    {
        var all = new FactorizationCounter(distinctWithinLayer: false);
        var squarefree = new FactorizationCounter(distinctWithinLayer: true);
        int[] room = [.. block.Layers.Select(layer => Architecture.Filters[layer] - 1)];
        var needed = block.EvenFilters(Architecture);
        foreach (var pattern in RootPattern.All(block.Degree))
        {
            token.ThrowIfCancellationRequested();
            RootGroup[] groups = [.. RootGroup.OfReal(pattern)];
            yield return new BlockPattern(pattern, PositionOf(pattern, needed), all.Count(groups, room, token), squarefree.Count(groups, room, token));
        }
    }

    // Near a generic filter of the stratum the closure is one smooth sheet, on which each block moves for itself.
    private static Stratum StratumOf(ImmutableArray<BlockPattern> blocks)
    {
        return new Stratum(
            [.. blocks.Select(block => block.Pattern)],
            PositionOf([.. blocks.Select(block => block.Position)]),
            blocks.Aggregate(Integer.One, (product, block) => product * block.RealFactorizations),
            blocks.Aggregate(Integer.One, (product, block) => product * block.CriticalFactorizations));
    }

    private static Integer PatternCount(int degree)
    {
        var partitions = PartitionNumbers(degree);
        Integer count = 0;
        for (var pairs = 0; 2 * pairs <= degree; pairs++) count += partitions[pairs] * partitions[degree - (2 * pairs)];
        return count;
    }

    private static Integer[] PartitionNumbers(int upTo)
    {
        var counts = new Integer[upTo + 1];
        counts[0] = 1;
        for (var part = 1; part <= upTo; part++)
        {
            for (var total = part; total <= upTo; total++) counts[total] += counts[total - part];
        }

        return counts;
    }

    /// <summary>One block of a stratum.</summary>
    private sealed record BlockPattern(RootPattern Pattern, StratumPosition Position, Integer RealFactorizations, Integer CriticalFactorizations);
}

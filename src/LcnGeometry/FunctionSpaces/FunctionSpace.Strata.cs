using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>The number of real root patterns of the end-to-end degree.</summary>
    public Integer StratumCount
    {
        get
        {
            var degree = Architecture.RootCount;
            var partitions = PartitionNumbers(degree);
            Integer count = 0;
            for (var pairs = 0; 2 * pairs <= degree; pairs++) count += partitions[pairs] * partitions[degree - (2 * pairs)];
            return count;
        }
    }

    /// <summary>Every stratum of a stride-one architecture: one per real root pattern.</summary>
    /// <param name="token">Stops a long enumeration.</param>
    /// <returns>All strata in the canonical order of their patterns; none is left out.</returns>
    /// <exception cref="UnsupportedException">The architecture is not of stride one.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact and complete.</para>
    /// <para><b>Method:</b> positions by counting real roots (A4, A6), factorizations by distributing roots over layers (A7, C3), counts in closed form (S2).</para>
    /// <para><b>Cost:</b> proportional to <see cref="StratumCount"/>, which grows like a partition number of the degree.</para>
    /// <para><b>Source:</b> A4 to A7, C3 and S2 of the theory; arXiv 2108.01538.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Architecture.Parse("2,2").FunctionSpace().Strata().Count();   // 3
    /// </code>
    /// </example>
    public IEnumerable<Stratum> Strata(CancellationToken token = default)
    {
        RequireStrideOne(UnsupportedFeature.StridedStrata);
        return EnumerateStrata(token);
    }

    /// <summary>Where the forms of a pattern lie (A4, A6).</summary>
    internal StratumPosition PositionOf(RootPattern pattern) => PositionOf(pattern, Architecture.EvenFilters);

    /// <summary>Where the forms of a pattern lie when so many layers are of odd degree.</summary>
    internal static StratumPosition PositionOf(RootPattern pattern, int needed)
    {
        if (pattern.RealRootsWithMultiplicity < needed) return StratumPosition.Outside;
        return needed >= 2 && pattern.OddRealRoots <= needed - 2 ? StratumPosition.Boundary : StratumPosition.Interior;
    }

    private IEnumerable<Stratum> EnumerateStrata(CancellationToken token)
    {
        var all = new FactorizationCounter(distinctWithinLayer: false);
        var squarefree = new FactorizationCounter(distinctWithinLayer: true);
        int[] room = [.. Architecture.Filters.Select(k => k - 1)];
        foreach (var pattern in RootPattern.All(Architecture.RootCount))
        {
            token.ThrowIfCancellationRequested();
            RootGroup[] groups = [.. RootGroup.OfReal(pattern)];
            yield return new Stratum(pattern, PositionOf(pattern), all.Count(groups, room, token), squarefree.Count(groups, room, token));
        }
    }

    private void RequireStrideOne(UnsupportedFeature feature)
    {
        if (!Architecture.IsStrideOne) throw new UnsupportedException(feature, Architecture.ToString());
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
}

using LcnGeometry.Solving;

namespace LcnGeometry.Benchmarks;

/// <summary>The map of which the functions of a stratum are the image.</summary>
internal static class StratumMap
{
    public static ProductMap Of(CriticalStratum stratum) => new(
    [
        .. stratum.Blocks.Select((block, b) => new ProductBlock(
            (int)block.Step, [.. stratum.Factors.Where(factor => factor.Block == b).Select(factor => new ProductFactor(factor.Degree, factor.Multiplicity))])),
    ]);
}

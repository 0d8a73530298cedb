using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The dimension of the set of operators of a network with cyclic padding.</summary>
internal static class CyclicDimension
{
    /// <summary>With more layers than this only the last ones are grouped; the bound holds all the same.</summary>
    private const int MostGroupedLayers = 10;

    /// <summary>No more dimensions than this.</summary>
    /// <remarks>
    /// The operators of a group of layers have no more dimensions than the places that sums of their entries reach. Groups add up, less one scaling each.
    /// The best way to group the layers counts.
    /// </remarks>
    public static int Bound(CyclicNetwork network)
    {
        var net = network.Architecture;
        var layers = Enumerable.Range(0, net.Depth).Where(layer => net.EntryCounts[layer] > 1).ToArray();
        return 1 + (layers.Length <= MostGroupedLayers ? OfAllGroupings(network, layers) : OfTails(network, layers));
    }

    /// <summary>The rank of the differential at random integer filters modulo a prime.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Chooses the filters.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The rank, a lower bound, and what the dimension rests on: proved if no larger dimension is possible, else sampled.</returns>
    public static (int Dimension, Evidence Evidence) OfRandomFilters(CyclicNetwork network, long seed, CancellationToken token)
    {
        const int samples = 3, range = 1_000_000;
        var (net, largest, best) = (network.Architecture, Bound(network), 0);
        for (var sample = 0; sample < samples && best < largest; sample++)
        {
            var (random, field) = (new CounterRandom(seed, sample), PrimeField.OfSample(sample));
            var weights = new GridFilterStack<Integer>(net, [.. net.EntryCounts.Select(count => Enumerable.Range(0, count).Select(_ => (Integer)((random.NextWord() % (2L * range)) - range + 1)).ToImmutableArray())]);
            var jacobian = GridParameterizationMap.Jacobian(weights, token);
            var span = new ModularSpan(field);
            for (var column = 0; column < jacobian.Columns && span.Rank < largest; column++)
            {
                token.ThrowIfCancellationRequested();
                span.Add([.. network.Fold(jacobian.Column(column)).Select(field.Reduce)]);
            }

            best = Math.Max(best, span.Rank);
        }

        return (best, best == largest ? Evidence.Proved : Evidence.Sampled);
    }

    // From the last layer on: a layer joins those behind it by its own entries, or all of them together count.
    internal static int OfTails(CyclicNetwork network, int[] layers)
    {
        var best = 0L;
        for (var i = layers.Length - 1; i >= 0; i--) best = Math.Min(Places(network, layers[i..]) - 1, best + Places(network, [layers[i]]) - 1);
        return (int)best;
    }

    internal static int OfAllGroupings(CyclicNetwork network, int[] layers)
    {
        var best = new long[1 << layers.Length];
        var cost = new long[best.Length];
        for (var group = 1; group < cost.Length; group++) cost[group] = Places(network, [.. layers.Where((_, i) => (group >> i & 1) == 1)]) - 1;
        for (var set = 1; set < best.Length; set++)
        {
            // Every grouping of a set has one part with its first layer.
            var rest = set & (set - 1);
            best[set] = long.MaxValue;
            for (var others = rest; ; others = (others - 1) & rest)
            {
                best[set] = Math.Min(best[set], cost[set ^ others] + best[others]);
                if (others == 0) break;
            }
        }

        return (int)best[^1];
    }

    /// <summary>How many places of the torus the sums of entries of some layers reach.</summary>
    private static long Places(CyclicNetwork network, int[] layers)
    {
        var places = 1L;
        foreach (var (direction, points) in network.Architecture.Directions.Zip(network.Points))
        {
            // Layers without a gap between them reach all multiples of the first one's step up to a sum; only the last such run can wrap.
            Integer reach = 0, first = 0;
            foreach (var layer in layers.Where(layer => direction.Filters[layer] > 1))
            {
                var step = direction.StrideProducts[layer];
                if (reach.IsZero || step > reach)
                {
                    if (!reach.IsZero) places *= 1 + (long)Integer.DivideExactly(reach, first);
                    (reach, first) = (0, step);
                }

                reach += (direction.Filters[layer] - 1) * step;
            }

            if (!reach.IsZero) places *= Math.Min(1 + (long)Integer.DivideExactly(reach, first), (long)Integer.DivideExactly(points, first));
        }

        return places;
    }
}

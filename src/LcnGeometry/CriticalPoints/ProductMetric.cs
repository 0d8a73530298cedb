using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Architectures whose filters are tensors of rank one, entry by entry, and metrics that are products of metrics of the factors.</summary>
internal static class ProductMetric
{
    /// <summary>Whether all products of entries stand at different places (F4 of the theory), and the metric at these places is a product.</summary>
    public static bool Is(CriticalStratum stratum, Matrix<Rational> metric)
    {
        int[] steps = [.. stratum.Blocks.Select(block => (int)block.Step)], sizes = [.. stratum.Blocks.Select(block => block.Degree + 1)];
        for (var b = 1; b < steps.Length; b++)
        {
            if (steps[b] < steps[b - 1] * sizes[b - 1]) return false;
        }

        int[] places = [0];
        for (var b = 0; b < steps.Length; b++) places = [.. places.SelectMany(place => Enumerable.Range(0, sizes[b]).Select(j => place + (j * steps[b])))];
        var corner = metric[0, 0];
        foreach (var i in places)
        {
            foreach (var j in places)
            {
                var product = corner;
                for (var b = 0; b < steps.Length; b++) product *= metric[Part(i, b), Part(j, b)] / corner;
                if (metric[i, j] != product) return false;
            }
        }

        return true;

        // The contribution of block b to a place: steps grow faster than the sizes.
        int Part(int place, int b) => (b + 1 < steps.Length ? place % steps[b + 1] : place) / steps[b] * steps[b];
    }
}

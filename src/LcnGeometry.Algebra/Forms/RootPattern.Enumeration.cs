namespace LcnGeometry.Algebra;

public sealed partial class RootPattern
{
    /// <summary>Every pattern of one degree, in ascending order: from all roots real and simple to complex pairs only.</summary>
    /// <param name="degree">At least 0; degree 0 has the empty pattern.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative.</exception>
    public static IEnumerable<RootPattern> All(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        return Enumerate(degree);
    }

    private static IEnumerable<RootPattern> Enumerate(int degree)
    {
        for (var pairs = 0; 2 * pairs <= degree; pairs++)
        {
            foreach (var real in Partitions(degree - (2 * pairs)))
            {
                foreach (var complex in Partitions(pairs)) yield return new RootPattern(real, complex);
            }
        }
    }

    /// <summary>Partitions in descending order of parts, lexicographically ascending: 111, 21, 3.</summary>
    private static IEnumerable<int[]> Partitions(int total) => Partitions(total, total);

    private static IEnumerable<int[]> Partitions(int total, int largest)
    {
        if (total == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = 1; first <= Math.Min(total, largest); first++)
        {
            foreach (var rest in Partitions(total - first, first)) yield return [first, .. rest];
        }
    }
}

using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Ladders of ranks by their end, then by their steps: an unlucky point can only have lower ranks, or reach them later.</summary>
internal static class LadderOrder
{
    public static Comparer<ImmutableArray<int>> Comparer { get; } = Comparer<ImmutableArray<int>>.Create((left, right) =>
    {
        if (left[^1] != right[^1]) return left[^1].CompareTo(right[^1]);
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        }

        return 0;
    });
}

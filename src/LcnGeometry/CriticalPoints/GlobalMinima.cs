using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Orders critical points by loss and names the global minima of a complete list.</summary>
internal static class GlobalMinima
{
    /// <summary>Ascending by loss; points whose losses are not told apart by their functions.</summary>
    public static ImmutableArray<CriticalPoint> Sort(IEnumerable<CriticalPoint> points)
    {
        var sorted = points.OrderBy(p => p.Loss.Midpoint).ThenBy(p => p, ByFunction.Instance).ToArray();
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            var upper = sorted[start].Loss.Upper;
            while (end < sorted.Length && sorted[end].Loss.Lower <= upper) upper = Math.Max(upper, sorted[end++].Loss.Upper);
            Array.Sort(sorted, start, end - start, ByFunction.Instance);
            start = end;
        }

        return [.. sorted];
    }

    /// <summary>Marks the global minima of a list that holds every real critical function.</summary>
    /// <param name="points">The points; a target that is attained is marked already.</param>
    /// <param name="notes">Receives a sentence about losses that were not told apart.</param>
    public static ImmutableArray<CriticalPoint> Mark(ImmutableArray<CriticalPoint> points, ImmutableArray<string>.Builder notes)
    {
        if (points.Any(p => p.Kind == CriticalPointKind.GlobalMinimum || p.Zero is { IsGlobalMinimum: true })) return points;
        var attained = points.Where(p => !p.Factorizations.IsEmpty).ToArray();
        if (attained.Length == 0) return points;
        var bound = attained.Min(p => p.Loss.Upper);
        if (!double.IsFinite(bound)) return points; // Losses beyond the doubles are not compared.
        var least = Enumerable.Range(0, points.Length)
            .Where(i => points[i].Loss.Lower <= bound && (!points[i].Factorizations.IsEmpty || !points[i].UndecidedFactorizations.IsZero)).ToArray();
        if (least.Any(i => points[i].Factorizations.IsEmpty)) return points;

        // A saddle is no minimum, whatever its loss.
        var minima = least.Where(i => points[i].Factorizations.All(f => f.Kind != CriticalPointKind.StrictSaddle)).ToArray();
        if (minima.Length == 0)
        {
            throw new InvariantViolationException("the least critical value of a complete list is a minimum", string.Join("; ", least.Select(i => points[i].Loss)));
        }

        if (minima.Length > 1) notes.Add($"The losses of {minima.Length} functions could not be told apart; they are all listed as global minima.");
        var marked = points.ToBuilder();
        foreach (var i in minima)
        {
            marked[i] = points[i] with
            {
                Kind = CriticalPointKind.GlobalMinimum,
                Factorizations = [.. points[i].Factorizations.Select(f => f with { Kind = CriticalPointKind.GlobalMinimum })],
            };
        }

        return marked.MoveToImmutable();
    }

    private sealed class ByFunction : IComparer<CriticalPoint>
    {
        public static readonly ByFunction Instance = new();

        public int Compare(CriticalPoint? x, CriticalPoint? y)
        {
            for (var i = 0; i < x!.Function.Length; i++)
            {
                var order = x.Function[i].Midpoint.CompareTo(y!.Function[i].Midpoint);
                if (order != 0) return order;
            }

            return 0;
        }
    }
}

using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Joins the crossings of a curve with the lines of a square grid to polylines.</summary>
internal static class SliceCurve
{
    /// <summary>Joins crossings cell by cell: a cell with two crossings on its edges holds one arc, one with four holds the two shortest.</summary>
    /// <param name="grid">The coordinates of the grid lines, the same in both directions, ascending.</param>
    /// <param name="horizontal">For each horizontal line the x of the crossings.</param>
    /// <param name="vertical">For each vertical line the y of the crossings.</param>
    public static ImmutableArray<ImmutableArray<ImmutableArray<double>>> Join(
        double[] grid, ImmutableArray<double>[] horizontal, ImmutableArray<double>[] vertical)
    {
        var segments = new List<((double X, double Y) A, (double X, double Y) B)>();
        for (var row = 0; row + 1 < grid.Length; row++)
        {
            for (var column = 0; column + 1 < grid.Length; column++)
            {
                double left = grid[column], right = grid[column + 1], bottom = grid[row], top = grid[row + 1];
                (double X, double Y)[] crossings =
                [
                    .. horizontal[row].Where(x => x >= left && x < right).Select(x => (x, bottom)),
                    .. horizontal[row + 1].Where(x => x >= left && x < right).Select(x => (x, top)),
                    .. vertical[column].Where(y => y >= bottom && y < top).Select(y => (left, y)),
                    .. vertical[column + 1].Where(y => y >= bottom && y < top).Select(y => (right, y)),
                ];
                segments.AddRange(Pair(crossings));
            }
        }

        return Chain(segments);
    }

    private static IEnumerable<((double X, double Y) A, (double X, double Y) B)> Pair((double X, double Y)[] points)
    {
        // Shortest pairs first; an odd one out belongs to a cusp inside the cell and is joined to its nearest neighbour.
        var left = points.ToList();
        while (left.Count >= 2)
        {
            var best = (from i in Enumerable.Range(0, left.Count)
                        from j in Enumerable.Range(i + 1, left.Count - i - 1)
                        orderby Squared(left[i], left[j])
                        select (i, j)).First();
            yield return (left[best.i], left[best.j]);
            left.RemoveAt(best.j);
            left.RemoveAt(best.i);
        }

        if (left.Count == 1 && points.Length > 1)
        {
            var last = left[0];
            yield return (last, points.Where(p => p != last).MinBy(p => Squared(p, last)));
        }
    }

    private static double Squared((double X, double Y) a, (double X, double Y) b) => ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));

    private static ImmutableArray<ImmutableArray<ImmutableArray<double>>> Chain(List<((double X, double Y) A, (double X, double Y) B)> segments)
    {
        var ends = segments.SelectMany((s, i) => new[] { (Point: s.A, Segment: i), (Point: s.B, Segment: i) })
            .GroupBy(e => e.Point).ToDictionary(g => g.Key, g => g.Select(e => e.Segment).ToList());
        var used = new bool[segments.Count];
        var chains = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<double>>>();

        // Open chains begin at an end that belongs to one segment only; what is left over is closed.
        var starts = ends.Where(e => e.Value.Count == 1).Select(e => e.Key).Concat(ends.Keys);
        foreach (var start in starts)
        {
            var chain = new List<(double X, double Y)> { start };
            while (ends[chain[^1]].Find(i => !used[i], out var next))
            {
                used[next] = true;
                chain.Add(segments[next].A == chain[^1] ? segments[next].B : segments[next].A);
            }

            if (chain.Count > 1) chains.Add([.. chain.Select(p => ImmutableArray.Create(p.X, p.Y))]);
        }

        return chains.ToImmutable();
    }

    private static bool Find(this List<int> items, Predicate<int> condition, out int found)
    {
        var index = items.FindIndex(condition);
        found = index < 0 ? -1 : items[index];
        return index >= 0;
    }
}

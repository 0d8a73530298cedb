using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Where to write the number of real roots into the regions of a slice: far from curves, edges and marks.</summary>
internal static class SliceLabels
{
    private const int Grid = 44;
    private const double Needed = 13, Squash = 3.6;

    /// <summary>For each number of real roots a place on the panel, where one has room.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="place">From the coordinates of the slice to the panel.</param>
    /// <param name="taken">Places of marks.</param>
    internal static ImmutableArray<(int RealRoots, Dot Place)> Of(FunctionSpaceSlice slice, Func<double, double, Dot> place, IEnumerable<Dot> taken)
    {
        var obstacles = slice.Curve.SelectMany(curve => curve.Select(point => place(point[0], point[1]))).Concat(taken).ToList();
        var (left, right) = (slice.Bounds[0][0], slice.Bounds[0][1]);
        var (low, high) = (slice.Bounds[1][0], slice.Bounds[1][1]);
        var (corner, opposite) = (place(left, high), place(right, low));
        var best = new SortedDictionary<int, (double Room, Dot Place)>();
        for (var i = 1; i < Grid; i++)
        {
            for (var j = 1; j < Grid; j++)
            {
                var (x, y) = (left + ((right - left) * i / Grid), low + ((high - low) * j / Grid));
                var dot = place(x, y);
                var room = Math.Min(
                    Math.Min(dot.X - corner.X, opposite.X - dot.X) / Squash,
                    Math.Min(dot.Y - corner.Y, opposite.Y - dot.Y));
                foreach (var obstacle in obstacles)
                {
                    if (room < Needed) break;
                    room = Math.Min(room, Math.Max(Math.Abs(dot.X - obstacle.X) / Squash, Math.Abs(dot.Y - obstacle.Y)));
                }

                var count = SliceRegions.CountAt(slice, x, y);
                if (room >= Needed && (!best.TryGetValue(count, out var before) || room > before.Room)) best[count] = (room, dot);
            }
        }

        return [.. best.Select(pair => (pair.Key, pair.Value.Place))];
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The regions of a slice as polygons, one list per number of real roots.</summary>
/// <remarks>Neighbouring lines with the same sequence of counts are joined by trapezoids; where the sequence changes, the change is put halfway, beneath the discriminant curve.</remarks>
internal static class SliceRegions
{
    /// <summary>Polygons in the coordinates of the slice, ascending by number of real roots.</summary>
    internal static ImmutableSortedDictionary<int, ImmutableArray<ImmutableArray<Dot>>> Of(FunctionSpaceSlice slice)
    {
        var regions = new SortedDictionary<int, ImmutableArray<ImmutableArray<Dot>>.Builder>();
        for (var first = 0; first < slice.Lines.Length;)
        {
            var last = first;
            while (last + 1 < slice.Lines.Length && slice.Lines[last + 1].RealRoots.SequenceEqual(slice.Lines[first].RealRoots)) last++;
            for (var interval = 0; interval < slice.Lines[first].RealRoots.Length; interval++)
            {
                var count = slice.Lines[first].RealRoots[interval];
                if (!regions.TryGetValue(count, out var polygons)) regions[count] = polygons = ImmutableArray.CreateBuilder<ImmutableArray<Dot>>();
                polygons.Add(Polygon(slice, first, last, interval));
            }

            first = last + 1;
        }

        return regions.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());
    }

    /// <summary>The number of real roots at a point, read off the nearest line.</summary>
    internal static int CountAt(FunctionSpaceSlice slice, double x, double y)
    {
        var (low, high) = (slice.Bounds[1][0], slice.Bounds[1][1]);
        var place = (int)Math.Round((y - low) / (high - low) * (slice.Lines.Length - 1));
        var line = slice.Lines[Math.Clamp(place, 0, slice.Lines.Length - 1)];
        var interval = 0;
        while (interval < line.Breaks.Length && line.Breaks[interval] < x) interval++;
        return line.RealRoots[interval];
    }

    private static ImmutableArray<Dot> Polygon(FunctionSpaceSlice slice, int first, int last, int interval)
    {
        var lines = slice.Lines;
        var left = new List<Dot>();
        var right = new List<Dot>();
        Add(first == 0 ? lines[first].Y : (lines[first - 1].Y + lines[first].Y) / 2, lines[first]);
        for (var i = first; i <= last; i++) Add(lines[i].Y, lines[i]);
        Add(last == lines.Length - 1 ? lines[last].Y : (lines[last].Y + lines[last + 1].Y) / 2, lines[last]);
        right.Reverse();
        return [.. left, .. right];

        void Add(double y, SliceLine line)
        {
            left.Add(new Dot(interval == 0 ? slice.Bounds[0][0] : line.Breaks[interval - 1], y));
            right.Add(new Dot(interval == line.Breaks.Length ? slice.Bounds[0][1] : line.Breaks[interval], y));
        }
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The ways to put zeros in front of the filters of a network such that the function sees a given first input.</summary>
internal static class FilterShifts
{
    /// <summary>All vectors a with 0 ≤ a_l ≤ room_l and Σ S_l a_l = offset, lexicographically ascending.</summary>
    public static IEnumerable<ImmutableArray<int>> All(Architecture architecture, ImmutableArray<int> room, int offset)
    {
        var steps = Steps(architecture);
        return offset < 0 ? [] : Extend([], offset);

        IEnumerable<ImmutableArray<int>> Extend(ImmutableArray<int> chosen, long rest)
        {
            var layer = chosen.Length;
            if (layer == room.Length) return rest == 0 ? [chosen] : [];
            if (rest > Reach(layer)) return [];
            return Enumerable.Range(0, room[layer] + 1).TakeWhile(a => a * steps[layer] <= rest).SelectMany(a => Extend(chosen.Add(a), rest - (a * steps[layer])));
        }

        long Reach(int layer)
        {
            long reach = 0;
            for (var l = layer; l < room.Length; l++) reach += room[l] * steps[l];
            return reach;
        }
    }

    /// <summary>How many there are.</summary>
    public static int Count(Architecture architecture, ImmutableArray<int> room, int offset) => All(architecture, room, offset).Count();

    /// <summary>S_l, and zero for layers of size one, which have no room.</summary>
    public static ImmutableArray<long> Steps(Architecture architecture) =>
        [.. architecture.Filters.Zip(architecture.StrideProducts, (size, step) => size == 1 ? 0 : (long)step)];
}

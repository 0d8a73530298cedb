using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Counts the ways to hand the roots of a form to layers with room for a given number of roots each.</summary>
/// <remarks>
/// Roots are groups: a group of multiplicity m consists of m equal copies that each take <c>size</c> places in a layer
/// (one for a real root, two for a complex pair). Groups are distinguishable, copies of one group are not, layers are.
/// The count depends on the layers' room only as a multiset, which is what the memory is keyed by.
/// </remarks>
internal sealed class FactorizationCounter(bool distinctWithinLayer)
{
    private readonly Dictionary<string, Integer> _known = [];

    /// <summary>The number of ways to distribute all groups so that every layer is filled exactly.</summary>
    /// <param name="groups">Multiplicity and size of each group, in any order.</param>
    /// <param name="room">The number of places of each layer.</param>
    /// <param name="token">Stops a long count.</param>
    public Integer Count(IEnumerable<RootGroup> groups, IEnumerable<int> room, CancellationToken token = default)
    {
        // Large groups first: they have the fewest choices.
        var ordered = groups.OrderByDescending(g => g.Size * g.Multiplicity).ThenByDescending(g => g.Size).ToImmutableArray();
        int[] sorted = [.. room.Where(r => r > 0).OrderDescending()];
        return ordered.Sum(g => g.Size * g.Multiplicity) == sorted.Sum() ? CountFrom(ordered, 0, sorted, token) : Integer.Zero;
    }

    private Integer CountFrom(ImmutableArray<RootGroup> groups, int index, int[] room, CancellationToken token)
    {
        if (index == groups.Length) return Integer.One;
        token.ThrowIfCancellationRequested();
        var key = string.Concat(string.Join(',', groups.Skip(index).Select(g => $"{g.Multiplicity}x{g.Size}{(g.OncePerLayer ? "!" : "")}")), "|", string.Join(',', room));
        if (_known.TryGetValue(key, out var known)) return known;
        var distribution = new Distribution(groups[index], room, distinctWithinLayer);
        var total = Integer.Zero;
        foreach (var (weight, left) in distribution.Enumerate()) total += weight * CountFrom(groups, index + 1, left, token);
        _known.Add(key, total);
        return total;
    }

    /// <summary>The ways to hand out one group, up to exchanging layers with equal room.</summary>
    private sealed class Distribution(RootGroup group, int[] room, bool distinctWithinLayer)
    {
        private readonly int[] _copies = new int[room.Length];

        public IEnumerable<(Integer Weight, int[] Left)> Enumerate() => Assign(0, group.Multiplicity);

        private IEnumerable<(Integer Weight, int[] Left)> Assign(int layer, int remaining)
        {
            if (remaining == 0)
            {
                Array.Clear(_copies, layer, room.Length - layer);
                yield return (Weight(), [.. room.Select((r, l) => r - (group.Size * _copies[l])).Where(r => r > 0).OrderDescending()]);
                yield break;
            }

            if (layer == room.Length) yield break;
            var most = Math.Min(remaining, room[layer] / group.Size);
            if (distinctWithinLayer || group.OncePerLayer) most = Math.Min(most, 1);
            if (layer > 0 && room[layer] == room[layer - 1]) most = Math.Min(most, _copies[layer - 1]);
            for (var copies = most; copies >= 0; copies--)
            {
                _copies[layer] = copies;
                foreach (var way in Assign(layer + 1, remaining - copies)) yield return way;
            }
        }

        // Layers of equal room are exchangeable: each run contributes a multinomial coefficient.
        private Integer Weight()
        {
            Integer weight = 1;
            for (var start = 0; start < room.Length;)
            {
                var end = start;
                while (end < room.Length && room[end] == room[start]) end++;
                int placed = 0, sameCopies = 0;
                for (var layer = start; layer < end; layer++)
                {
                    placed++;
                    sameCopies = layer > start && _copies[layer] == _copies[layer - 1] ? sameCopies + 1 : 1;
                    weight = Integer.DivideExactly(weight * placed, sameCopies);
                }

                start = end;
            }

            return weight;
        }
    }
}

/// <summary>Equal roots: how many copies, and how many places each copy takes (1 real, 2 a complex pair).</summary>
/// <param name="Multiplicity">The number of copies.</param>
/// <param name="Size">The places that each takes.</param>
/// <param name="OncePerLayer">Whether no layer may hold two copies.</param>
internal readonly record struct RootGroup(int Multiplicity, int Size, bool OncePerLayer = false)
{
    /// <summary>The groups of a real pattern.</summary>
    public static IEnumerable<RootGroup> OfReal(RootPattern pattern) =>
        pattern.Real.Select(m => new RootGroup(m, 1)).Concat(pattern.Pairs.Select(m => new RootGroup(m, 2)));

    /// <summary>The groups of the complex roots.</summary>
    public static IEnumerable<RootGroup> OfComplex(IEnumerable<int> multiplicities) => multiplicities.Select(m => new RootGroup(m, 1));
}

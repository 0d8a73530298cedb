using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>How many copies of each root group each layer holds.</summary>
/// <param name="Copies">One row per layer, one entry per group.</param>
internal sealed record RootAssignment(ImmutableArray<ImmutableArray<int>> Copies)
{
    /// <summary>Whether no layer holds a root twice.</summary>
    public bool IsSquarefree => Copies.All(layer => layer.All(copies => copies <= 1));

    /// <summary>Whether no two layers hold the same root.</summary>
    public bool IsCoprime => Enumerable.Range(0, Copies.IsEmpty ? 0 : Copies[0].Length).All(group => Copies.Count(layer => layer[group] > 0) <= 1);

    /// <summary>All assignments that fill every layer, in a fixed order; each comes in time polynomial in the output.</summary>
    /// <param name="groups">The root groups, in the order of the roots.</param>
    /// <param name="room">The number of roots that each layer holds.</param>
    /// <param name="token">Stops a long enumeration.</param>
    public static IEnumerable<RootAssignment> Enumerate(ImmutableArray<RootGroup> groups, ImmutableArray<int> room, CancellationToken token)
    {
        var copies = new int[room.Length, groups.Length];
        int[] left = [.. room];
        var counter = new FactorizationCounter(distinctWithinLayer: false);
        return Fill(0, 0, groups.IsEmpty ? 0 : groups[0].Multiplicity);

        // Groups one after the other, layers in order; a branch is entered only if some assignment completes it.
        IEnumerable<RootAssignment> Fill(int group, int layer, int remaining)
        {
            token.ThrowIfCancellationRequested();
            while (group < groups.Length && remaining == 0)
            {
                if (counter.Count(groups.Skip(group + 1), left, token).IsZero) yield break;
                group++;
                layer = 0;
                remaining = group < groups.Length ? groups[group].Multiplicity : 0;
            }

            if (group == groups.Length)
            {
                yield return new RootAssignment([.. Enumerable.Range(0, room.Length).Select(l =>
                    Enumerable.Range(0, groups.Length).Select(g => copies[l, g]).ToImmutableArray())]);
                yield break;
            }

            if (layer == room.Length) yield break;
            var size = groups[group].Size;
            for (var n = Math.Min(remaining, left[layer] / size); n >= 0; n--)
            {
                copies[layer, group] = n;
                left[layer] -= n * size;
                foreach (var assignment in Fill(group, layer + 1, remaining - n)) yield return assignment;
                left[layer] += n * size;
                copies[layer, group] = 0;
            }
        }
    }
}

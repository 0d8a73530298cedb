using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Can the roots of a form be handed to classes of layers, so that the layers of a class hold the same roots, no layer holds a root twice, and different classes differ?</summary>
/// <param name="sizes">The number of layers in each class.</param>
/// <param name="room">The number of roots that a layer of each class holds.</param>
/// <param name="roots">The roots of the form.</param>
internal sealed class ClassFilling(ImmutableArray<int> sizes, ImmutableArray<int> room, ImmutableArray<RootGroup> roots)
{
    private const int MostSteps = 1_000_000;

    private readonly int[] _left = [.. room];
    private readonly ulong[] _held = new ulong[sizes.Length];

    // Roots with most copies first: a class of more layers than the next root has copies can get no more roots.
    private readonly ImmutableArray<RootGroup> _roots = [.. roots.OrderByDescending(root => root.Multiplicity).ThenByDescending(root => root.Size)];
    private int _steps;

    /// <summary>Whether it is possible; null if the search was cut short.</summary>
    public bool? Exists()
    {
        if (_roots.Length > 64) return null;
        var places = 0;
        for (var c = 0; c < sizes.Length; c++) places += sizes[c] * room[c];
        if (places != _roots.Sum(root => root.Size * root.Multiplicity)) return false;
        if (_roots.IsEmpty) return AreDifferent();
        if (CanBeFilled(0) && Place(0, 0, _roots[0].Multiplicity)) return true;
        return _steps > MostSteps ? null : false;
    }

    // Roots one after the other; each goes to a class or not.
    private bool Place(int root, int group, int copies)
    {
        if (++_steps > MostSteps) return false;
        if (copies == 0) return root + 1 == _roots.Length ? AreDifferent() : CanBeFilled(root + 1) && Place(root + 1, 0, _roots[root + 1].Multiplicity);
        if (group == sizes.Length) return false;
        if (sizes[group] <= copies && _left[group] >= _roots[root].Size && !IsLikeOneLeftOut(group))
        {
            _left[group] -= _roots[root].Size;
            _held[group] |= 1UL << root;
            if (Place(root, group + 1, copies - sizes[group])) return true;
            _left[group] += _roots[root].Size;
            _held[group] &= ~(1UL << root);
        }

        return Place(root, group + 1, copies);
    }

    /// <summary>Classes of the same size that hold the same roots so far can be exchanged: the first of them come first.</summary>
    private bool IsLikeOneLeftOut(int group)
    {
        for (var c = 0; c < group; c++)
        {
            if (sizes[c] == sizes[group] && room[c] == room[group] && _held[c] == _held[group]) return true;
        }

        return false;
    }

    private bool CanBeFilled(int root)
    {
        for (var c = 0; c < sizes.Length; c++)
        {
            if (_left[c] > 0 && sizes[c] > _roots[root].Multiplicity) return false;
        }

        return true;
    }

    private bool AreDifferent()
    {
        for (var c = 0; c < sizes.Length; c++)
        {
            for (var d = 0; d < c; d++)
            {
                if (_held[c] == _held[d] && _held[c] != 0) return false;
            }
        }

        return true;
    }
}

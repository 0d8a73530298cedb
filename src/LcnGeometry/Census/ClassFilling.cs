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
    private readonly ImmutableArray<RootGroup> _roots = [.. roots.OrderByDescending(root => root.Size * root.Multiplicity)];
    private int _steps;

    /// <summary>Whether it is possible; null if the search was cut short.</summary>
    public bool? Exists()
    {
        if (_roots.Length > 64) return null;
        var places = 0;
        for (var c = 0; c < sizes.Length; c++) places += sizes[c] * room[c];
        if (places != _roots.Sum(root => root.Size * root.Multiplicity)) return false;
        if (Place(0, 0, _roots.IsEmpty ? 0 : _roots[0].Multiplicity)) return true;
        return _steps > MostSteps ? null : false;
    }

    // Roots one after the other; each goes to a class or not.
    private bool Place(int root, int group, int copies)
    {
        if (++_steps > MostSteps) return false;
        if (root == _roots.Length) return AreDifferent();
        if (copies == 0) return Place(root + 1, 0, root + 1 < _roots.Length ? _roots[root + 1].Multiplicity : 0);
        if (group == sizes.Length) return false;
        if (sizes[group] <= copies && _left[group] >= _roots[root].Size)
        {
            _left[group] -= _roots[root].Size;
            _held[group] |= 1UL << root;
            if (Place(root, group + 1, copies - sizes[group])) return true;
            _left[group] += _roots[root].Size;
            _held[group] &= ~(1UL << root);
        }

        return Place(root, group + 1, copies);
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

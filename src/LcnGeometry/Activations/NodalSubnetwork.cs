using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Functions of a network with activation z^r that several filter stacks have: those of a smaller network, its filters extended by zeros at one end or the other.</summary>
/// <remarks>
/// At such a function several branches of the neurovariety meet. Each is smooth, and two of them, whose filters are shifted against each other by δ_l,
/// have no more tangent directions in common than the smaller network with filters of sizes k_l - |δ_l| has.
/// </remarks>
public sealed record NodalSubnetwork
{
    internal NodalSubnetwork(Architecture architecture, ImmutableArray<int> shifts)
    {
        Shifts = shifts;
        Filters = [.. architecture.Filters.Zip(shifts, (k, shift) => k - Math.Abs(shift))];
        Offset = Enumerable.Range(0, architecture.Depth).Where(l => shifts[l] > 0).Sum(l => shifts[l] * (int)architecture.StrideProducts[l]);
        Dimension = Filters.Sum() - Filters.Length + 1;
        Codimension = shifts.Sum(Math.Abs);
        Preimages = FilterShifts.Count(architecture, [.. shifts.Select(Math.Abs)], Offset);
    }

    /// <summary>The filter sizes of the smaller network; the strides are the same.</summary>
    public ImmutableArray<int> Filters { get; }

    /// <summary>
    /// For each layer how many zeros move: where positive, they precede the filter in one preimage and follow it in the other; where negative, the other way round.
    /// </summary>
    public ImmutableArray<int> Shifts { get; }

    /// <summary>The first input that the smaller network sees.</summary>
    public int Offset { get; }

    /// <summary>The dimension of its set of functions, scale included.</summary>
    public int Dimension { get; }

    /// <summary>The codimension in the neurovariety.</summary>
    public int Codimension { get; }

    /// <summary>The number of filter stacks, modulo scalings, that have a generic one of these functions.</summary>
    public int Preimages { get; }

    /// <summary>Whether all functions of another such network are among these.</summary>
    internal bool Contains(Architecture architecture, NodalSubnetwork other)
    {
        ImmutableArray<int> room = [.. Filters.Zip(other.Filters, (size, smaller) => size - smaller)];
        return room.All(r => r >= 0) && FilterShifts.Count(architecture, room, other.Offset - Offset) > 0;
    }
}

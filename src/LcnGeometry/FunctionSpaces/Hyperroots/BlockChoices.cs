using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Every way to hand the roots of a filter to the blocks of layers: block b takes hyperroots of its step, block 1 what is left.</summary>
/// <remarks>Over the complex numbers these are the preimages of the filter under the merged network, modulo scalings (F7 of the theory).</remarks>
internal sealed class BlockChoices
{
    private readonly ImmutableArray<ImmutableArray<CoverGroup>> _groups;
    private readonly ImmutableArray<int> _degrees;
    private readonly int[] _left;
    private readonly int[][] _copies;

    /// <param name="levels">The levels of the filter, one per block.</param>
    /// <param name="degrees">The number of roots of each block.</param>
    /// <param name="real">Whether conjugate roots go together.</param>
    public BlockChoices(ImmutableArray<RootLevel> levels, ImmutableArray<int> degrees, bool real)
    {
        _groups = [.. levels.Select(level => real ? level.RealGroups : level.ComplexGroups)];
        _degrees = degrees;
        _left = [.. levels[0].Multiplicities];
        _copies = [.. _groups.Select(groups => new int[groups.Length])];
    }

    /// <summary>All choices in a fixed order: for each block the number of uses of each of its root groups.</summary>
    public IEnumerable<ImmutableArray<ImmutableArray<int>>> Enumerate(CancellationToken token) => Fill(_groups.Length - 1, 0, _degrees[^1], token);

    private IEnumerable<ImmutableArray<ImmutableArray<int>>> Fill(int block, int group, int room, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (block == 0)
        {
            // What is left has the right degree, and with every pair both of its roots.
            for (var g = 0; g < _groups[0].Length; g++) _copies[0][g] = _left[FirstMember(_groups[0][g])];
            yield return [.. _copies.Select(copies => copies.ToImmutableArray())];
            yield break;
        }

        if (group == _groups[block].Length)
        {
            if (room > 0) yield break;
            foreach (var choice in Fill(block - 1, 0, _degrees[block - 1], token)) yield return choice;
            yield break;
        }

        var (size, use) = _groups[block][group];
        for (var copies = Most(use, room / size); copies >= 0; copies--)
        {
            Take(use, copies);
            _copies[block][group] = copies;
            foreach (var choice in Fill(block, group + 1, room - (copies * size), token)) yield return choice;
            Take(use, -copies);
        }
    }

    private static int FirstMember(CoverGroup group)
    {
        for (var i = 0; i < group.Use.Length; i++)
        {
            if (group.Use[i] > 0) return i;
        }

        throw new InvalidOperationException("A root group without roots.");
    }

    private int Most(ImmutableArray<int> use, int most)
    {
        for (var i = 0; i < use.Length; i++)
        {
            if (use[i] > 0) most = Math.Min(most, _left[i] / use[i]);
        }

        return most;
    }

    private void Take(ImmutableArray<int> use, int copies)
    {
        for (var i = 0; i < use.Length; i++) _left[i] -= copies * use[i];
    }
}

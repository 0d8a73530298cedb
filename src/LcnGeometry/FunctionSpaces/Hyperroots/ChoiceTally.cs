using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Counts the ways to hand the roots of a filter to the blocks of layers, by what matters of them, without listing them.</summary>
/// <remarks>
/// The hyperroots of a level lie in those of the next one, so all of them form trees. Blocks that took s copies of a hyperroot leave a tree below in which every root has s copies less;
/// what a tree can give to the blocks depends on s alone, and trees are independent of each other but for the degrees of the blocks.
/// </remarks>
internal sealed class ChoiceTally
{
    private readonly ImmutableArray<RootLevel> _levels;
    private readonly ImmutableArray<int> _degrees;
    private readonly ImmutableArray<int> _needed;
    private readonly bool _real;
    private readonly int _lowest;
    private readonly ImmutableArray<ImmutableArray<CoverGroup>> _groups;
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<int>>> _children;
    private readonly Dictionary<(int Level, int Group, int Taken), Tally> _known = [];
    private readonly CancellationToken _token;

    private ChoiceTally(ImmutableArray<RootLevel> levels, ImmutableArray<int> degrees, ImmutableArray<int> needed, bool real, int lowest, CancellationToken token)
    {
        (_levels, _degrees, _needed, _real, _lowest, _token) = (levels, degrees, needed, real, lowest, token);
        _groups = [.. levels.Select(level => real ? level.RealGroups : level.ComplexGroups)];
        _children =
        [
            .. _groups.Select((groups, level) => level == 0 ? [] : groups.Select(parent => Enumerable.Range(0, _groups[level - 1].Length)
                .Where(child => parent.Use[FirstMember(_groups[level - 1][child])] > 0).ToImmutableArray()).ToImmutableArray()),
        ];
    }

    /// <summary>The kinds of choices, each with how many there are.</summary>
    /// <param name="levels">The levels of the filter, one for each block; at least one.</param>
    /// <param name="degrees">The number of roots of each block.</param>
    /// <param name="needed">The number of real roots that the layers of each block need; only asked about for real choices.</param>
    /// <param name="real">Whether conjugate roots go together.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <param name="lowest">The lowest block that must be filled.</param>
    public static ImmutableArray<ChoiceKind> Of(
        ImmutableArray<RootLevel> levels, ImmutableArray<int> degrees, ImmutableArray<int> needed, bool real, CancellationToken token, int lowest = 0)
    {
        var tally = new ChoiceTally(levels, degrees, needed, real, lowest, token);
        var all = Tally.One(degrees.Length);
        for (var level = levels.Length - 1; level >= lowest; level--)
        {
            var held = level == levels.Length - 1 ? [] : tally._children[level + 1].SelectMany(children => children).ToHashSet();
            for (var group = 0; group < tally._groups[level].Length; group++)
            {
                if (!held.Contains(group)) all = tally.Product(all, tally.Tree(level, group, 0));
            }
        }

        // With the others filled the lowest block of all holds as many as it should.
        return [.. all.Entries.Where(entry => Enumerable.Range(1, degrees.Length - 1).All(b => b < lowest || entry.Held[b].Degree == degrees[b]))
            .Select(entry => new ChoiceKind([.. entry.Held.Select((held, b) => tally.PositionOf(held, b))], entry.IsCritical, entry.Count))];
    }

    /// <summary>What the tree of a group can give, when blocks above took some copies of it.</summary>
    private Tally Tree(int level, int group, int taken)
    {
        _token.ThrowIfCancellationRequested();
        if (_known.TryGetValue((level, group, taken), out var known)) return known;
        var result = new Tally();
        var most = Multiplicity(level, group) - taken;

        // The lowest block takes what is left.
        for (var copies = level == 0 ? Math.Max(most, 0) : 0; copies <= most; copies++)
        {
            var own = Tally.Of(_degrees.Length, level, Held(level, group, copies), critical: level > 0 && copies > 0 && copies < most);
            if (!Fits(own.Entries.Single())) break;
            if (level > _lowest)
            {
                foreach (var child in _children[level][group]) own = Product(own, Tree(level - 1, child, (taken + copies) * Ratio(level, group, child)));
            }

            foreach (var entry in own.Entries) result.Add(entry);
        }

        _known.Add((level, group, taken), result);
        return result;
    }

    private BlockShare Held(int level, int group, int copies)
    {
        var isReal = _real && group < _levels[level].Roots.Real.Length;
        return new BlockShare(level == 0 ? 0 : copies * _groups[level][group].Size, isReal ? Math.Min(copies, Needed(level)) : 0, isReal && copies % 2 == 1 ? Math.Min(1, MostOdd(level)) : 0);
    }

    private Tally Product(Tally left, Tally right)
    {
        var product = new Tally();
        foreach (var a in left.Entries)
        {
            foreach (var b in right.Entries)
            {
                var held = a.Held.Zip(b.Held, (x, y) => (x, y)).Select((pair, block) => new BlockShare(
                    pair.x.Degree + pair.y.Degree, Math.Min(pair.x.Real + pair.y.Real, Needed(block)), Math.Min(pair.x.Odd + pair.y.Odd, MostOdd(block)))).ToImmutableArray();
                var entry = new TallyEntry(held, a.IsCritical || b.IsCritical, a.Count * b.Count);
                if (Fits(entry)) product.Add(entry);
            }
        }

        return product;
    }

    private bool Fits(TallyEntry entry)
    {
        for (var b = 1; b < _degrees.Length; b++)
        {
            if (entry.Held[b].Degree > _degrees[b]) return false;
        }

        return true;
    }

    private StratumPosition PositionOf(BlockShare held, int block) => !_real ? StratumPosition.Interior
        : held.Real < Needed(block) ? StratumPosition.Outside
        : Needed(block) >= 2 && held.Odd <= Needed(block) - 2 ? StratumPosition.Boundary : StratumPosition.Interior;

    // One real root is there when one is needed, because the degree is odd then. More than are needed, and more odd ones than keep a form off the boundary, change nothing.
    private int Needed(int block) => _real && _needed[block] >= 2 ? _needed[block] : 0;

    private int MostOdd(int block) => Math.Max(Needed(block) - 1, 0);

    private int Multiplicity(int level, int group) => _levels[level].Multiplicities[group];

    private static int FirstMember(CoverGroup group) => Enumerable.Range(0, group.Use.Length).First(i => group.Use[i] > 0);

    // Zero and infinity are their own powers: one use takes several copies of the same root.
    private int Ratio(int level, int group, int child)
    {
        var (use, below) = (_groups[level][group].Use, _groups[level - 1][child].Use);
        var root = FirstMember(_groups[level - 1][child]);
        return use[root] / below[root];
    }

    private readonly record struct BlockShare(int Degree, int Real, int Odd);

    private readonly record struct TallyEntry(ImmutableArray<BlockShare> Held, bool IsCritical, Integer Count)
    {
        public string Key => string.Join(' ', Held.Select(held => $"{held.Degree},{held.Real},{held.Odd}")) + (IsCritical ? "!" : "");
    }

    /// <summary>Numbers of choices by what the blocks hold.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<string, TallyEntry> _entries = [];

        public IEnumerable<TallyEntry> Entries => _entries.Values;

        public bool IsEmpty => _entries.Count == 0;

        public static Tally One(int blocks) => Of(blocks, 0, default, critical: false);

        public static Tally Of(int blocks, int block, BlockShare share, bool critical)
        {
            var tally = new Tally();
            tally.Add(new TallyEntry([.. Enumerable.Range(0, blocks).Select(b => b == block ? share : default)], critical, 1));
            return tally;
        }

        public void Add(TallyEntry entry)
        {
            var key = entry.Key;
            _entries[key] = _entries.TryGetValue(key, out var known) ? entry with { Count = known.Count + entry.Count } : entry;
        }
    }
}

/// <summary>Choices that are alike, and how many there are.</summary>
/// <param name="Positions">Where the form of each block lies in the space of its layers; interior for complex choices.</param>
/// <param name="IsCritical">Whether the merged network is critical there.</param>
/// <param name="Count">How many.</param>
internal readonly record struct ChoiceKind(ImmutableArray<StratumPosition> Positions, bool IsCritical, Integer Count);

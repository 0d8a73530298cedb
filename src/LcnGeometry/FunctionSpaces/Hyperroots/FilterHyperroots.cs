using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A nonzero filter seen by a network of any strides: its hyperroots, and every way to hand them to the layers.</summary>
internal sealed class FilterHyperroots
{
    private readonly Architecture _net;
    private readonly ImmutableArray<LayerBlock> _blocks;
    private readonly ImmutableArray<RootLevel> _levels;

    private FilterHyperroots(Architecture net, ImmutableArray<LayerBlock> blocks, ImmutableArray<RootLevel> levels, string? obstruction)
    {
        (_net, _blocks, _levels) = (net, blocks, levels);
        ClosureObstruction = obstruction;
    }

    /// <summary>Why the filter is outside the Zariski closure, in one sentence; null if it is inside.</summary>
    public string? ClosureObstruction { get; private set; }

    /// <summary>The degrees of the blocks.</summary>
    private ImmutableArray<int> Degrees => [.. _blocks.Select(block => block.Degree)];

    /// <summary>The number of real roots that the layers of each block need: one for each even filter size.</summary>
    public ImmutableArray<int> Needed => [.. _blocks.Select(block => block.EvenFilters(_net))];

    /// <summary>Reads a nonzero filter.</summary>
    public static FilterHyperroots Of(Architecture net, ImmutableArray<Rational> filter, CancellationToken token)
    {
        var blocks = LayerBlock.Of(net);
        if (blocks.IsEmpty) return new FilterHyperroots(net, blocks, [], null);
        var step = (int)blocks[0].Step;
        for (var i = 0; i < filter.Length; i++)
        {
            if (i % step != 0 && !filter[i].IsZero) return new FilterHyperroots(net, blocks, [], $"c{i} = {filter[i]} must be zero: only coefficients whose index is a multiple of {step} need not be");
        }

        var form = new BinaryForm([.. filter.Where((_, i) => i % step == 0)]);
        ImmutableArray<int> ratios = [1, .. blocks.Skip(1).Zip(blocks, (upper, lower) => (int)Integer.DivideExactly(upper.Step, lower.Step))];
        var levels = RootLevel.Of(form, ratios, token);
        var result = new FilterHyperroots(net, blocks, levels, null);
        result.ClosureObstruction = result.MissingHyperroots() ?? (result.Kinds(real: false, token).Any()
            ? null
            : "the hyperroots are enough for each block of layers, but not for all blocks at once");
        return result;
    }

    /// <summary>The preimages of the filter under the merged network over the complex numbers, modulo scalings.</summary>
    public IEnumerable<ImmutableArray<ImmutableArray<int>>> ComplexChoices(CancellationToken token) => Choices(real: false, token);

    /// <summary>Those that a conjugation leaves as they are.</summary>
    public IEnumerable<ImmutableArray<ImmutableArray<int>>> RealChoices(CancellationToken token) => Choices(real: true, token);

    /// <summary>The preimages of the filter under the merged network by kind: over the complex numbers, or those that conjugation leaves as they are.</summary>
    public ImmutableArray<ChoiceKind> Kinds(bool real, CancellationToken token) =>
        _blocks.IsEmpty ? [new ChoiceKind([], IsCritical: false, Integer.One)]
        : _levels.IsEmpty ? []
        : ChoiceTally.Of(_levels, Degrees, Needed, real, token);

    /// <summary>The number of factorizations into the layers of the network.</summary>
    public Integer Count(bool real, CancellationToken token)
    {
        // A layer that has a block for itself takes what its block takes.
        if (_blocks.All(block => block.Layers.Length == 1)) return Kinds(real, token).Aggregate(Integer.Zero, (sum, kind) => sum + kind.Count);
        var counter = new FactorizationCounter(distinctWithinLayer: false);
        Integer count = 0;
        foreach (var choice in real ? RealChoices(token) : ComplexChoices(token)) count += CountOf(choice, real, counter, token);
        return count;
    }

    /// <summary>The highest block that finds no real hyperroots or whole pairs of them, whatever those above it take; null if there is none.</summary>
    public int? FirstWithoutRealChoice(CancellationToken token)
    {
        // The lowest block takes what is left.
        for (var b = _blocks.Length - 1; b > 0; b--)
        {
            if (ChoiceTally.Of(_levels, Degrees, Needed, real: true, token, lowest: b).IsEmpty) return b;
        }

        return null;
    }

    /// <summary>The roots that the level of a block has to offer.</summary>
    public CertifiedRoots Offered(int block) => _levels[block].Roots;

    /// <summary>The real roots and pairs of a block with the copies that a real choice gives it.</summary>
    public IEnumerable<(string Name, int Copies)> Held(int block, ImmutableArray<int> copies) => HyperrootNames.Of(_levels[block].Roots).Zip(copies).Where(held => held.Second > 0);

    /// <summary>Whether the network itself has a critical point at a complex factorization.</summary>
    public bool IsCritical(ImmutableArray<RootAssignment> complexFactorization) =>
        IsCritical(complexFactorization.SelectMany((assignment, b) => assignment.Copies.Select(copies => (b, copies))));

    /// <summary>Whether a layer has a root whose roots below are all held by the layers before it (F12); layers with the number of their block, in order.</summary>
    private bool IsCritical(IEnumerable<(int Block, ImmutableArray<int> Copies)> layers)
    {
        if (_levels.IsEmpty) return false;

        // Uses of the layers so far, on the lowest level.
        var below = new int[_levels[0].Count];
        foreach (var (b, copies) in layers)
        {
            var uses = _levels[b].Uses;
            for (var root = 0; root < copies.Length; root++)
            {
                if (copies[root] > 0 && Enumerable.Range(0, below.Length).All(i => below[i] >= uses[root][i])) return true;
            }

            for (var root = 0; root < copies.Length; root++)
            {
                for (var i = 0; i < below.Length; i++) below[i] += copies[root] * uses[root][i];
            }
        }

        return false;
    }

    /// <summary>The root pattern of each block's form in a real choice.</summary>
    public ImmutableArray<RootPattern> BlockPatterns(ImmutableArray<ImmutableArray<int>> realChoice) =>
    [
        .. realChoice.Select((copies, b) => new RootPattern(
            copies.Take(_levels[b].Roots.Real.Length).Where(m => m > 0), copies.Skip(_levels[b].Roots.Real.Length).Where(m => m > 0))),
    ];

    /// <summary>The root groups that a block holds in a choice.</summary>
    public ImmutableArray<RootGroup> GroupsOf(int block, ImmutableArray<int> copies, bool real) =>
        [.. (real ? _levels[block].RealGroups : _levels[block].ComplexGroups).Select((group, g) => new RootGroup(copies[g], group.Size))];

    /// <summary>The places in the layers of a block.</summary>
    public ImmutableArray<int> RoomOf(int block) => [.. _blocks[block].Layers.Select(layer => _net.Filters[layer] - 1)];

    /// <summary>The number of ways to distribute the blocks of a choice over their layers.</summary>
    private Integer CountOf(ImmutableArray<ImmutableArray<int>> choice, bool real, FactorizationCounter counter, CancellationToken token)
    {
        Integer product = 1;
        for (var b = 0; b < choice.Length && !product.IsZero; b++) product *= counter.Count(GroupsOf(b, choice[b], real).Where(g => g.Multiplicity > 0), RoomOf(b), token);
        return product;
    }

    /// <summary>What builds the filters of the layers of a block.</summary>
    public LayerFilterBuilder BuilderOf(int block, int relativeBits) => new(_levels[block].Form, _levels[block].Roots, relativeBits);

    /// <summary>What builds the filters of the layers of a block over the complex numbers.</summary>
    public ComplexLayerBuilder ComplexBuilderOf(int block) => new(_levels[block].Form, _levels[block].Roots);

    /// <summary>The number of the conjugate of a complex root of a block.</summary>
    public int ConjugateOf(int block, int root)
    {
        var (real, pairs) = (_levels[block].Roots.Real.Length, _levels[block].Roots.Pairs.Length);
        return root < real ? root : root < real + pairs ? root + pairs : root - pairs;
    }

    /// <summary>A number for each real root group of each block; groups of different blocks have the same number exactly when their roots are the same numbers.</summary>
    public ImmutableArray<ImmutableArray<int>> RealRootNames(CancellationToken token)
    {
        var names = ImmutableArray.CreateBuilder<ImmutableArray<int>>(_levels.Length);
        var fresh = 0;
        foreach (var level in _levels)
        {
            var own = new int?[level.Roots.Real.Length + level.Roots.Pairs.Length];
            for (var b = 0; b < names.Count; b++)
            {
                foreach (var (left, right) in SharedRoots.Of(_levels[b], level, token)) own[right] ??= names[b][left];
            }

            names.Add([.. own.Select(name => name ?? fresh++)]);
        }

        return names.ToImmutable();
    }

    /// <summary>The blocks.</summary>
    public ImmutableArray<LayerBlock> Blocks => _blocks;

    private IEnumerable<ImmutableArray<ImmutableArray<int>>> Choices(bool real, CancellationToken token) =>
        _blocks.IsEmpty ? [[]]
        : _levels.IsEmpty ? []
        : new BlockChoices(_levels, Degrees, real).Enumerate(token);

    /// <summary>Whether a level has fewer hyperroots than its block and those above it need.</summary>
    private string? MissingHyperroots()
    {
        for (var b = 1; b < _blocks.Length; b++)
        {
            Integer needed = 0;
            foreach (var upper in _blocks.Skip(b)) needed += upper.Degree * Integer.DivideExactly(upper.Step, _blocks[b].Step);
            if (_levels[b].Form.Degree < needed)
            {
                var found = _levels[b].Form.Degree;
                return $"the coefficients taken in steps of {_blocks[b].Step} have {found} common {(found == 1 ? "root" : "roots")}; {needed} {(needed.IsOne ? "is" : "are")} needed";
            }
        }

        return null;
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The hyperroots of a filter for one block of layers: the A for which x^S - A y^S divides the filter's form, S being the step of the block.</summary>
/// <remarks>They are the roots of a rational form in X = x^S: the greatest common divisor of the filter's residues modulo S (F8, F12 of the theory).</remarks>
internal sealed class RootLevel
{
    private RootLevel(BinaryForm form, CertifiedRoots roots, ImmutableArray<ImmutableArray<int>> uses)
    {
        Form = form;
        Roots = roots;
        Uses = uses;
    }

    /// <summary>The form whose roots are the hyperroots, each as often as it may be used.</summary>
    public BinaryForm Form { get; }

    /// <summary>The enclosed roots.</summary>
    public CertifiedRoots Roots { get; }

    /// <summary>For each complex root (real ones, then those above the real axis, then their conjugates): how many copies of each complex root of the lowest level one use of it takes.</summary>
    public ImmutableArray<ImmutableArray<int>> Uses { get; }

    /// <summary>The number of complex roots, each counted once.</summary>
    public int Count => Uses.Length;

    /// <summary>The root groups over the real numbers: a real root takes one place in a layer, a pair two.</summary>
    public ImmutableArray<CoverGroup> RealGroups
    {
        get
        {
            var real = Roots.Real.Length;
            return
            [
                .. Enumerable.Range(0, real).Select(i => new CoverGroup(1, Uses[i])),
                .. Enumerable.Range(0, Roots.Pairs.Length).Select(i => new CoverGroup(2, Sum(Uses[real + i], Uses[real + Roots.Pairs.Length + i]))),
            ];
        }
    }

    /// <summary>The root groups over the complex numbers: every root takes one place.</summary>
    public ImmutableArray<CoverGroup> ComplexGroups => [.. Uses.Select(use => new CoverGroup(1, use))];

    /// <summary>The multiplicity of each complex root.</summary>
    public ImmutableArray<int> Multiplicities =>
        [.. Roots.Real.Select(r => r.Multiplicity), .. Roots.Pairs.Select(p => p.Multiplicity), .. Roots.Pairs.Select(p => p.Multiplicity)];

    /// <summary>The levels of a form, lowest step first.</summary>
    /// <param name="form">A nonzero form in x.</param>
    /// <param name="ratios">The ratio of each block's step to that of the block before; for the first block one.</param>
    /// <param name="token">Stops a long computation.</param>
    public static ImmutableArray<RootLevel> Of(BinaryForm form, ImmutableArray<int> ratios, CancellationToken token)
    {
        var levels = ImmutableArray.CreateBuilder<RootLevel>(ratios.Length);
        foreach (var ratio in ratios)
        {
            var common = levels.Count == 0 ? form : CommonResidues.Of(levels[^1].Form, ratio, token);
            var roots = CertifiedRoots.Of(common, PowerMatching.FirstBits, token);
            var count = roots.Real.Length + (2 * roots.Pairs.Length);
            levels.Add(new RootLevel(common, roots, levels.Count == 0 ? Units(count) : UsesOf(levels[^1], roots, ratio, token)));
        }

        return levels.ToImmutable();
    }

    private static ImmutableArray<ImmutableArray<int>> Units(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j => i == j ? 1 : 0).ToImmutableArray())];

    private static ImmutableArray<ImmutableArray<int>> UsesOf(RootLevel below, CertifiedRoots roots, int ratio, CancellationToken token) =>
    [
        .. PowerMatching.Of(below.Roots, roots, ratio, token)
            .Select(members => members.Aggregate(Enumerable.Repeat(0, below.Uses.IsEmpty ? 0 : below.Uses[0].Length).ToImmutableArray(),
                (sum, member) => Sum(sum, [.. below.Uses[member.Index].Select(use => use * member.Copies)]))),
    ];

    private static ImmutableArray<int> Sum(ImmutableArray<int> left, ImmutableArray<int> right) => [.. left.Zip(right, (a, b) => a + b)];
}

/// <summary>Roots that are used together.</summary>
/// <param name="Size">The places that one use takes in a layer.</param>
/// <param name="Use">The copies of each complex root of the lowest level that one use takes.</param>
internal readonly record struct CoverGroup(int Size, ImmutableArray<int> Use);

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The end-to-end filters of an architecture whose blocks have given complex root multiplicities: where its critical functions are sought.</summary>
/// <remarks>
/// <para>
/// Block b contributes the form F_b of degree n_b in x^S_b and y^S_b, with one root of multiplicity m for every part m of its pattern;
/// the filter is a number t times the product of all F_b. In stride one there is a single block and this is the stratum of forms with that root pattern.
/// </para>
/// <para>
/// For generic data the critical parameters over the stratum are those with squarefree layers: <see cref="Factorizations"/> of them,
/// modulo scalings, over each of the <see cref="GenericCount"/> critical functions. No critical parameter lies over two strata.
/// </para>
/// </remarks>
public sealed partial class CriticalStratum
{
    private CriticalStratum(ImmutableArray<LayerBlock> blocks, ImmutableArray<ImmutableArray<int>> patterns, Integer factorizations)
    {
        Blocks = blocks;
        Patterns = patterns;
        Factorizations = factorizations;
        GenericCount = CriticalPointCount.OnStratum(patterns);
        Factors =
        [
            .. patterns.SelectMany((pattern, block) => pattern.GroupBy(part => part)
                .OrderBy(parts => parts.Key)
                .Select(parts => new StratumFactor(block, parts.Key, parts.Count()))),
        ];
    }

    /// <summary>The blocks of the architecture.</summary>
    public ImmutableArray<LayerBlock> Blocks { get; }

    /// <summary>One partition of the degree per block: the multiplicities of its complex roots, descending.</summary>
    public ImmutableArray<ImmutableArray<int>> Patterns { get; }

    /// <summary>The number of critical functions on the stratum for generic data; never exceeded by the number of isolated ones for other data.</summary>
    public Integer GenericCount { get; }

    /// <summary>The number of complex factorizations of each of these functions into squarefree layers, modulo scalings.</summary>
    public Integer Factorizations { get; }

    /// <summary>The unknown forms, block by block, ascending multiplicities: F_b is the product of the factors of block b, each to its multiplicity.</summary>
    public ImmutableArray<StratumFactor> Factors { get; }

    /// <summary>The number of distinct roots of all blocks together; with the scale it is the dimension of the stratum.</summary>
    public int RootCount => Patterns.Sum(pattern => pattern.Length);

    /// <summary>The number of entries of the end-to-end filter.</summary>
    public int EndToEndSize => 1 + Blocks.Sum(block => (int)block.Step * block.Degree);

    /// <summary>
    /// Whether there is at most one block and its roots are simple: the only critical function is then the one nearest to the target among all
    /// filters in x^S and y^S, which is the target itself if the step S is one.
    /// </summary>
    public bool IsUnconstrained => Patterns.Length == 0 || (Patterns.Length == 1 && Patterns[0][0] == 1);

    /// <summary>The multiplicities of each block, as in <c>[2,1] [1]</c>.</summary>
    public override string ToString() => string.Join(' ', Patterns.Select(pattern => $"[{string.Join(',', pattern)}]"));
}

/// <summary>One unknown form of a stratum: the product of the roots of one multiplicity in one block.</summary>
/// <param name="Block">The block, 0-based.</param>
/// <param name="Multiplicity">The multiplicity of its roots.</param>
/// <param name="Degree">How many roots of the block have this multiplicity.</param>
public sealed record StratumFactor(int Block, int Multiplicity, int Degree);

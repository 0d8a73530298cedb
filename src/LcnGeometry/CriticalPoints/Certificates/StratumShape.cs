using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>The unknowns of the critical system of a stratum, derived from the architecture and the root patterns alone.</summary>
/// <remarks>
/// A block is a maximal run of layers with the same stride product; it holds one form of the degree that its layers hold together, in powers
/// of x and y with the block's step. A root pattern of the block splits that form into powers of coprime squarefree factors, one for each multiplicity that occurs.
/// </remarks>
internal sealed class StratumShape
{
    private StratumShape(ImmutableArray<ShapeBlock> blocks)
    {
        Blocks = blocks;
        Factors = [.. blocks.SelectMany(block => block.Factors)];
        Roots = Factors.Sum(factor => factor.Degree);
    }

    /// <summary>The blocks, by ascending step.</summary>
    internal ImmutableArray<ShapeBlock> Blocks { get; }

    /// <summary>The factors of all blocks, block by block, ascending in the multiplicity.</summary>
    internal ImmutableArray<ShapeFactor> Factors { get; }

    /// <summary>The number of distinct roots of all blocks: the number of unknowns less one, the scale.</summary>
    internal int Roots { get; }

    /// <summary>The number of unknowns.</summary>
    internal int Unknowns => Roots + 1;

    /// <summary>Whether the functions are a dense part of a linear space: at most one block, and all its roots simple.</summary>
    internal bool IsLinear => Blocks.Length <= 1 && Factors.All(factor => factor.Multiplicity == 1);

    /// <summary>The step and the degree of each block of an architecture; layers with one entry are scalars and belong to none.</summary>
    internal static ImmutableArray<(int Step, int Degree)> BlocksOf(Architecture architecture)
    {
        var blocks = ImmutableArray.CreateBuilder<(int Step, int Degree)>();
        for (var layer = 0; layer < architecture.Depth; layer++)
        {
            var degree = architecture.Filters[layer] - 1;
            if (degree == 0) continue;
            var step = (int)architecture.StrideProducts[layer];
            if (blocks.Count > 0 && blocks[^1].Step == step) blocks[^1] = (step, blocks[^1].Degree + degree);
            else blocks.Add((step, degree));
        }

        return blocks.ToImmutable();
    }

    /// <summary>The shape that belongs to root patterns, one for each block; each pattern is a partition of the degree of its block.</summary>
    internal static StratumShape Of(ImmutableArray<(int Step, int Degree)> blocks, ImmutableArray<ImmutableArray<int>> patterns)
    {
        var shapes = ImmutableArray.CreateBuilder<ShapeBlock>(blocks.Length);
        for (var b = 0; b < blocks.Length; b++)
        {
            var block = b;
            var factors = patterns[b].GroupBy(j => j).OrderBy(group => group.Key).Select(group => new ShapeFactor(block, group.Key, group.Count()));
            shapes.Add(new ShapeBlock(blocks[b].Step, blocks[b].Degree, patterns[b].Length, [.. factors]));
        }

        return new StratumShape(shapes.MoveToImmutable());
    }
}

/// <summary>A block of a stratum.</summary>
/// <param name="Step">The power of x and y in which its form is written.</param>
/// <param name="Degree">The degree of its form.</param>
/// <param name="Roots">The number of distinct roots of its form.</param>
/// <param name="Factors">The factors of its form, ascending in the multiplicity.</param>
internal sealed record ShapeBlock(int Step, int Degree, int Roots, ImmutableArray<ShapeFactor> Factors);

/// <summary>A factor of a block's form.</summary>
/// <param name="Block">The index of the block.</param>
/// <param name="Multiplicity">The power in which it occurs.</param>
/// <param name="Degree">Its degree: the number of roots with this multiplicity.</param>
internal sealed record ShapeFactor(int Block, int Multiplicity, int Degree);

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Proves of certified critical parameters whether they are regular points of the parameterization.</summary>
/// <remarks>
/// A critical parameter has squarefree layers, so a root that is multiple in a block is shared by two layers of it: critical. Where all roots of all blocks are simple, the layers of each
/// block are coprime and what remains is the merged network. It is regular there, and the image a smooth point of the closure, if for no block the product of the blocks below
/// contains all roots of a form x^S - a y^S, with S the step of the block: if the residues of the product modulo S have no common root (F4, F12 of the theory).
/// </remarks>
internal static class PurityCheck
{
    /// <summary>What is proved of a parameter on a stratum.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <param name="box">The certified solution.</param>
    public static MapStanding Of(CriticalStratum stratum, SolutionBox box)
    {
        if (stratum.Patterns.Any(pattern => pattern.Any(part => part > 1))) return MapStanding.Critical;
        if (IsAlwaysSmooth(stratum.Blocks)) return MapStanding.Smooth;

        // With simple roots each block is one factor.
        var steps = RelativeSteps(stratum.Blocks);
        var lower = One;
        for (var b = 0; b < steps.Length; b++)
        {
            if (b > 0 && MayHoldCoset(lower, steps[b])) return HasFullRank(box, steps) ? MapStanding.Regular : MapStanding.Undecided;
            lower = Multiply(lower, box.Factors[b].AsSpan(), steps[b]);
        }

        return MapStanding.Smooth;
    }

    /// <summary>Whether no parameter with nonzero filters and simple roots in each block is critical, by degrees alone (F13).</summary>
    public static bool IsAlwaysSmooth(ImmutableArray<LayerBlock> blocks)
    {
        for (var b = 1; b < blocks.Length; b++)
        {
            if ((Integer)blocks[b - 1].Degree >= Integer.DivideExactly(blocks[b].Step, blocks[b - 1].Step)) return false;
        }

        return true;
    }

    private static ComplexNumber<Interval>[] One => [ComplexNumber<Interval>.One];

    private static ImmutableArray<int> RelativeSteps(ImmutableArray<LayerBlock> blocks) =>
        [.. blocks.Select(block => (int)Integer.DivideExactly(block.Step, blocks[0].Step))];

    /// <summary>Whether the residues of a form modulo a step may have a common root; if not, the stacked matrix of their multiples has full rank (F9).</summary>
    private static bool MayHoldCoset(ComplexNumber<Interval>[] form, int step)
    {
        var degree = form.Length - 1;
        if (degree < step) return false;
        var residues = Enumerable.Range(0, step)
            .Select(r => Enumerable.Range(0, ((degree - r) / step) + 1).Select(i => form[r + (i * step)]).ToArray())
            .OrderByDescending(residue => residue.Length).ToArray();
        var columns = residues[0].Length + residues[1].Length - 2;
        var rows = new List<ComplexNumber<Interval>[]>();
        foreach (var residue in residues)
        {
            for (var shift = 0; shift + residue.Length <= columns; shift++)
            {
                var row = new ComplexNumber<Interval>[columns];
                residue.CopyTo(row, shift);
                rows.Add(row);
            }
        }

        return !EnclosedRank.IsFull([.. rows], columns);
    }

    /// <summary>Whether the differential of the merged network, modulo scalings, is proved to be injective.</summary>
    private static bool HasFullRank(SolutionBox box, ImmutableArray<int> steps)
    {
        var columns = new List<ComplexNumber<Interval>[]>();
        var size = 0;
        for (var b = -1; b < steps.Length; b++)
        {
            var others = One;
            for (var c = 0; c < steps.Length; c++)
            {
                if (c != b) others = Multiply(others, box.Factors[c].AsSpan(), steps[c]);
            }

            if (b < 0)
            {
                // The scale.
                size = others.Length;
                columns.Add(others);
                continue;
            }

            for (var i = 0; i < box.Factors[b].Length; i++)
            {
                if (i == box.Charts[b]) continue;
                var column = new ComplexNumber<Interval>[size];
                others.CopyTo(column, i * steps[b]);
                columns.Add(column);
            }
        }

        return EnclosedRank.IsFull([.. Enumerable.Range(0, size).Select(row => columns.Select(column => column[row]).ToArray())], columns.Count);
    }

    private static ComplexNumber<Interval>[] Multiply(ComplexNumber<Interval>[] form, ReadOnlySpan<ComplexNumber<Interval>> other, int step)
    {
        var product = new ComplexNumber<Interval>[form.Length + ((other.Length - 1) * step)];
        for (var j = 0; j < other.Length; j++)
        {
            for (var i = 0; i < form.Length; i++) product[i + (j * step)] = ComplexNumber<Interval>.MultiplyAdd(form[i], other[j], product[i + (j * step)]);
        }

        return product;
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A root of a critical function, in one of its blocks.</summary>
/// <param name="Block">The block.</param>
/// <param name="Multiplicity">Its multiplicity in the block's form.</param>
/// <param name="Root">Where it is; a complex root stands for its pair.</param>
internal readonly record struct CriticalRoot(int Block, int Multiplicity, EnclosedRoot Root)
{
    public bool IsReal => Root.IsReal;

    /// <summary>How many places it takes in a layer.</summary>
    public int Size => Root.IsReal ? 1 : 2;
}

/// <summary>A real critical function of a stratum, with all its roots isolated.</summary>
/// <param name="Function">Its coefficients.</param>
/// <param name="Exact">Its coefficients exactly, if known.</param>
/// <param name="Roots">Its roots block by block, ascending multiplicities, real roots before pairs; default if they could not be isolated.</param>
/// <param name="Stratum">The index of its stratum among those that were solved, or null.</param>
/// <param name="Box">The index of its box in the stratum, or null.</param>
internal sealed record CriticalFunction(
    ImmutableArray<Interval> Function, ImmutableArray<Rational>? Exact, ImmutableArray<CriticalRoot> Roots, int? Stratum, int? Box)
{
    /// <summary>The real function in a box.</summary>
    public static CriticalFunction Of(CriticalStratum stratum, SolutionBox box, ImmutableArray<bool> support, int stratumIndex, int boxIndex, CancellationToken token)
    {
        var roots = ImmutableArray.CreateBuilder<CriticalRoot>(stratum.RootCount);
        var isolated = true;
        for (var f = 0; f < stratum.Factors.Length && isolated; f++)
        {
            isolated = EnclosedRoots.TryIsolate([.. box.Factors[f].Select(c => c.Re)], out var some, token);
            foreach (var root in some) roots.Add(new CriticalRoot(stratum.Factors[f].Block, stratum.Factors[f].Multiplicity, root));
        }

        return new CriticalFunction([.. box.Product.Select((c, i) => support[i] ? c.Re : Interval.FromDouble(0))], null, isolated ? roots.ToImmutable() : default, stratumIndex, boxIndex);
    }

    /// <summary>The real root pattern of a function with a single block.</summary>
    public RootPattern? Pattern => Roots.IsDefault
        ? null
        : new RootPattern(Roots.Where(r => r.IsReal).Select(r => r.Multiplicity), Roots.Where(r => !r.IsReal).Select(r => r.Multiplicity));
}

using System.Collections.Immutable;

namespace LcnGeometry.Solving;

/// <summary>Where a path ends that reaches no proved solution.</summary>
public enum PathLoss
{
    /// <summary>The product becomes infinite.</summary>
    Infinity,

    /// <summary>The product becomes zero.</summary>
    Zero,

    /// <summary>Roots come together: the end belongs to products with more repeated roots.</summary>
    DeeperStratum,

    /// <summary>A multiple or not isolated solution, or an end that could not be told.</summary>
    Singular,
}

/// <summary>Paths that were lost in the same way.</summary>
/// <param name="Where">Where they end.</param>
/// <param name="Count">How many.</param>
public sealed record LostPaths(PathLoss Where, int Count);

/// <summary>The proved solutions of a critical system, and what became of the other paths.</summary>
/// <param name="Map">The map.</param>
/// <param name="Expected">The number of solutions for generic data: at least the number of simple isolated solutions for any data.</param>
/// <param name="Boxes">Proved, pairwise distinct solutions.</param>
/// <param name="Lost">What became of the other paths; empty when there are none.</param>
public sealed record SolutionSet(ProductMap Map, int Expected, ImmutableArray<SolutionBox> Boxes, ImmutableArray<LostPaths> Lost)
{
    /// <summary>Whether every solution that generic data have was found and proved.</summary>
    public bool IsComplete => Boxes.Length == Expected;
}

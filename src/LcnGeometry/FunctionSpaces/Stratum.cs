using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The filters of one real root pattern in each block of layers with equal steps, as seen by the network.</summary>
/// <remarks>
/// A filter of the stratum is a product of real forms F_b(x^S_b), one for each block, with the roots of F_b as its pattern says. In stride one there is one block and every
/// nonzero filter is on one stratum. With several blocks, what is said holds for generic filters of the stratum, which have one factorization into forms of blocks, and that one is regular.
/// Filters of the Zariski closure whose forms of blocks are not real are on no stratum; they are singular points of the closure.
/// </remarks>
public sealed record Stratum
{
    internal Stratum(ImmutableArray<RootPattern> patterns, StratumPosition position, Integer realFactorizations, Integer criticalFactorizations)
    {
        Patterns = patterns;
        Position = position;
        RealFactorizations = realFactorizations;
        CriticalFactorizations = criticalFactorizations;
    }

    /// <summary>The real root pattern of each block, lowest step first; in stride one a single one, that of the filter.</summary>
    public ImmutableArray<RootPattern> Patterns { get; }

    /// <summary>Its dimension, scale included: one plus the real roots plus twice the pairs.</summary>
    public int Dimension => 1 + Patterns.Sum(pattern => pattern.Real.Length + (2 * pattern.Pairs.Length));

    /// <summary>Where the stratum lies relative to the function space; in a thin function space, relative to its Zariski closure.</summary>
    public StratumPosition Position { get; }

    /// <summary>The number of real factorizations of each form into layers, modulo layer scalings (A7).</summary>
    public Integer RealFactorizations { get; }

    /// <summary>How many of them have only squarefree factors: those that are critical for generic data (C3).</summary>
    public Integer CriticalFactorizations { get; }

    /// <summary>The number of complex critical functions on the complex stratum, for generic data (S2).</summary>
    public Integer GenericCount => CriticalPointCount.OnStratum([.. Patterns.Select(pattern => pattern.Complex)]);

    internal StratumRow ToRow() => new()
    {
        RealPattern = string.Join(';', Patterns),
        ComplexPattern = Patterns.Length == 1 ? Patterns[0].Complex : null,
        ComplexPatterns = Patterns.Length == 1 ? null : [.. Patterns.Select(pattern => pattern.Complex)],
        Dimension = Dimension,
        Position = Position,
        RealFactorizations = RealFactorizations,
        CriticalFactorizations = CriticalFactorizations,
        GenericCount = GenericCount,
    };
}

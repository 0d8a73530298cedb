using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The forms of one real root pattern, as seen by a stride-one architecture.</summary>
public sealed record Stratum
{
    internal Stratum(RootPattern pattern, StratumPosition position, Integer realFactorizations, Integer criticalFactorizations)
    {
        Pattern = pattern;
        Position = position;
        RealFactorizations = realFactorizations;
        CriticalFactorizations = criticalFactorizations;
    }

    /// <summary>The real root pattern.</summary>
    public RootPattern Pattern { get; }

    /// <summary>Its dimension, scale included: one plus the real roots plus twice the pairs.</summary>
    public int Dimension => 1 + Pattern.Real.Length + (2 * Pattern.Pairs.Length);

    /// <summary>Where the stratum lies relative to the function space.</summary>
    public StratumPosition Position { get; }

    /// <summary>The number of real factorizations of each form into layers, modulo layer scalings (A7).</summary>
    public Integer RealFactorizations { get; }

    /// <summary>How many of them have only squarefree factors: those that are critical for generic data (C3).</summary>
    public Integer CriticalFactorizations { get; }

    /// <summary>The number of complex critical functions on the complex stratum, for generic data (S2).</summary>
    public Integer GenericCount => CriticalPointCount.OnStratum(Pattern.Complex);

    internal StratumRow ToRow() => new()
    {
        RealPattern = Pattern.ToString(),
        ComplexPattern = Pattern.Complex,
        Dimension = Dimension,
        Position = Position,
        RealFactorizations = RealFactorizations,
        CriticalFactorizations = CriticalFactorizations,
        GenericCount = GenericCount,
    };
}

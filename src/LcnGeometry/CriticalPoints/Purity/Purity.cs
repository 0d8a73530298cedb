using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>How many certified complex critical parameters, modulo layer scalings and with nonzero function, are regular points of the parameterization.</summary>
public sealed record Purity
{
    internal Purity()
    {
    }

    /// <summary>How many are proved to be regular.</summary>
    public required Integer Regular { get; init; }

    /// <summary>How many of the regular ones are proved to map to smooth points of the Zariski closure.</summary>
    public required Integer Smooth { get; init; }

    /// <summary>How many are proved to be critical points of the parameterization.</summary>
    public required Integer Critical { get; init; }

    /// <summary>How many certified ones may be either.</summary>
    public required Integer Undecided { get; init; }

    /// <summary>Whether all critical parameters are regular and map to smooth points: fails with one that is critical, and needs a complete list to hold unless the architecture decides.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Proved where the architecture alone decides; else certified.</summary>
    public required Evidence Evidence { get; init; }
}

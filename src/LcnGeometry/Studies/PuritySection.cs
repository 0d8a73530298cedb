using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>How many of the certified complex critical parameters, modulo layer scalings, are regular and how many critical points of the parameterization.</summary>
public sealed record PuritySection
{
    /// <summary>How many are proved to be regular points of the parameterization.</summary>
    public required Integer Regular { get; init; }

    /// <summary>How many of the regular ones are proved to map to smooth points of the Zariski closure.</summary>
    public required Integer Smooth { get; init; }

    /// <summary>How many are proved to be critical points of the parameterization.</summary>
    public required Integer Critical { get; init; }

    /// <summary>How many may be either.</summary>
    public required Integer Undecided { get; init; }

    /// <summary>Whether all critical parameters with nonzero function are regular points of the parameterization that map to smooth points of the closure.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>Why the verdict is undecided.</summary>
    public string? Reason { get; init; }

    /// <summary>Proved where the architecture alone decides, else certified.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The same for a reader.</summary>
    public required string Sentence { get; init; }
}

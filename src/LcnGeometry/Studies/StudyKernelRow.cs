using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>The tangent kernel at one place of a study.</summary>
public sealed record StudyKernelRow
{
    /// <summary><c>critical</c>, at the balanced filters of a critical factorization, or <c>limit</c>, at the end of a flow run.</summary>
    public required string Kind { get; init; }

    /// <summary>The critical point, by its place in the list of <c>critical</c>, from 0; for a limit, the one that the run reached, if one can be told.</summary>
    public int? CriticalPoint { get; init; }

    /// <summary>The place of the factorization among the critical ones of its point, from 0; null for a limit.</summary>
    public int? CriticalFactorization { get; init; }

    /// <summary>The flow run, from 0; null for a critical point.</summary>
    public int? Run { get; init; }

    /// <summary>The squared norm of each layer's filter less that of the next one's; zeros where the filters are balanced.</summary>
    public required ImmutableArray<Scalar> Invariants { get; init; }

    /// <summary>The kernel.</summary>
    public required KernelRow Kernel { get; init; }
}

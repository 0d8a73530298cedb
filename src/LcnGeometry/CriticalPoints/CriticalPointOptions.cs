using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>How critical points are sought.</summary>
public sealed record CriticalPointOptions
{
    /// <summary>The solver, which keeps start solutions from one call to the next; if null, one that all callers share.</summary>
    public CriticalSystemSolver? Solver { get; init; }

    /// <summary>The largest number of factorizations to list for each point; they are counted all the same.</summary>
    public int MaxFactorizations { get; init; } = 1000;
}

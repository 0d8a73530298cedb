using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The choices behind a document that are not part of the question.</summary>
public sealed record StudyOptions
{
    /// <summary>The seed of every random choice.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Seconds that a computation may be expected to take; one that is estimated to take longer is refused before it starts.</summary>
    public double TimeBudget { get; init; } = 60;

    /// <summary>The largest number of factorizations to list; the count is complete all the same.</summary>
    public int MaxFactorizations { get; init; } = 1000;

    /// <summary>Whether complex factorizations are listed beside the real ones.</summary>
    public bool ComplexFactorizations { get; init; }

    /// <summary>The solver of critical systems, which keeps start solutions from one call to the next; null for one that all callers share.</summary>
    public CriticalSystemSolver? Solver { get; init; }
}

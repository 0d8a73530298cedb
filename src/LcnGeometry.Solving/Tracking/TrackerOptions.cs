namespace LcnGeometry.Solving;

/// <summary>How carefully paths are followed.</summary>
/// <param name="Contraction">The quotient of two Newton steps that the step length aims at.</param>
/// <param name="MaximumSteps">After so many steps a path is given up.</param>
internal sealed record TrackerOptions(double Contraction, int MaximumSteps)
{
    /// <summary>For generic data.</summary>
    public static TrackerOptions Standard { get; } = new(0.03, 2000);

    /// <summary>For paths that came out wrong with the standard options.</summary>
    public static TrackerOptions Careful { get; } = new(0.002, 8000);
}

/// <summary>How a path ended.</summary>
internal enum PathStatus
{
    /// <summary>It arrived, and Newton's method converged there.</summary>
    Arrived,

    /// <summary>Its steps became too small or too many.</summary>
    Stalled,
}

/// <summary>The end of a path.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Point">The coefficients of all factors, then t_0 and t_1.</param>
/// <param name="Low">What the doubles of the point leave of more precise numbers.</param>
/// <param name="Rest">The time that was left: 0 when it arrived, of 1 in all.</param>
/// <param name="Steps">The steps it took.</param>
/// <param name="Evaluations">The evaluations that it took.</param>
internal readonly record struct PathEnd(PathStatus Status, System.Numerics.Complex[] Point, System.Numerics.Complex[] Low, double Rest, int Steps, int Evaluations);

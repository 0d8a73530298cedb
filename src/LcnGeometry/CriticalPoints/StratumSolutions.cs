using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The complex critical functions on one stratum.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Completeness">How many there are; counted as functions, not as parameters.</param>
/// <param name="Boxes">Proved solutions, each in its own box; empty on the unconstrained stratum.</param>
/// <param name="Minimizer">On the unconstrained stratum its one critical function, exactly, if it lies on the open stratum; else null.</param>
public sealed record StratumSolutions(
    CriticalStratum Stratum, Completeness Completeness, ImmutableArray<SolutionBox> Boxes, ImmutableArray<Rational>? Minimizer);

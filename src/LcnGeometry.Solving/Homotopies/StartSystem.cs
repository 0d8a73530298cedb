using System.Collections.Immutable;
using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>All critical points for one generic data set: where the paths to every other data set begin.</summary>
/// <param name="Map">The map.</param>
/// <param name="Data">Generic complex data.</param>
/// <param name="Solutions">For each solution the coefficients of all factors, then t_0 and t_1.</param>
internal sealed record StartSystem(ProductMap Map, QuadraticData Data, ImmutableArray<Complex[]> Solutions);

using System.Collections.Immutable;

namespace LcnGeometry.Solving;

/// <summary>A factor of a block: a form of some degree that enters with an exponent.</summary>
/// <param name="Degree">At least 1.</param>
/// <param name="Exponent">At least 1.</param>
public sealed record ProductFactor(int Degree, int Exponent);

/// <summary>A block of factors, all in the variable x^Step.</summary>
/// <param name="Step">At least 1.</param>
/// <param name="Factors">The factors, with pairwise different exponents.</param>
public sealed record ProductBlock(int Step, ImmutableArray<ProductFactor> Factors);

namespace LcnGeometry.Algebra;

/// <summary>A real root of a polynomial.</summary>
/// <param name="Value">Where it is, exactly.</param>
/// <param name="Multiplicity">At least 1.</param>
public sealed record RealRoot(RealAlgebraicNumber Value, int Multiplicity);

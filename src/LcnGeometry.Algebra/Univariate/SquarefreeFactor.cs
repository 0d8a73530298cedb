namespace LcnGeometry.Algebra;

/// <summary>A squarefree factor of a polynomial and how often it divides the polynomial.</summary>
/// <param name="Factor">A squarefree primitive polynomial of positive degree with positive leading coefficient.</param>
/// <param name="Multiplicity">The multiplicity of each of its roots, at least 1.</param>
public sealed record SquarefreeFactor(Polynomial<Integer> Factor, int Multiplicity);

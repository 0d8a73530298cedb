using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A polynomial in the parameters that is constant along the gradient flow of every loss.</summary>
/// <param name="Name">A short reading such as <c>|w_1|^2 - |w_2|^2</c>; null when there is none.</param>
/// <param name="Polynomial">The polynomial, its coefficients integers without common factor.</param>
public sealed record ConservationLaw(string? Name, MultivariatePolynomial<Integer> Polynomial);

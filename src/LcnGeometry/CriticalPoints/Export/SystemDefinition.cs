using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A name and the polynomial, in unknowns and earlier names, that it stands for.</summary>
internal sealed record SystemDefinition(string Name, MultivariatePolynomial<Rational> Value);

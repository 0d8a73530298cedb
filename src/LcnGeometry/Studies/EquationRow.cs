namespace LcnGeometry;

/// <summary>An equation of the Zariski closure of a function space that a filter violates.</summary>
/// <param name="Equation">A polynomial in <c>c0, c1, ...</c> that vanishes on the function space.</param>
/// <param name="Value">Its value at the filter, not zero.</param>
public sealed record EquationRow(string Equation, Scalar Value);

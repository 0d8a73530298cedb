namespace LcnGeometry.Algebra;

/// <summary>A term as it is printed: its sign apart from the rest, so that signs merge with the operators between terms.</summary>
/// <param name="IsNegative">Whether a minus stands in front.</param>
/// <param name="Text">The rest.</param>
internal readonly record struct PrintedTerm(bool IsNegative, string Text);

/// <summary>A coefficient as it is printed.</summary>
/// <param name="IsNegative">Whether a minus stands in front.</param>
/// <param name="Text">The rest, as a factor.</param>
/// <param name="IsOne">Whether the rest is one and is dropped before variables.</param>
internal readonly record struct PrintedCoefficient(bool IsNegative, string Text, bool IsOne);

/// <summary>A polynomial that can be printed as a coefficient of another one.</summary>
internal interface IPrintablePolynomial
{
    /// <summary>The terms, the highest first; none for zero.</summary>
    /// <param name="notation">The language.</param>
    /// <param name="taken">The variables of the polynomials around this one.</param>
    IReadOnlyList<PrintedTerm> PrintTerms(PolynomialNotation notation, IReadOnlyList<string> taken);
}

namespace LcnGeometry.Algebra;

/// <summary>Reads polynomials in one variable.</summary>
public static class Polynomial
{
    /// <summary>Reads a polynomial in one variable with rational coefficients.</summary>
    /// <param name="text">
    /// The syntax of <see cref="MultivariatePolynomial.Parse"/>: <c>x^3 - 2x</c>, <c>(t - 1/2)^2</c>, <c>0.25*x**2</c>.
    /// </param>
    /// <param name="variable">The name of the variable; null for the only one that the text mentions.</param>
    /// <returns>The expanded polynomial; a <see cref="Polynomial{T}"/> has no name for its variable.</returns>
    /// <exception cref="PolynomialSyntaxException">The text is not a polynomial, or it mentions another variable or a second one.</exception>
    /// <exception cref="ArgumentException"><paramref name="variable"/> is not a variable name.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; decimals are read as fractions. Work and memory are bounded for every text.</para>
    /// <para><b>Method:</b> recursive descent.</para>
    /// <para><b>Cost:</b> that of expanding the expression.</para>
    /// <para><b>Source:</b> the method is that of N. Wirth, Compiler Construction; the grammar is this library's own.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var p = Polynomial.Parse("x^3 - 2x");
    /// Console.WriteLine(p.Evaluate(3));   // 21
    /// </code>
    /// </example>
    public static Polynomial<Rational> Parse(string text, string? variable = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PolynomialParser.ParseUnivariate(text, variable).ToUnivariate();
    }
}

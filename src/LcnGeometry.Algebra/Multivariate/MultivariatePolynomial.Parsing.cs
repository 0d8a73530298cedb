namespace LcnGeometry.Algebra;

/// <summary>Reads polynomials in several variables, and joins them into maps.</summary>
public static partial class MultivariatePolynomial
{
    /// <summary>Reads a polynomial with rational coefficients.</summary>
    /// <param name="text">
    /// <para>
    /// Sums and products of numbers (<c>3</c>, <c>0.25</c>), variables and parentheses with <c>+ - * /</c>, powers <c>^</c> or
    /// <c>**</c> with whole exponents, and <c>/</c> by constants. The multiplication sign may be left out: <c>3x^2 y</c>,
    /// <c>2(x + 1)(x - 1)</c>. It may not be left out before a number (<c>x 2</c>) or after a division (<c>1/2x</c>: write
    /// <c>1/2*x</c> or <c>x/2</c>), a power of a power needs parentheses, and there is no exponent notation for numbers (<c>1e3</c>).
    /// </para>
    /// <para>
    /// A word, a letter followed by letters, digits and underscores, is one variable: <c>xy</c> is not the product of x and y.
    /// When the variables are given, a word that is none of them is read as a product of them if it splits into them in exactly one way.
    /// </para>
    /// </param>
    /// <param name="variables">The variables of the result; null for those that the text mentions, in natural order (c2 before c10).</param>
    /// <returns>The expanded polynomial; repeated monomials add up.</returns>
    /// <exception cref="PolynomialSyntaxException">
    /// The text is not a polynomial, mentions an unknown variable, or goes beyond a limit: exponents and total degree 65,535,
    /// parentheses 200 deep, numbers of 100,000 digits, 256 variables unless they are given, and the work of the expansion.
    /// </exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; decimals are read as fractions. Work and memory are bounded for every text.</para>
    /// <para><b>Method:</b> recursive descent.</para>
    /// <para><b>Cost:</b> that of expanding the expression.</para>
    /// <para><b>Source:</b> the method is that of N. Wirth, Compiler Construction; the grammar is this library's own.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var cubic = MultivariatePolynomial.Parse("c0 c3 - c1 c2");
    /// Console.WriteLine(cubic.Variables);   // [c0, c1, c2, c3]
    /// </code>
    /// </example>
    public static MultivariatePolynomial<Rational> Parse(string text, VariableList? variables = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PolynomialParser.Parse(text, variables);
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Resultants of polynomials with indeterminate coefficients.</summary>
public static class GenericResultant
{
    /// <summary>The resultant of <c>a0 + .. + am x^m</c> and <c>b0 + .. + bn x^n</c> as a polynomial in all coefficients.</summary>
    /// <param name="first">The degree m, at least 0.</param>
    /// <param name="second">The degree n, at least 0.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>
    /// A polynomial in the variables a0 to am, b0 to bn, homogeneous of degree n in the first and of degree m in the second.
    /// It vanishes exactly when the binary forms with these coefficients have a common root, at infinity or not.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or above 20.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact. The sign is that of the determinant of the Sylvester matrix: am^n times the product of the second polynomial over the roots of the first.</para>
    /// <para>
    /// <b>Method:</b> the determinant of the Bezout matrix for the larger degree, expanded by minors; the power of the leading
    /// coefficient that unequal degrees leave in it is divided out.
    /// </para>
    /// <para><b>Cost:</b> d * 2^d products of a quadratic polynomial with a minor, d the larger degree.</para>
    /// <para><b>Source:</b> I. M. Gelfand, M. M. Kapranov, A. V. Zelevinsky, Discriminants, Resultants, and Multidimensional Determinants.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Console.WriteLine(GenericResultant.OfDegrees(1, 1));   // a1*b0 - a0*b1
    /// </code>
    /// </example>
    public static MultivariatePolynomial<Integer> OfDegrees(int first, int second, CancellationToken token = default)
    {
        if (first is < 0 or > 20) throw new ArgumentOutOfRangeException(nameof(first), $"The degree is {first}; it must be from 0 to 20.");
        if (second is < 0 or > 20) throw new ArgumentOutOfRangeException(nameof(second), $"The degree is {second}; it must be from 0 to 20.");
        VariableList variables = [.. VariableList.Numbered("a", first + 1), .. VariableList.Numbered("b", second + 1)];
        var all = MultivariatePolynomial<Integer>.AllVariables(variables);
        var degree = Math.Max(first, second);
        var f = new MultivariatePolynomial<Integer>[degree + 1];
        var g = new MultivariatePolynomial<Integer>[degree + 1];
        for (var i = 0; i <= degree; i++)
        {
            f[i] = i <= first ? all[i] : MultivariatePolynomial<Integer>.Zero;
            g[i] = i <= second ? all[first + 1 + i] : MultivariatePolynomial<Integer>.Zero;
        }

        // A formal degree beyond the actual one of a polynomial contributes powers of the other one's leading coefficient.
        var determinant = MinorExpansion.Determinant(BezoutMatrix.Of(f, g), token);
        var (leading, power) = first >= second ? (f[first], first - second) : (g[second], second - first);
        var resultant = MultivariatePolynomial<Integer>.DivideExactly(determinant, MultivariatePolynomial<Integer>.Pow(leading, power));
        return IsNegated(first, second) ? -resultant : resultant;
    }

    /// <summary>Whether the determinant of the Bezout matrix is the negative of that of the Sylvester matrix.</summary>
    private static bool IsNegated(int first, int second)
    {
        var degree = Math.Max(first, second);
        var reversal = degree * (degree - 1) / 2;
        var padding = first >= second ? 0 : second * (second - first);
        return ((reversal + padding) & 1) == 1;
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Discriminants of polynomials with indeterminate coefficients.</summary>
public static class GenericDiscriminant
{
    /// <summary>The discriminant of <c>c0 + c1 x + .. + cn x^n</c> as a polynomial in <c>c0, .., cn</c>.</summary>
    /// <param name="degree">The degree n, at least 1.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>
    /// A polynomial in the variables c0 to cn, homogeneous of degree 2n - 2 and, when ci has weight i, of weight n(n - 1).
    /// It vanishes exactly when the binary form of degree n with these coefficients has a multiple root, at infinity or not.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degree"/> is below 1 or above 20.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact. The sign is that of c1^2 - 4 c0 c2: the product of the squared differences of the roots, times cn^(2n-2).</para>
    /// <para>
    /// <b>Method:</b> the determinant of the Bezout matrix of the two partial derivatives of the binary form, divided by n^(n-2);
    /// the determinant is expanded by minors, without division.
    /// </para>
    /// <para><b>Cost:</b> n * 2^n products of a quadratic polynomial with a minor. The result has 2, 5, 16, 59, 246, 1103, 5247 terms for degree 2 to 8.</para>
    /// <para><b>Source:</b> I. M. Gelfand, M. M. Kapranov, A. V. Zelevinsky, Discriminants, Resultants, and Multidimensional Determinants.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Console.WriteLine(GenericDiscriminant.OfDegree(2));   // c1^2 - 4*c0*c2
    /// </code>
    /// </example>
    public static MultivariatePolynomial<Integer> OfDegree(int degree, CancellationToken token = default)
    {
        if (degree is < 1 or > 20) throw new ArgumentOutOfRangeException(nameof(degree), $"The degree is {degree}; it must be from 1 to 20.");
        var c = MultivariatePolynomial<Integer>.AllVariables(VariableList.Numbered("c", degree + 1));
        var byX = new MultivariatePolynomial<Integer>[degree];
        var byY = new MultivariatePolynomial<Integer>[degree];
        for (var i = 0; i < degree; i++)
        {
            byX[i] = (Integer)(i + 1) * c[i + 1];
            byY[i] = (Integer)(degree - i) * c[i];
        }

        // For a form with distinct real roots this matrix is positive definite, which settles the sign.
        var determinant = MinorExpansion.Determinant(BezoutMatrix.Of(byY, byX), token);
        var scale = degree < 2 ? Integer.One : Integer.Pow(degree, degree - 2);
        return determinant.Map(coefficient => Integer.DivideExactly(coefficient, scale));
    }
}

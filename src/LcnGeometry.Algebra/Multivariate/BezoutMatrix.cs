namespace LcnGeometry.Algebra;

/// <summary>The matrix of the quotient <c>(p(x) q(y) - p(y) q(x)) / (x - y)</c> in the powers of x and y.</summary>
internal static class BezoutMatrix
{
    /// <summary>The Bezout matrix of two polynomials with coefficients up to the same formal degree.</summary>
    /// <param name="p">Coefficients by ascending exponent, formal degree plus one of them.</param>
    /// <param name="q">As many coefficients.</param>
    /// <returns>A symmetric matrix with as many rows as the formal degree.</returns>
    public static Matrix<T> Of<T>(T[] p, T[] q)
        where T : IIntegralDomain<T>
    {
        var degree = p.Length - 1;
        var entries = new T[degree, degree];
        for (var i = degree - 1; i >= 0; i--)
        {
            for (var j = 0; j < degree; j++)
            {
                // Each entry continues the sum of the entry one down and one to the left.
                var bracket = (p[i + 1] * q[j]) - (p[j] * q[i + 1]);
                entries[i, j] = i + 1 < degree && j > 0 ? bracket + entries[i + 1, j - 1] : bracket;
            }
        }

        return new Matrix<T>(degree, degree, (i, j) => entries[i, j]);
    }
}

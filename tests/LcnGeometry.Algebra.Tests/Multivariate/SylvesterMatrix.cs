namespace LcnGeometry.Algebra.Tests;

/// <summary>The textbook matrix of a resultant: the second way besides the Bezout matrix.</summary>
internal static class SylvesterMatrix
{
    /// <param name="p">Coefficients by ascending exponent; their number fixes the formal degree.</param>
    /// <param name="q">The same for the second polynomial.</param>
    public static Matrix<T> Of<T>(IReadOnlyList<T> p, IReadOnlyList<T> q)
        where T : IIntegralDomain<T>
    {
        int m = p.Count - 1, n = q.Count - 1;
        return new Matrix<T>(m + n, m + n, (row, column) =>
        {
            var (coefficients, shift) = row < n ? (p, row) : (q, row - n);
            var exponent = coefficients.Count - 1 - (column - shift);
            return exponent >= 0 && exponent < coefficients.Count ? coefficients[exponent] : T.Zero;
        });
    }
}

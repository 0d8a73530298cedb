using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>Determinants without division, by expansion along rows with every minor computed once.</summary>
/// <remarks>
/// For a few rows of polynomials with few terms this beats elimination, whose intermediate quotients are exact but long:
/// every value here is a minor of the matrix, and every product has a short factor, an entry.
/// </remarks>
internal static class MinorExpansion
{
    private const int MostRows = 24;

    /// <summary>The determinant of a square matrix: n * 2^(n-1) products of an entry with a minor.</summary>
    public static T Determinant<T>(Matrix<T> matrix, CancellationToken token)
        where T : IIntegralDomain<T>
    {
        if (!matrix.IsSquare || matrix.Rows > MostRows)
        {
            throw new ArgumentException($"A {matrix.Rows}x{matrix.Columns} matrix cannot be expanded; it must be square with at most {MostRows} rows.", nameof(matrix));
        }

        // The minors of the last rows, by the set of their columns; subsets come before the sets that contain them.
        var minors = new T[1 << matrix.Rows];
        minors[0] = T.One;
        for (var columns = 1; columns < minors.Length; columns++)
        {
            token.ThrowIfCancellationRequested();
            var row = matrix.Rows - BitOperations.PopCount((uint)columns);
            var (sum, negative) = (T.Zero, false);
            for (var j = 0; j < matrix.Columns; j++)
            {
                if ((columns & (1 << j)) == 0) continue;
                var product = matrix[row, j] * minors[columns ^ (1 << j)];
                sum = negative ? sum - product : sum + product;
                negative = !negative;
            }

            minors[columns] = sum;
        }

        return minors[^1];
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Determinants, ranks and solutions of integer matrices from their residues modulo primes, certain by Hadamard's bound.</summary>
internal static class ModularElimination
{
    /// <summary>The determinant of a square matrix.</summary>
    public static Integer Determinant(Matrix<Integer> matrix, CancellationToken token)
    {
        var bits = new MinorBound(matrix).Bits(matrix.Rows);
        var residues = new ChineseRemainder(1);
        foreach (var modulus in Primes.Descending)
        {
            token.ThrowIfCancellationRequested();
            var image = new ModularMatrix(matrix, matrix.Columns, modulus);
            residues.Add([image.Rank == matrix.Rows ? image.PivotProduct : 0], modulus);
            if (residues.Modulus.BitLength > bits + 1) return residues.Values[0];
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }

    /// <summary>The rank of a matrix.</summary>
    /// <remarks>
    /// The rank modulo a prime is at most the rank. When no prime of a product larger than every minor of the next size shows a
    /// higher rank, all those minors vanish modulo the product and therefore vanish.
    /// </remarks>
    public static int Rank(Matrix<Integer> matrix, CancellationToken token)
    {
        int rank = 0, fullRank = Math.Min(matrix.Rows, matrix.Columns);
        var bound = new MinorBound(matrix);
        var productBits = 0L;
        foreach (var modulus in Primes.Descending)
        {
            token.ThrowIfCancellationRequested();
            rank = Math.Max(rank, new ModularMatrix(matrix, matrix.Columns, modulus).Rank);
            if (rank == fullRank) return rank;
            productBits += Primes.BitsPerPrime;
            if (productBits > bound.Bits(rank + 1)) return rank;
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }

    /// <summary>The determinant d of a nonsingular square matrix, and the integer matrix X with <c>matrix * X = d * right</c>.</summary>
    /// <param name="matrix">A nonsingular matrix; for a singular one the method does not return.</param>
    /// <param name="right">As many rows as the matrix.</param>
    /// <param name="token">Stops the computation.</param>
    public static (Integer Determinant, Matrix<Integer> Scaled) Solve(Matrix<Integer> matrix, Matrix<Integer> right, CancellationToken token)
    {
        var size = matrix.Rows;
        if (size == 0) return (Integer.One, right);
        var attached = new Matrix<Integer>(size, size + right.Columns, (i, j) => j < size ? matrix[i, j] : right[i, j - size]);

        // By Cramer's rule the entries of X are minors of the matrix with the right-hand sides attached.
        var bits = new MinorBound(attached).Bits(size);
        var residues = new ChineseRemainder(1 + (size * right.Columns));
        foreach (var modulus in Primes.Descending)
        {
            token.ThrowIfCancellationRequested();
            var image = new ModularMatrix(attached, size, modulus);
            if (image.Rank < size) continue;
            residues.Add([image.PivotProduct, .. image.ScaledSolutions()], modulus);
            if (residues.Modulus.BitLength <= bits + 1) continue;
            var values = residues.Values.ToArray();
            return (values[0], new Matrix<Integer>(size, right.Columns, (i, j) => values[1 + (i * right.Columns) + j]));
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Kernels for matrices over a prime field: one array of residues for each row.</summary>
internal static class ModularMatrix
{
    /// <summary>The residues of the entries.</summary>
    public static ulong[][] Reduce(Matrix<Integer> matrix, in PrimeModulus modulus)
    {
        var rows = new ulong[matrix.Rows][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new ulong[matrix.Columns];
            for (var j = 0; j < matrix.Columns; j++) rows[i][j] = modulus.Reduce(matrix[i, j]);
        }

        return rows;
    }

    /// <summary>The determinant of a square matrix. The rows are overwritten.</summary>
    public static ulong Determinant(ulong[][] rows, in PrimeModulus modulus)
    {
        var rank = Eliminate(rows, rows.Length, modulus, out var product);
        return rank == rows.Length ? product : 0;
    }

    /// <summary>The rank. The rows are overwritten.</summary>
    public static int Rank(ulong[][] rows, int columns, in PrimeModulus modulus) => Eliminate(rows, columns, modulus, out _);

    /// <summary>Brings the rows to echelon form.</summary>
    /// <returns>The rank, and the product of the pivots with the sign of the row permutation.</returns>
    private static int Eliminate(ulong[][] rows, int columns, in PrimeModulus modulus, out ulong product)
    {
        var rank = 0;
        product = 1;
        for (var column = 0; column < columns && rank < rows.Length; column++)
        {
            var found = Array.FindIndex(rows, rank, row => row[column] != 0);
            if (found < 0) continue;
            if (found != rank)
            {
                (rows[rank], rows[found]) = (rows[found], rows[rank]);
                product = modulus.Negate(product);
            }

            var pivot = rows[rank][column];
            product = modulus.Multiply(product, pivot);
            var inverse = modulus.Invert(pivot);
            var source = rows[rank].AsSpan(column + 1);
            for (var i = rank + 1; i < rows.Length; i++)
            {
                var factor = rows[i][column];
                if (factor != 0) modulus.SubtractMultiple(rows[i].AsSpan(column + 1), source, modulus.Multiply(factor, inverse));
            }

            rank++;
        }

        return rank;
    }
}

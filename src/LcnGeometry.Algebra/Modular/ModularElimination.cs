namespace LcnGeometry.Algebra;

/// <summary>Determinants and ranks of integer matrices from their residues modulo primes, certain by Hadamard's bound.</summary>
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
            residues.Add([ModularMatrix.Determinant(ModularMatrix.Reduce(matrix, modulus), modulus)], modulus);
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
            rank = Math.Max(rank, ModularMatrix.Rank(ModularMatrix.Reduce(matrix, modulus), matrix.Columns, modulus));
            if (rank == fullRank) return rank;
            productBits += Primes.BitsPerPrime;
            if (productBits > bound.Bits(rank + 1)) return rank;
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }

    /// <summary>Hadamard's bound for minors: they do not exceed the product of the largest norms of rows, nor that of columns.</summary>
    private sealed class MinorBound(Matrix<Integer> matrix)
    {
        private readonly long[] _rows = BitsOfSquaredNorms(matrix);
        private readonly long[] _columns = BitsOfSquaredNorms(matrix.Transpose());

        /// <summary>A number of bits that the minors of one size do not exceed.</summary>
        public long Bits(int size) => (Math.Min(_rows.Take(size).Sum(), _columns.Take(size).Sum()) + 1) / 2;

        private static long[] BitsOfSquaredNorms(Matrix<Integer> matrix) =>
        [
            .. Enumerable.Range(0, matrix.Rows)
                .Select(i => (long)matrix.Row(i).Aggregate(Integer.Zero, (sum, entry) => sum + (entry * entry)).BitLength)
                .OrderDescending(),
        ];
    }
}

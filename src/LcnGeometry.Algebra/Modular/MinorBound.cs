namespace LcnGeometry.Algebra;

/// <summary>Hadamard's bound for the minors of an integer matrix: the product of the largest norms of rows, and that of columns.</summary>
internal sealed class MinorBound(Matrix<Integer> matrix)
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

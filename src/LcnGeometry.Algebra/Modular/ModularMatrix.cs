namespace LcnGeometry.Algebra;

/// <summary>A matrix over a prime field, one array of residues for each row, brought to echelon form in place.</summary>
internal sealed class ModularMatrix
{
    private readonly PrimeModulus _modulus;
    private readonly ulong[][] _rows;
    private readonly List<int> _pivotColumns = [];
    private readonly int[] _order; // where each row stood at first

    /// <summary>Eliminates below the pivots, which are sought in the first columns only.</summary>
    public ModularMatrix(Matrix<Integer> matrix, int pivotColumns, in PrimeModulus modulus)
    {
        _modulus = modulus;
        _rows = new ulong[matrix.Rows][];
        _order = [.. Enumerable.Range(0, matrix.Rows)];
        for (var i = 0; i < _rows.Length; i++)
        {
            _rows[i] = new ulong[matrix.Columns];
            for (var j = 0; j < matrix.Columns; j++) _rows[i][j] = modulus.Reduce(matrix[i, j]);
        }

        for (var column = 0; column < pivotColumns && Rank < _rows.Length; column++) Eliminate(column);
    }

    /// <summary>The number of pivots.</summary>
    public int Rank => _pivotColumns.Count;

    /// <summary>The columns of the pivots, ascending.</summary>
    public IReadOnlyList<int> PivotColumns => _pivotColumns;

    /// <summary>The numbers of the rows, before elimination, that hold the pivots.</summary>
    public ReadOnlySpan<int> PivotRows => _order.AsSpan(0, Rank);

    /// <summary>The product of the pivots with the sign of the row permutation: the determinant if there is a pivot in every row and column.</summary>
    public ulong PivotProduct { get; private set; } = 1;

    /// <summary>
    /// For a square matrix with a pivot in every row, followed by right-hand sides: the solutions times the determinant, which are
    /// the images of integers by Cramer's rule. Row by row.
    /// </summary>
    public ulong[] ScaledSolutions()
    {
        var size = _rows.Length;
        var solutions = new ulong[size * (_rows[0].Length - size)];
        var columns = solutions.Length / size;
        for (var i = size - 1; i >= 0; i--)
        {
            var solution = solutions.AsSpan(i * columns, columns);
            _rows[i].AsSpan(size).CopyTo(solution);
            _modulus.Scale(solution, PivotProduct);
            for (var j = i + 1; j < size; j++) _modulus.SubtractMultiple(solution, solutions.AsSpan(j * columns, columns), _rows[i][j]);
            _modulus.Scale(solution, _modulus.Invert(_rows[i][i]));
        }

        return solutions;
    }

    private void Eliminate(int column)
    {
        var (rank, found) = (Rank, Array.FindIndex(_rows, Rank, row => row[column] != 0));
        if (found < 0) return;
        if (found != rank)
        {
            (_rows[rank], _rows[found]) = (_rows[found], _rows[rank]);
            (_order[rank], _order[found]) = (_order[found], _order[rank]);
            PivotProduct = _modulus.Negate(PivotProduct);
        }

        PivotProduct = _modulus.Multiply(PivotProduct, _rows[rank][column]);
        var inverse = _modulus.Invert(_rows[rank][column]);
        var source = _rows[rank].AsSpan(column + 1);
        for (var i = rank + 1; i < _rows.Length; i++)
        {
            var factor = _modulus.Multiply(_rows[i][column], inverse);
            if (factor != 0) _modulus.SubtractMultiple(_rows[i].AsSpan(column + 1), source, factor);
        }

        _pivotColumns.Add(column);
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Gauss-Jordan elimination inside a domain: every division is exact, every entry a minor of the matrix.</summary>
/// <remarks>
/// After elimination each pivot row has the same entry, <see cref="CommonPivot"/>, in its pivot column and zeros in the other pivot
/// columns. The common pivot is, up to <see cref="Sign"/>, the determinant of the rows and columns of the pivots.
/// Source: Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.
/// </remarks>
internal sealed class BareissElimination<T>
    where T : IIntegralDomain<T>
{
    private readonly T[][] _rows;
    private readonly List<int> _pivotColumns = [];

    /// <summary>Eliminates; with <paramref name="above"/> also the entries above the pivots.</summary>
    public BareissElimination(Matrix<T> matrix, bool above, CancellationToken token)
    {
        _rows = new T[matrix.Rows][];
        for (var i = 0; i < _rows.Length; i++) _rows[i] = [.. matrix.Row(i)];
        for (var column = 0; column < matrix.Columns && Rank < _rows.Length; column++)
        {
            token.ThrowIfCancellationRequested();
            if (!BringPivotTo(Rank, column)) continue;
            var pivot = _rows[Rank][column];
            for (var i = above ? 0 : Rank + 1; i < _rows.Length; i++)
            {
                if (i != Rank) Combine(_rows[i], _rows[Rank], column);
            }

            CommonPivot = pivot;
            _pivotColumns.Add(column);
        }
    }

    public IReadOnlyList<int> PivotColumns => _pivotColumns;

    public int Rank => _pivotColumns.Count;

    /// <summary>1 or -1: the sign of the row permutation.</summary>
    public int Sign { get; private set; } = 1;

    public T CommonPivot { get; private set; } = T.One;

    public T this[int row, int column] => _rows[row][column];

    private bool BringPivotTo(int row, int column)
    {
        var found = row;
        while (found < _rows.Length && _rows[found][column].IsZero) found++;
        if (found == _rows.Length) return false;
        if (found != row)
        {
            (_rows[row], _rows[found]) = (_rows[found], _rows[row]);
            Sign = -Sign;
        }

        return true;
    }

    private void Combine(T[] target, T[] pivotRow, int column)
    {
        T pivot = pivotRow[column], factor = target[column];
        for (var j = 0; j < target.Length; j++)
        {
            var combined = pivot * target[j];
            if (!factor.IsZero && !pivotRow[j].IsZero) combined -= factor * pivotRow[j];
            target[j] = T.DivideExactly(combined, CommonPivot);
        }
    }
}

using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Proves that every matrix in a box of complex matrices has full column rank.</summary>
internal static class EnclosedRank
{
    /// <summary>Whether elimination in interval arithmetic with the safest pivots finds as many pivots without zero as there are columns.</summary>
    /// <param name="matrix">Rows of equal length; it is overwritten.</param>
    /// <param name="columns">The number of columns.</param>
    public static bool IsFull(ComplexNumber<Interval>[][] matrix, int columns)
    {
        if (matrix.Length < columns) return false;
        Balance(matrix, columns);
        for (var step = 0; step < columns; step++)
        {
            var (row, column, best) = (-1, -1, 0.0);
            for (var i = step; i < matrix.Length; i++)
            {
                for (var j = step; j < columns; j++)
                {
                    var size = matrix[i][j].SquaredModulus.Mignitude;
                    if (size > best) (row, column, best) = (i, j, size);
                }
            }

            if (row < 0) return false;
            (matrix[step], matrix[row]) = (matrix[row], matrix[step]);
            foreach (var line in matrix) (line[step], line[column]) = (line[column], line[step]);
            Eliminate(matrix, step, columns);
        }

        return true;
    }

    private static void Eliminate(ComplexNumber<Interval>[][] matrix, int step, int columns)
    {
        var pivot = matrix[step][step];
        var inverse = Interval.Reciprocal(pivot.SquaredModulus) * pivot.Conjugate;
        for (var i = step + 1; i < matrix.Length; i++)
        {
            if (matrix[i][step] == default) continue;
            var factor = matrix[i][step] * inverse;
            for (var j = step + 1; j < columns; j++) matrix[i][j] = ComplexNumber<Interval>.SubtractProduct(factor, matrix[step][j], matrix[i][j]);
        }
    }

    /// <summary>Columns of about equal size, by powers of two.</summary>
    private static void Balance(ComplexNumber<Interval>[][] matrix, int columns)
    {
        for (var j = 0; j < columns; j++)
        {
            var largest = matrix.Max(row => Math.Max(row[j].Re.Magnitude, row[j].Im.Magnitude));
            if (largest is 0 || !double.IsFinite(largest)) continue;
            var scale = Interval.FromDouble(Math.ScaleB(1, Math.Clamp(-Math.ILogB(largest), -1000, 1000)));
            foreach (var row in matrix) row[j] = scale * row[j];
        }
    }
}

namespace LcnGeometry;

/// <summary>The Cholesky factor of a small symmetric positive definite matrix.</summary>
internal sealed class CholeskyFactor
{
    private readonly double[,] _lower;

    private CholeskyFactor(double[,] lower) => _lower = lower;

    /// <summary>Factors <c>1 + scale * matrix</c>; null when that is not positive definite in floating point, or not finite.</summary>
    public static CholeskyFactor? OfShifted(double[,] matrix, double scale) => Of(matrix, scale, 1);

    /// <summary>Factors a matrix; null when it is not positive definite in floating point, or not finite.</summary>
    public static CholeskyFactor? Of(double[,] matrix) => Of(matrix, 1, 0);

    private static CholeskyFactor? Of(double[,] matrix, double scale, double shift)
    {
        var count = matrix.GetLength(0);
        var lower = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = (scale * matrix[i, j]) + (i == j ? shift : 0);
                var size = Math.Abs(sum);
                for (var k = 0; k < j; k++) sum -= lower[i, k] * lower[j, k];
                if (i != j) lower[i, j] = sum / lower[j, j];
                else if (double.IsFinite(sum) && sum > Math.ScaleB(size, -50)) lower[i, i] = Math.Sqrt(sum);
                else return null;
            }
        }

        return new CholeskyFactor(lower);
    }

    /// <summary>The solution of the linear system.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        var solution = right.ToArray();
        for (var i = 0; i < solution.Length; i++)
        {
            for (var k = 0; k < i; k++) solution[i] -= _lower[i, k] * solution[k];
            solution[i] /= _lower[i, i];
        }

        for (var i = solution.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < solution.Length; k++) solution[i] -= _lower[k, i] * solution[k];
            solution[i] /= _lower[i, i];
        }

        return solution;
    }
}

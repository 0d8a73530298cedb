namespace LcnGeometry;

/// <summary>Notices that stability, not accuracy, holds explicit steps short, and that the budget would not do.</summary>
/// <remarks>
/// The test of Hairer and Wanner is that the step times the largest rate is near the boundary of the domain of stability for fifteen steps in a
/// row; here the rate comes from the exact second derivatives instead of two stages. Every run passes that test near its limit, so it does not
/// decide alone: the slow rate, that at which the gradient decays or grows now, tells how many of the longest stable steps are still needed.
/// </remarks>
internal sealed class StiffnessWatch
{
    private const int Row = 15;

    /// <summary>A step times the largest rate from here on: what is fast has died out, or stands still within a step.</summary>
    private const double Near = 1;

    private int _held;

    /// <summary>Whether the run is stiff.</summary>
    public bool IsStiff => _held >= Row;

    /// <summary>Takes note of an accepted step.</summary>
    /// <param name="reach">Its length times the largest rate.</param>
    /// <param name="powers">By how many powers of e the gradient must still fall.</param>
    /// <param name="velocity">The velocity at its end.</param>
    /// <param name="hessian">The second derivatives at its end.</param>
    /// <param name="budget">The steps that are left.</param>
    public void Note(double reach, double powers, double[] velocity, double[,] hessian, int budget)
    {
        var needed = Math.Max(1, powers) * LargestRate(hessian) / (DormandPrince.Stability * Math.Abs(SlowRate(hessian, velocity)));
        _held = reach >= Near && !(needed <= budget) ? _held + 1 : 0;
    }

    /// <summary>The rate at which the gradient decays: Rayleigh's quotient of the second derivatives with the velocity; 0 at rest.</summary>
    public static double SlowRate(double[,] hessian, double[] velocity)
    {
        double squares = 0, along = 0;
        var norm = LayerProducts.Norm(velocity);
        if (norm == 0) return 0;
        for (var i = 0; i < velocity.Length; i++)
        {
            double sum = 0;
            for (var j = 0; j < velocity.Length; j++) sum += hessian[i, j] * (velocity[j] / norm);
            along += sum * (velocity[i] / norm);
            squares += velocity[i] / norm * (velocity[i] / norm);
        }

        return along / squares;
    }

    /// <summary>An upper bound on the absolute values of the eigenvalues of a symmetric matrix, at most n^(1/8) times too large: their power sum of order 8.</summary>
    public static double LargestRate(double[,] matrix)
    {
        var size = Frobenius(matrix);
        if (size == 0 || !double.IsFinite(size)) return size;
        var count = matrix.GetLength(0);
        var unit = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) unit[i, j] = matrix[i, j] / size;
        }

        return size * Math.Pow(Frobenius(Square(Square(unit))), 0.25);
    }

    /// <summary>The Frobenius norm.</summary>
    public static double Frobenius(double[,] matrix)
    {
        double sum = 0;
        foreach (var entry in matrix) sum += entry * entry;
        return Math.Sqrt(sum);
    }

    private static double[,] Square(double[,] matrix)
    {
        var count = matrix.GetLength(0);
        var square = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double sum = 0;
                for (var k = 0; k < count; k++) sum += matrix[i, k] * matrix[j, k];
                (square[i, j], square[j, i]) = (sum, sum);
            }
        }

        return square;
    }
}

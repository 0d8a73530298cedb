namespace LcnGeometry;

/// <summary>Notices that stability, not accuracy, holds explicit steps short, and that the budget would not do.</summary>
/// <remarks>
/// The test of Hairer and Wanner is that the step times the largest rate is near the boundary of the domain of stability for fifteen steps in a
/// row; here the rate comes from the exact second derivatives instead of two stages. Every run passes that test near its limit, so it does not
/// decide alone. The way that these fifteen steps went tells how many steps the run would need to move a filter by its own size, and the curvature
/// along it how many of the longest stable steps an exponential decay or growth would need; a run is stiff when both are more than the budget.
/// A run that moves by rounding errors alone needs more than any budget.
/// </remarks>
internal sealed class StiffnessWatch(LayerProducts layers)
{
    private const int Row = 15;

    /// <summary>A step times the largest rate from here on: what is fast has died out, or stands still within a step.</summary>
    private const double Near = 1;

    /// <summary>A change smaller than this part of a filter is rounding.</summary>
    private const double Rounding = 1e-14;

    private double[]? _anchor;
    private int _unit;
    private int _held;

    /// <summary>Whether the run is stiff.</summary>
    public bool IsStiff { get; private set; }

    /// <summary>Takes note of an accepted step.</summary>
    /// <param name="reach">Its length times the largest rate.</param>
    /// <param name="point">Its end.</param>
    /// <param name="unit">The unit of its weights.</param>
    /// <param name="hessian">The second derivatives at its end.</param>
    /// <param name="powers">By how many powers of e the gradient must still fall.</param>
    /// <param name="budget">The steps that are left.</param>
    public void Note(double reach, double[] point, int unit, double[,] hessian, double powers, int budget)
    {
        if (reach < Near || _anchor is null || unit != _unit)
        {
            (_anchor, _unit, _held) = ((double[])point.Clone(), unit, 0);
            return;
        }

        if (++_held < Row) return;
        var move = Move(_anchor, point);
        var decay = Math.Max(1, powers) * LargestRate(hessian) / (DormandPrince.Stability * Math.Abs(RateAlong(move, hessian)));
        IsStiff = !(decay <= budget) && !(Row <= budget * RelativeSize(move, point));
        (_anchor, _held) = ((double[])point.Clone(), 0);
    }

    /// <summary>The rate of decay of a move: Rayleigh's quotient; 0 for none.</summary>
    public static double RateAlong(double[] move, double[,] hessian)
    {
        var norm = LayerProducts.Norm(move);
        if (norm == 0) return 0;
        double rate = 0;
        for (var i = 0; i < move.Length; i++)
        {
            for (var j = 0; j < move.Length; j++) rate += move[i] / norm * hessian[i, j] * (move[j] / norm);
        }

        return rate;
    }

    /// <summary>The largest size of a part of a move, relative to its filter.</summary>
    private double RelativeSize(double[] move, double[] point)
    {
        double largest = 0;
        for (var layer = 0; layer < layers.Depth; layer++)
        {
            var size = layers.Norm(move, layer);
            if (size > 0) largest = Math.Max(largest, size / layers.Norm(point, layer));
        }

        return largest;
    }

    /// <summary>The difference of two points, without what is rounding in the size of its filter.</summary>
    private double[] Move(double[] from, double[] to)
    {
        var move = new double[to.Length];
        for (var layer = 0; layer < layers.Depth; layer++)
        {
            var noise = Rounding * layers.Norm(to, layer);
            for (var i = layers.Offset(layer); i < layers.Offset(layer + 1); i++) move[i] = Math.Abs(to[i] - from[i]) > noise ? to[i] - from[i] : 0;
        }

        return move;
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

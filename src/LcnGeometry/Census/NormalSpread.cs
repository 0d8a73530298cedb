using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Turns independent normal numbers into ones whose covariance is the inverse of a metric.</summary>
internal static class NormalSpread
{
    /// <summary>The lower triangular L with L L^T the metric.</summary>
    /// <exception cref="ArgumentException">Random targets would lie beyond the range of doubles.</exception>
    public static double[,] Of(Matrix<Rational> metric)
    {
        // Rounding happens once, after an exact elimination, so that no metric is too ill-conditioned to be factored.
        var size = metric.Rows;
        var rest = new Rational[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) rest[i, j] = metric[i, j];
        }

        var lower = new double[size, size];
        for (var k = 0; k < size; k++)
        {
            var root = Math.Sqrt(rest[k, k].ToDouble());
            lower[k, k] = root;
            for (var i = k + 1; i < size; i++)
            {
                var ratio = rest[i, k] / rest[k, k];
                lower[i, k] = ratio.ToDouble() * root;
                for (var j = k + 1; j < size; j++) rest[i, j] -= ratio * rest[k, j];
            }
        }

        for (var k = 0; k < size; k++)
        {
            var isInRange = lower[k, k] > 0;
            for (var i = k; i < size; i++) isInRange &= double.IsFinite(lower[i, k]);
            if (!isInRange) throw new ArgumentException("The entries of this metric lie beyond the range of doubles: no random targets can be drawn for it.", nameof(metric));
        }

        return lower;
    }

    /// <summary>Solves <c>L^T x = normal</c>.</summary>
    public static double[] Apply(double[,] lower, double[] normal)
    {
        var result = (double[])normal.Clone();
        for (var i = result.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < result.Length; k++) result[i] -= lower[k, i] * result[k];
            result[i] /= lower[i, i];
        }

        return result;
    }
}

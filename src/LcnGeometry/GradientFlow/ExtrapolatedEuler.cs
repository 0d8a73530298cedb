namespace LcnGeometry;

/// <summary>One step of gradient flow by extrapolation of the linearly implicit Euler method.</summary>
/// <remarks>
/// The step is done with 1, 2, ..., 7 substeps of <c>(1 + h H) d = h v</c>, where v is the velocity and H the exact matrix of second
/// derivatives at the start of the step, and the results are extrapolated to substep zero: order 7, with the order 6 result
/// beside it as an error estimate. Stiff directions are damped whatever the step. The matrix must be positive definite: a step may
/// not jump over the growth of an unstable direction, so saddles repel the approximation as they repel the flow.
/// Source: Deuflhard, "Recent progress in extrapolation methods for ordinary differential equations"; Hairer, Wanner, "Solving
/// ordinary differential equations II".
/// </remarks>
internal static class ExtrapolatedEuler
{
    /// <summary>The order, and the number of substep sequences.</summary>
    public const int Order = 7;

    /// <summary>The change over one step and the estimated error of each entry; null when the step is too long for an unstable direction or leaves the range of doubles.</summary>
    public static (double[] Change, double[] Error)? Step(FlowField field, ReadOnlySpan<double> start, double[] velocity, double[,] hessian, double step)
    {
        // Aitken and Neville's scheme: entry k of a row has order k + 1.
        double[][] previous = [];
        for (var row = 1; row <= Order; row++)
        {
            if (Substeps(field, start, velocity, hessian, step, row) is not { } change) return null;
            var current = new double[row][];
            current[0] = change;
            for (var k = 1; k < row; k++) current[k] = Extrapolate(current[k - 1], previous[k - 1], (double)row / (row - k));
            previous = current;
        }

        var error = (double[])previous[Order - 1].Clone();
        for (var i = 0; i < error.Length; i++) error[i] -= previous[Order - 2][i];
        return (previous[Order - 1], error);
    }

    private static double[] Extrapolate(double[] fine, double[] coarse, double ratio)
    {
        var result = new double[fine.Length];
        for (var i = 0; i < result.Length; i++) result[i] = fine[i] + ((fine[i] - coarse[i]) / (ratio - 1));
        return result;
    }

    private static double[]? Substeps(FlowField field, ReadOnlySpan<double> start, double[] velocity, double[,] hessian, double step, int count)
    {
        var length = step / count;
        if (CholeskyFactor.OfShifted(hessian, length) is not { } factor) return null;
        var change = new double[start.Length];
        var point = start.ToArray();
        for (var k = 0; k < count; k++)
        {
            var slope = factor.Solve(k == 0 ? velocity : field.Velocity(point));
            for (var i = 0; i < change.Length; i++)
            {
                change[i] += length * slope[i];
                point[i] = start[i] + change[i];
                if (!double.IsFinite(point[i])) return null;
            }
        }

        return change;
    }
}

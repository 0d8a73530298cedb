using MathNet.Numerics.LinearAlgebra;

namespace LcnGeometry;

/// <summary>How near a point of the flow is to its limit, in units that suit each layer.</summary>
/// <remarks>
/// A change of layer l by <c>D_l = F / |P_l|</c> changes the end-to-end filter by its own size F, where P_l is the product of the other
/// layers. In these units neither unbalanced layers nor the scale of the data matter.
/// </remarks>
internal sealed class FlowStanding
{
    /// <summary>Weights this much smaller than those of the start, whose function is as small beside the target, are zero.</summary>
    private const double Vanishing = 1e-12;

    private readonly FlowField _field;
    private readonly double[] _point;
    private readonly double[] _others;
    private readonly double _function;

    /// <param name="field">The field, in the units of the point.</param>
    /// <param name="point">The weights.</param>
    /// <param name="startNorm">The largest norm of a filter at the start, in units of the point.</param>
    /// <param name="startFunction">The norm of the end-to-end filter at the start, in units of the residual; 0 if there is a target.</param>
    public FlowStanding(FlowField field, double[] point, double startNorm, double startFunction)
    {
        _field = field;
        _point = point;
        var layers = _field.Layers;
        _others = new double[layers.Depth];
        Array.Fill(_others, 1);
        double largest = 0;
        for (var layer = 0; layer < _others.Length; layer++)
        {
            var norm = layers.Norm(point, layer);
            largest = Math.Max(largest, norm);
            for (var other = 0; other < _others.Length; other++)
            {
                if (other != layer) _others[other] *= norm;
            }
        }

        var (own, target) = (_field.Alpha * LayerProducts.Norm(layers.EndToEnd(point)), _field.Beta * _field.TargetNorm);
        _function = Math.Max(own, startFunction) + target;
        IsVanishing = largest <= Vanishing * startNorm && own <= Vanishing * target;
    }

    /// <summary>Whether all filters are on their way to zero although the target is not.</summary>
    public bool IsVanishing { get; }

    /// <summary>The natural size of a change of one layer.</summary>
    public double Unit(int layer) => _function / (_field.Alpha * _others[layer]);

    /// <summary>The largest gradient of a layer, relative to what it would be if none of its terms cancelled.</summary>
    public double RelativeGradient(double[] velocity)
    {
        double worst = 0;
        for (var layer = 0; layer < _others.Length; layer++)
        {
            var speed = _field.Layers.Norm(velocity, layer);
            if (speed > 0) worst = Math.Max(worst, speed / (2 * _field.FormNorm * _function * _others[layer]));
        }

        return worst;
    }

    /// <summary>The length of Newton's step in natural units, and whether the second derivatives have a negative direction.</summary>
    public (double Distance, bool IsSaddle) Newton(double[] velocity, double[,] hessian)
    {
        if (Scaled(velocity, hessian) is not var (matrix, slope)) return (double.PositiveInfinity, false);
        KeepSquaresInRange(matrix, slope);
        var eigen = Matrix<double>.Build.DenseOfArray(matrix).Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Map(value => value.Real);
        var largest = values.AbsoluteMaximum();
        var along = eigen.EigenVectors.TransposeThisAndMultiply(Vector<double>.Build.Dense(slope));
        for (var i = 0; i < slope.Length; i++) along[i] /= Math.Max(Math.Abs(values[i]), Math.Max(1e-15 * largest, double.Epsilon));
        return (along.L2Norm(), values.Minimum() < -1e-11 * largest);
    }

    /// <summary>The length of Newton's step in natural units, quickly where the second derivatives are positive definite.</summary>
    public double Distance(double[] velocity, double[,] hessian)
    {
        if (Scaled(velocity, hessian) is not var (matrix, slope)) return double.PositiveInfinity;
        return CholeskyFactor.Of(matrix) is { } factor ? LayerProducts.Norm(factor.Solve(slope)) : Newton(velocity, hessian).Distance;
    }

    /// <summary>Multiplies both by one power of two when the squares of the largest entries leave the range of doubles, which the eigenvalue solver does not expect.</summary>
    private static void KeepSquaresInRange(double[,] matrix, double[] slope)
    {
        const int Far = 400;
        double largest = 0;
        foreach (var entry in matrix) largest = Math.Max(largest, Math.Abs(entry));
        var exponent = FlowUnits.ExponentOf(largest);
        if (Math.Abs(exponent) < Far) return;
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = Math.ScaleB(slope[i], -exponent);
            for (var j = 0; j < slope.Length; j++) matrix[i, j] = Math.ScaleB(matrix[i, j], -exponent);
        }
    }

    /// <summary>The second derivatives, stiff along scalings, and the slope, both in natural units; null if they are not finite.</summary>
    private (double[,] Matrix, double[] Slope)? Scaled(double[] velocity, double[,] hessian)
    {
        var count = _point.Length;
        var unit = new double[count];
        for (var layer = 0; layer < _others.Length; layer++)
        {
            for (var i = 0; i < _field.Layers.Sizes[layer]; i++) unit[_field.Layers.Offset(layer) + i] = Unit(layer);
        }

        var size = 2 * _field.FormNorm * _function * _function / _field.Alpha;
        var (scaled, slope) = (new double[count, count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            slope[i] = velocity[i] * unit[i] / size;
            if (!double.IsFinite(slope[i])) return null;
            for (var j = 0; j < count; j++)
            {
                scaled[i, j] = hessian[i, j] * unit[i] * unit[j] / size;
                if (!double.IsFinite(scaled[i, j])) return null;
            }
        }

        StiffenScalings(scaled, unit);
        return (scaled, slope);
    }

    /// <summary>Adds curvature in the directions in which layers are scaled against each other: the loss is constant along them, and the flow never takes them.</summary>
    private void StiffenScalings(double[,] scaled, double[] unit)
    {
        var layers = _field.Layers;
        var x = new double[_point.Length];
        for (var i = 0; i < x.Length; i++) x[i] = _point[i] / unit[i];
        for (var layer = 0; layer + 1 < layers.Depth; layer++)
        {
            int from = layers.Offset(layer), middle = layers.Offset(layer + 1), to = layers.Offset(layer + 2);
            double squares = 0;
            for (var i = from; i < to; i++) squares += x[i] * x[i];
            if (squares == 0) continue;
            for (var i = from; i < to; i++)
            {
                for (var j = from; j < to; j++) scaled[i, j] += ((i < middle) == (j < middle) ? 1 : -1) * x[i] * x[j] / squares;
            }
        }
    }
}

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
        var norms = Enumerable.Range(0, layers.Depth).Select(layer => layers.Norm(point, layer)).ToArray();
        _others = [.. norms.Select((_, layer) => norms.Where((_, other) => other != layer).Aggregate(1.0, (product, norm) => product * norm))];
        var (own, target) = (_field.Alpha * LayerProducts.Norm(layers.EndToEnd(point)), _field.Beta * _field.TargetNorm);
        _function = Math.Max(own, startFunction) + target;
        IsVanishing = norms.Max() <= Vanishing * startNorm && own <= Vanishing * target;
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
        var count = _point.Length;
        var unit = new double[count];
        for (var layer = 0; layer < _others.Length; layer++)
        {
            for (var i = 0; i < _field.Layers.Sizes[layer]; i++) unit[_field.Layers.Offset(layer) + i] = Unit(layer);
        }

        var size = 2 * _field.FormNorm * _function * _function / _field.Alpha;
        var scaled = Matrix<double>.Build.Dense(count, count, (i, j) => hessian[i, j] * unit[i] * unit[j] / size);
        var gradient = Vector<double>.Build.Dense(count, i => velocity[i] * unit[i] / size);
        if (scaled.Exists(entry => !double.IsFinite(entry)) || gradient.Exists(entry => !double.IsFinite(entry))) return (double.PositiveInfinity, false);

        StiffenScalings(scaled, unit);
        var eigen = scaled.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Map(value => value.Real);
        var largest = values.AbsoluteMaximum();
        var along = eigen.EigenVectors.TransposeThisAndMultiply(gradient);
        for (var i = 0; i < count; i++) along[i] /= Math.Max(Math.Abs(values[i]), Math.Max(1e-15 * largest, double.Epsilon));
        return (along.L2Norm(), values.Minimum() < -1e-11 * largest);
    }

    /// <summary>Adds curvature in the directions in which layers are scaled against each other: the loss is constant along them, and the flow never takes them.</summary>
    private void StiffenScalings(Matrix<double> scaled, double[] unit)
    {
        var layers = _field.Layers;
        var x = Enumerable.Range(0, _point.Length).Select(i => _point[i] / unit[i]).ToArray();
        for (var layer = 0; layer + 1 < layers.Depth; layer++)
        {
            int from = layers.Offset(layer), middle = layers.Offset(layer + 1), to = layers.Offset(layer + 2);
            var squares = x[from..to].Sum(entry => entry * entry);
            if (squares == 0) continue;
            for (var i = from; i < to; i++)
            {
                for (var j = from; j < to; j++) scaled[i, j] += ((i < middle) == (j < middle) ? 1 : -1) * x[i] * x[j] / squares;
            }
        }
    }
}

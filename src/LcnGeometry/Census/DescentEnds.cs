namespace LcnGeometry;

/// <summary>Says what the ends of gradient descent on one data set are.</summary>
/// <param name="plan">The census.</param>
/// <param name="dataset">The number of the data set.</param>
/// <param name="field">The loss without its constant, in units of <c>2^unit</c>.</param>
/// <param name="unit">The binary exponent of the unit of losses.</param>
/// <param name="constant">The constant of the loss.</param>
internal sealed class DescentEnds(CensusPlan plan, int dataset, FlowField field, int unit, double constant)
{
    /// <summary>What the end of one run is.</summary>
    public TrainingEnd Of(int init, FlowStatus status, int steps, double[] point)
    {
        var layers = field.Layers;
        var function = layers.EndToEnd(point);
        var end = new TrainingEnd
        {
            Status = status,
            Steps = steps,
            Weights = point,
            Function = function,
            Loss = FlowUnits.Scale(field.Loss(function), unit) + constant,
            Distance = double.PositiveInfinity,
            IsZero = false,
            Pattern = null,
            Repeated = ProportionalLayers.Of(layers, point, ProportionalLayers.AngleTolerance),
        };
        if (status != FlowStatus.Converged) return end;

        var startFunction = field.TargetNorm > 0 ? 0 : StartFunction(init);
        var distance = new FlowStanding(field, point, 0, startFunction).Distance(field.Velocity(point), field.Hessian(point));
        var isZero = LayerProducts.Norm(function) <= FlowLimit.ZeroTolerance * Math.Max(field.TargetNorm, startFunction);
        return end with
        {
            Distance = distance,
            IsZero = isZero,
            Pattern = isZero ? null : new LimitRoots(layers, point).Clusters(distance).Pattern,
            Repeated = ProportionalLayers.Of(layers, point, CriticalMatch.Reach(distance)),
        };
    }

    private double StartFunction(int init)
    {
        var start = new double[field.Layers.ParameterCount];
        plan.Start(dataset, init, start);
        return LayerProducts.Norm(field.Layers.EndToEnd(start));
    }
}

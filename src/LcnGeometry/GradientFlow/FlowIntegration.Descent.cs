namespace LcnGeometry;

/// <summary>Gradient descent with a fixed step from the same start, judged by the same tests.</summary>
internal sealed partial class FlowIntegration
{
    /// <summary>Steps of a descent between two points of its trace.</summary>
    private const int TraceEvery = 64;

    /// <summary>How far the gradient must fall before Newton's method is asked again.</summary>
    private const double WorthAsking = 0.9;

    /// <summary>Weights beyond 2 to this are about to leave the range of doubles.</summary>
    private const int LargestUnit = 1000;

    /// <summary>Descends to the end.</summary>
    public FixedStepRun Descend(double step, CancellationToken token)
    {
        FlowStatus? status = null;
        var asked = double.PositiveInfinity;
        for (var idle = 0; status is null;)
        {
            token.ThrowIfCancellationRequested();
            var standing = Standing;
            var gradient = standing.RelativeGradient(_velocity);
            if (gradient <= RoundingTolerance) idle++;
            if (standing.IsVanishing) status = FlowStatus.Converged;
            else if (gradient <= WorthAsking * asked && HasConverged(standing, gradient, _velocity, () => Field.Hessian(_point))) status = FlowStatus.Converged;
            else if (_accepted == _options.MaxSteps || idle > Patience) status = FlowStatus.Budget;
            else if (!StepDown(step)) status = FlowStatus.Diverging;
            if (gradient <= _options.GradientTolerance) asked = Math.Min(asked, gradient);
        }

        _hessian = Field.Hessian(_point);
        _tracer.Record(_units, _point, _time, _loss.Constant.ToDouble());
        return new FixedStepRun { Step = step, Run = Finish(status.Value) };
    }

    /// <summary>One step; false, and nothing done, when it leaves the range of doubles.</summary>
    private bool StepDown(double step)
    {
        var length = FlowUnits.Scale(step, -_units.Time);
        var next = new double[_point.Length];
        for (var i = 0; i < next.Length; i++) next[i] = _point[i] + (length * _velocity[i]);
        if (!double.IsFinite(Field.Layers.LargestNorm(next) + LayerProducts.Norm(Field.Layers.EndToEnd(next))) || _units.Weights > LargestUnit) return false;
        _ties.Restore(next);
        next.CopyTo(_point, 0);
        _accepted++;
        _time = _accepted * step;
        _units.Follow(_point);
        _velocity = Field.Velocity(_point);
        if (_accepted % TraceEvery == 0) _tracer.Record(_units, _point, _time, _loss.Constant.ToDouble());
        else _tracer.Watch(_units, _point);
        return true;
    }
}

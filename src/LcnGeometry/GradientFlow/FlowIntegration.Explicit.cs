namespace LcnGeometry;

/// <summary>The explicit method: steps, their control, and the location of the end on the dense output.</summary>
internal sealed partial class FlowIntegration
{
    /// <summary>The smallest error that is told from rounding, relative to the weights.</summary>
    private const double Rounding = 1e-14;

    private readonly StiffnessWatch _stiffness;
    private double _previousError = 1;
    private bool _isRefused;

    /// <summary>The steps taken, where someone wants them.</summary>
    public List<FlowSegment>? Segments { get; init; }

    private bool AdvanceExplicitly(int budget)
    {
        var rate = StiffnessWatch.LargestRate(_hessian);
        var length = Math.Min(_step, DormandPrince.Stability / rate);
        if (DormandPrince.Step(Field, _point, _velocity, length) is not { } step)
        {
            (_step, _isRefused) = (length / 4, true);
            return false;
        }

        var error = RelativeError(step, rate);
        if (!(error <= 1))
        {
            (_step, _isRefused) = (length * Math.Clamp(0.9 * Math.Pow(error, -1.0 / DormandPrince.Order), 0.1, 0.9), true);
            return false;
        }

        // Proportional and integral control; what was refused does not grow at once.
        var growth = 0.9 * Math.Pow(error, -0.7 / DormandPrince.Order) * Math.Pow(_previousError, 0.4 / DormandPrince.Order);
        var next = length * Math.Clamp(growth, 0.2, _isRefused ? 1 : 6);
        (_previousError, _isRefused) = (Math.Max(error, 1e-4), false);
        var end = Reached(step, 1);
        var velocity = end.AsSpan().SequenceEqual(step.End) ? step.EndVelocity : Field.Velocity(end);
        var last = HasEnded(end, velocity) ? FirstEnd(step) : (double?)null;
        var part = last ?? 1;
        Segments?.Add(new FlowSegment(_time, step, part, _units));
        if (part < 1) (end, velocity) = (Reached(step, part), null);
        end.CopyTo(_point, 0);
        _step = next;
        Accept(part * length, velocity);
        if (last is null) _stiffness.Note(length * rate, _point, _units.Weights, _hessian, Math.Log(Standing.RelativeGradient(_velocity) / _options.GradientTolerance), budget);
        return true;
    }

    /// <summary>The part of a step after which the run has ended, by bisection, when it has at the end of the step.</summary>
    private double FirstEnd(ExplicitStep step)
    {
        double before = 0, after = 1;
        while (after - before > 1e-15)
        {
            var middle = (before + after) / 2;
            var point = Reached(step, middle);
            if (HasEnded(point, Field.Velocity(point))) after = middle;
            else before = middle;
        }

        return after;
    }

    private double[] Reached(ExplicitStep step, double part)
    {
        var point = part == 1 ? (double[])step.End.Clone() : step.At(part);
        Settle(point);
        return point;
    }

    private bool HasEnded(double[] point, double[] velocity)
    {
        var standing = StandingOf(point);
        return standing.IsVanishing || HasConverged(standing, standing.RelativeGradient(velocity), velocity, () => Field.Hessian(point));
    }

    /// <summary>Hairer's error estimate in units of the tolerance; near the limit also relative to the way that is left, so that the end is reached at the right time.</summary>
    private double RelativeError(ExplicitStep step, double rate)
    {
        double fifth = RelativeError(step.FifthOrderError()), third = RelativeError(step.ThirdOrderError());
        var error = fifth * (fifth / Math.Sqrt((fifth * fifth) + (0.01 * third * third)));
        var left = LayerProducts.Norm(step.EndVelocity) / (rate * LayerProducts.Norm(step.End));
        var share = 1e4 * left < 1 ? Math.Max(1e4 * left, Rounding / _options.Tolerance) : 1;
        return error / Math.Min(1, share);
    }
}

using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Drives the integrator from a start to the end of a run.</summary>
internal sealed partial class FlowIntegration
{
    /// <summary>A minimum is reached when Newton's method would move each layer by less than this part of its natural size.</summary>
    private const double DistanceTolerance = 1e-8;

    /// <summary>At a saddle, and for a run that moves no more, the gradient must be rounding error.</summary>
    private const double RoundingTolerance = 1e-14;

    /// <summary>Steps that a run may take with a gradient of rounding size before it is given up.</summary>
    private const int Patience = 300;

    private readonly FlowOptions _options;
    private readonly ImmutableArray<ImmutableArray<double>> _start;
    private readonly QuadraticLoss _loss;
    private readonly FlowUnits _units;
    private readonly FlowTracer _tracer;
    private readonly TiedLayers _ties;
    private readonly BalanceProjection? _projection;
    private readonly double _startNorm;
    private readonly double _startFunction;
    private readonly int _startUnit;
    private readonly double[] _point;

    private double[] _velocity;
    private double[,] _hessian;
    private double _step;
    private double _time;
    private int _accepted;

    public FlowIntegration(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowOptions options)
    {
        (_start, _loss, _options) = (start, loss, options);
        _startUnit = FlowUnits.ExponentOf(start.Max(filter => filter.Max(Math.Abs)));
        _units = new FlowUnits(net, loss, _startUnit);
        if (_units.FunctionOverTarget > 600)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"The start is too large for this target: its end-to-end filter may be 2^{_units.FunctionOverTarget} times larger, and doubles cannot follow it down.");
        }

        _point = [.. start.SelectMany(filter => filter).Select(entry => FlowUnits.Scale(entry, -_startUnit))];
        _startNorm = Field.Layers.LargestNorm(_point);
        _startFunction = _units.HasTarget ? 0 : LayerProducts.Norm(Field.Layers.EndToEnd(_point));
        _ties = new TiedLayers(Field.Layers, _point);
        _projection = options.Project ? new BalanceProjection(Field.Layers, _point) : null;
        _tracer = new FlowTracer(_units, _point, loss.Constant.ToDouble());
        _stiffness = new StiffnessWatch(Field.Layers);
        _velocity = Field.Velocity(_point);
        _hessian = Field.Hessian(_point);
        _step = FirstStep();
    }

    private FlowField Field => _units.Field;

    private FlowStanding Standing => StandingOf(_point);

    private FlowStanding StandingOf(double[] point) => new(Field, point,
        FlowUnits.Scale(_startNorm, _startUnit - _units.Weights),
        FlowUnits.Scale(_startFunction, ((long)_startUnit * Field.Layers.Depth) - _units.Residual));

    public FlowRun Run(CancellationToken token)
    {
        FlowStatus? status = null;
        for (int attempt = 0, idle = 0; status is null; attempt++)
        {
            token.ThrowIfCancellationRequested();
            var standing = Standing;
            var gradient = standing.RelativeGradient(_velocity);
            if (gradient <= RoundingTolerance) idle++;
            if (standing.IsVanishing || HasConverged(standing, gradient)) status = FlowStatus.Converged;
            else if (attempt == _options.MaxSteps || idle > Patience) status = FlowStatus.Budget;
            else if (!double.IsFinite(LayerProducts.Norm(_velocity))) status = FlowStatus.Diverging;
            else if (!Advance(_options.MaxSteps - attempt) && _step * StiffnessWatch.Frobenius(_hessian) < 1e-13) status = FlowStatus.Stiff;
            else if (_stiffness.IsStiff) status = FlowStatus.Stiff;
        }

        return Finish(status.Value);
    }

    /// <summary>Tries one step and chooses the length of the next; false when the step is refused.</summary>
    private bool Advance(int budget) => _options.Method == FlowMethod.Explicit ? AdvanceExplicitly(budget) : AdvanceImplicitly();

    private bool AdvanceImplicitly()
    {
        var length = _step;
        if (ExtrapolatedEuler.Step(Field, _point, _velocity, _hessian, length) is not { } result)
        {
            _step = length / 4;
            return false;
        }

        var error = RelativeError(result.Error);
        _step = length * Math.Clamp(0.8 * Math.Pow(error, -1.0 / ExtrapolatedEuler.Order), 0.1, 4);
        if (!(error <= 1)) return false;
        for (var i = 0; i < _point.Length; i++) _point[i] += result.Change[i];
        Settle(_point);
        Accept(length);
        return true;
    }

    /// <summary>Restores what the flow keeps exactly.</summary>
    private void Settle(double[] point)
    {
        _ties.Restore(point);
        _projection?.Apply(point, _units.Weights - _startUnit);
    }

    /// <summary>Goes on from the present point, which a step of this length has reached.</summary>
    /// <param name="length">The length of the step.</param>
    /// <param name="velocity">The velocity there in the units of the step, if it is known.</param>
    private void Accept(double length, double[]? velocity = null)
    {
        _time += FlowUnits.Scale(length, _units.Time);
        _accepted++;

        var before = _units.Time;
        var unit = (_units.Weights, _units.Residual);
        _units.Follow(_point);
        _step = FlowUnits.Scale(_step, before - _units.Time);
        _tracer.Record(_units, _point, _time, _loss.Constant.ToDouble());
        _velocity = velocity is not null && unit == (_units.Weights, _units.Residual) ? velocity : Field.Velocity(_point);
        _hessian = Field.Hessian(_point);
    }

    /// <summary>The estimated error in units of the tolerance, relative to each filter; one far below its natural size is held to a part of that.</summary>
    private double RelativeError(double[] error)
    {
        var layers = Field.Layers;
        var standing = Standing;
        var largest = layers.LargestNorm(_point);
        double worst = 1e-30;
        for (var layer = 0; layer < layers.Depth; layer++)
        {
            var size = Math.Max(layers.Norm(_point, layer), Math.Min(standing.Unit(layer), 1e-6 * largest));
            worst = Math.Max(worst, layers.Norm(error, layer) / (_options.Tolerance * size));
        }

        return worst;
    }

    private double FirstStep()
    {
        double speed = LayerProducts.Norm(_velocity), curvature = StiffnessWatch.Frobenius(_hessian);
        var byLength = speed > 0 ? LayerProducts.Norm(_point) / speed : double.PositiveInfinity;
        return 0.01 * Math.Min(byLength, curvature > 0 ? 1 / curvature : 1);
    }

    private bool HasConverged(FlowStanding standing, double gradient) => HasConverged(standing, gradient, _velocity, () => _hessian);

    private bool HasConverged(FlowStanding standing, double gradient, double[] velocity, Func<double[,]> hessian)
    {
        if (gradient > _options.GradientTolerance) return false;
        if (gradient == 0) return true;
        var (distance, isSaddle) = standing.Newton(velocity, hessian());
        return distance <= DistanceTolerance && (!isSaddle || gradient <= RoundingTolerance);
    }

    private FlowRun Finish(FlowStatus status)
    {
        var gradient = Standing.RelativeGradient(_velocity);
        var (distance, isSaddle) = gradient == 0 ? (0, false) : Standing.Newton(_velocity, _hessian);
        var limit = new FlowLimit(_units, _loss, _point, FlowUnits.Scale(_startFunction, ((long)_startUnit * Field.Layers.Depth) - _units.Residual), distance);
        return new FlowRun
        {
            Start = _start,
            Status = status,
            Steps = _accepted,
            Time = _time,
            RelativeGradient = gradient,
            RelativeDistance = distance,
            EndsAtSaddle = isSaddle && distance <= DistanceTolerance,
            Limit = limit.Row,
            Pattern = limit.Pattern,
            NoPatternReason = limit.NoPatternReason,
            Invariants = _tracer.Rows(),
            Trace = _tracer.Trace(_options.TraceSamples),
        };
    }
}

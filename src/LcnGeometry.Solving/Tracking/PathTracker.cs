using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Follows solutions of the critical equations while the data move along a segment, several paths at once.</summary>
/// <typeparam name="T">The arithmetic, with one path in each lane.</typeparam>
/// <remarks>
/// The predictor is the cubic through the last two points and their tangents; the corrector is Newton's method in the charts of
/// <see cref="LocalCharts{T}"/>. The step length keeps the contraction of Newton's method near a set value, so that it shrinks where
/// paths come close to each other. Time is counted down to zero, so that it can be resolved near the end. One instance serves one thread; it allocates when it is made, and for the ends it returns.
/// </remarks>
internal sealed class PathTracker<T>
    where T : struct, ILanes<T>
{
    private readonly ProductMap _map;
    private readonly ProductEvaluation<T> _evaluation;
    private readonly LocalCharts<T> _charts;
    private readonly ComplexNumber<T>[] _matrix;
    private readonly ComplexNumber<T>[] _form;
    private readonly ComplexNumber<T>[] _linear;
    private readonly ComplexNumber<T>[] _endForm;
    private readonly ComplexNumber<T>[] _endLinear;
    private readonly ComplexNumber<T>[] _formRate;
    private readonly ComplexNumber<T>[] _linearRate;
    private readonly ComplexNumber<T>[] _point;
    private readonly ComplexNumber<T>[] _step;
    private readonly ComplexNumber<T>[] _tangent;
    private readonly ComplexNumber<T>[] _centers;
    private readonly PathHistory<T> _history;
    private readonly PathLane[] _lanes = new PathLane[Lanes.Count];
    private readonly int _width;

    /// <summary>A tracker for one map.</summary>
    public PathTracker(ProductMap map)
    {
        _map = map;
        _evaluation = new ProductEvaluation<T>(map);
        _charts = new LocalCharts<T>(map);
        _width = map.Unknowns + 2;
        _matrix = new ComplexNumber<T>[map.Unknowns * _width];
        _form = new ComplexNumber<T>[map.Size * map.Size];
        _linear = new ComplexNumber<T>[map.Size];
        _endForm = new ComplexNumber<T>[_form.Length];
        _endLinear = new ComplexNumber<T>[_linear.Length];
        _formRate = new ComplexNumber<T>[_form.Length];
        _linearRate = new ComplexNumber<T>[_linear.Length];
        var length = map.CoefficientCount + 2;
        _point = new ComplexNumber<T>[length];
        _step = new ComplexNumber<T>[length];
        _tangent = new ComplexNumber<T>[length];
        _centers = new ComplexNumber<T>[length];
        _history = new PathHistory<T>(length);
    }

    /// <summary>Follows paths from one data set to another.</summary>
    /// <param name="from">The data of the start points.</param>
    /// <param name="to">The data of the ends.</param>
    /// <param name="starts">Solutions for <paramref name="from"/>; not changed.</param>
    /// <param name="options">How carefully.</param>
    /// <param name="token">Stops between steps.</param>
    /// <returns>One end for each start, in their order.</returns>
    public PathEnd[] Track(LaneData<T> from, LaneData<T> to, IReadOnlyList<Complex[]> starts, TrackerOptions options, CancellationToken token)
    {
        Load(from, to);
        var ends = new PathEnd[starts.Count];
        var next = 0;
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            // Lanes without a path of their own repeat the first one.
            _lanes[lane] = PathLane.Begin(next < starts.Count ? next : -1);
            if (starts.Count > 0) Begin(lane, starts[Math.Min(next, starts.Count - 1)]);
            next++;
        }

        next = Math.Min(next, starts.Count);
        var open = starts.Count;
        while (open > 0)
        {
            token.ThrowIfCancellationRequested();
            Solve();
            Advance(options);
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                ref var state = ref _lanes[lane];
                if (state.Path < 0 || !state.IsDone) continue;
                var last = state.Status == PathStatus.Arrived ? _point : _history.Last;
                ends[state.Path] = new PathEnd(state.Status, LaneVectors.Get(last, lane), LaneVectors.GetLow(last, lane), state.LastTime, state.Steps, state.Evaluations);
                open--;
                _lanes[lane] = PathLane.Begin(next < starts.Count ? next : -1);
                if (next < starts.Count) Begin(lane, starts[next++]);
            }
        }

        return ends;
    }

    private void Load(LaneData<T> from, LaneData<T> to)
    {
        for (var i = 0; i < _form.Length; i++)
        {
            _endForm[i] = to.Form[i];
            _formRate[i] = from.Form[i] - to.Form[i];
        }

        for (var i = 0; i < _linear.Length; i++)
        {
            _endLinear[i] = to.Linear[i];
            _linearRate[i] = from.Linear[i] - to.Linear[i];
        }
    }

    /// <summary>Evaluates at the current points and times and solves for the Newton step and the tangent.</summary>
    private void Solve()
    {
        Span<double> times = stackalloc double[Lanes.Count];
        for (var lane = 0; lane < Lanes.Count; lane++) times[lane] = _lanes[lane].Time;
        var time = T.Of(times);
        for (var i = 0; i < _form.Length; i++) _form[i] = Move(_endForm[i], _formRate[i], time);
        for (var i = 0; i < _linear.Length; i++) _linear[i] = Move(_endLinear[i], _linearRate[i], time);

        var count = _map.CoefficientCount;
        _evaluation.Evaluate(_point.AsSpan(0, count), _point[count], _point[count + 1], _form, _linear);
        _evaluation.DifferentiateData(_point[count], _point[count + 1], _formRate, _linearRate);
        _charts.Reduce(_evaluation, _matrix, _width);
        _charts.Pick(_evaluation, _evaluation.Residual, _matrix.AsSpan(_map.Unknowns), _width);
        _charts.Pick(_evaluation, _evaluation.Drift, _matrix.AsSpan(_map.Unknowns + 1), _width);
        Elimination<T>.Solve(_matrix, _map.Unknowns, _width);
        _charts.Expand(_matrix.AsSpan(_map.Unknowns), _width, _step);
        _charts.Expand(_matrix.AsSpan(_map.Unknowns + 1), _width, _tangent);
    }

    /// <summary>Lets every lane decide and moves the points: by Newton's step, or back, or on to a prediction.</summary>
    private void Advance(TrackerOptions options)
    {
        var square = T.FromDouble(0);
        for (var i = 0; i < _map.Unknowns; i++) square += _matrix[(i * _width) + _map.Unknowns].SquaredModulus;
        Span<double> correct = stackalloc double[Lanes.Count];
        Span<double> accept = stackalloc double[Lanes.Count];
        var weights = new PredictionWeights(stackalloc double[4 * Lanes.Count]);
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            ref var state = ref _lanes[lane];
            var move = state.Decide(Math.Sqrt(square.High(lane)), T.Settled, options);
            correct[lane] = move is PathMove.Correct or PathMove.Accept or PathMove.Finish ? 1 : 0;
            accept[lane] = move is PathMove.Accept ? 1 : 0;
            if (move is PathMove.Accept or PathMove.Repeat) state.Predict(weights.Of(lane));
        }

        var corrected = T.Of(correct);
        for (var i = 0; i < _point.Length; i++)
        {
            _point[i] = new(T.MultiplyAdd(corrected, Clean(_step[i].Re, corrected), _point[i].Re), T.MultiplyAdd(corrected, Clean(_step[i].Im, corrected), _point[i].Im));
        }

        _history.Accept(T.Of(accept), _point, _tangent);
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            if (accept[lane] > 0 && ProjectivePoints.IsFarOut(_map, _point, lane)) MoveChart(lane);
        }

        _history.Predict(weights, _point);
        RestoreGauge();
    }

    /// <summary>The value where the mask is one; zero elsewhere, whatever the value.</summary>
    private static T Clean(T value, T mask) => T.WhereLess(T.FromDouble(0.5), mask, value, T.FromDouble(0));

    private static ComplexNumber<T> Move(ComplexNumber<T> end, ComplexNumber<T> rate, T time) =>
        new(T.MultiplyAdd(time, rate.Re, end.Re), T.MultiplyAdd(time, rate.Im, end.Im));

    /// <summary>Puts the points back into their charts: extrapolation multiplies rounding errors, and Newton's steps stay inside the charts.</summary>
    private void RestoreGauge()
    {
        var two = ComplexNumber<T>.FromDouble(2);
        var offset = 0;
        for (var i = 0; i <= _map.Factors.Length; i++)
        {
            var length = i < _map.Factors.Length ? _map.Factors[i].Degree + 1 : 2;
            var unit = ComplexNumber<T>.Zero;
            for (var k = offset; k < offset + length; k++) unit = ComplexNumber<T>.MultiplyAdd(_centers[k].Conjugate, _point[k], unit);

            // The number is one up to rounding, and its inverse is 2 - unit.
            unit = two - unit;
            for (var k = offset; k < offset + length; k++) _point[k] *= unit;
            offset += length;
        }
    }

    private void Begin(int lane, Complex[] start)
    {
        var point = (Complex[])start.Clone();
        ProjectivePoints.Normalize(_map, point);
        LaneVectors.Set(_point, lane, point);
        LaneVectors.Set(_centers, lane, point);
        _charts.MoveTo(_centers);
    }

    /// <summary>Centers the charts of a lane at its last point and carries its history over.</summary>
    private void MoveChart(int lane)
    {
        var centers = LaneVectors.Get(_point, lane);
        ProjectivePoints.Normalize(_map, centers);
        LaneVectors.Set(_centers, lane, centers);
        _charts.MoveTo(_centers);
        _history.ChangeChart(_map, centers, lane);
    }
}

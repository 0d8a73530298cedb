namespace LcnGeometry.Solving;

/// <summary>What a lane does after a Newton step has been computed.</summary>
internal enum PathMove
{
    /// <summary>Take the Newton step and compute another.</summary>
    Correct,

    /// <summary>Take the Newton step, keep the point and predict the next.</summary>
    Accept,

    /// <summary>Predict again from the last point kept, with a shorter step.</summary>
    Repeat,

    /// <summary>Take the Newton step; the path is done.</summary>
    Finish,

    /// <summary>Leave the point alone; the path is done.</summary>
    Stop,
}

/// <summary>The control of one path: times, step lengths and the sizes of Newton steps.</summary>
internal struct PathLane
{
    private const double LargestCorrection = 0.2;
    private const double Noise = 1e-9;

    // Ill-conditioned ends settle no better than at so many units of rounding error.
    private const double NearlySettled = 1e8;
    private const double LeastRelativeStep = 1e-13;

    private int _corrections;
    private double _previous;
    private double _first;
    private double _curvature;
    private double _kept;
    private double _keptBefore;
    private double _step;
    private bool _polishing;

    /// <summary>The index of the path; negative when the lane is idle.</summary>
    public int Path { get; private set; }

    /// <summary>The time left at the current point: one at the start of the path, zero at its end.</summary>
    public double Time { get; private set; }

    /// <summary>The time left at the last point kept.</summary>
    public readonly double LastTime => _kept;

    /// <summary>Whether the path has ended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>How it ended.</summary>
    public PathStatus Status { get; private set; }

    /// <summary>The points kept so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The evaluations so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>A lane at the start of a path.</summary>
    public static PathLane Begin(int path) => new() { Path = path, Time = 1, _step = 0.02, _curvature = 1, _kept = double.NaN, _keptBefore = double.NaN };

    /// <summary>Decides what to do with a Newton step of a given length.</summary>
    public PathMove Decide(double length, double settled, TrackerOptions options)
    {
        Evaluations++;
        if (Path < 0) return PathMove.Stop;
        if (_polishing) return Polish(length, settled, options);
        _corrections++;
        if (_corrections == 1)
        {
            _first = length;
            _previous = length;
            if (double.IsNaN(_kept)) return Keep(length, settled, options, 0);
            return length < LargestCorrection ? PathMove.Correct : Retreat(options);
        }

        // A short step may be rounding error for the most part and says nothing about the contraction: then the curvature seen last does.
        var contraction = length / _previous;
        if (length > Noise) _curvature = contraction / _previous;
        else contraction = Math.Min(contraction, _curvature * _previous);
        _previous = length;
        if (!(contraction < 0.25)) return Retreat(options);
        if (length > 1e-5) return _corrections < 4 ? PathMove.Correct : Retreat(options);
        return Keep(length, settled, options, _corrections == 2 ? contraction : _curvature * _first);
    }

    /// <summary>Fills in the weights of the last two points and tangents, for the next time.</summary>
    public void Predict(PredictionWeights.Lane weights)
    {
        var target = Math.Max(0, _kept - _step);
        var step = target - _kept;
        Time = target;
        if (double.IsNaN(_keptBefore))
        {
            weights.Set(1, step, 0, 0);
            return;
        }

        var span = _kept - _keptBefore;
        var x = 1 + (step / span);
        double square = x * x, excess = x - 1;
        weights.Set(square * (3 - (2 * x)), square * excess * span, excess * excess * (1 + (2 * x)), x * excess * excess * span);
    }

    private PathMove Keep(double length, double settled, TrackerOptions options, double contraction)
    {
        if (!(length < LargestCorrection)) return Fail();
        Steps++;
        _corrections = 0;
        if (Time <= 0)
        {
            _polishing = true;
            _previous = length;
            return PathMove.Correct;
        }

        _keptBefore = _kept;
        _kept = Time;
        if (Steps > 1)
        {
            var growth = Math.Min(
                Math.Pow(options.Contraction / Math.Max(contraction, 1e-300), 0.25),
                Math.Pow(0.02 / Math.Max(_first, 1e-300), 0.25));
            _step *= Math.Clamp(growth, 0.4, 2.5);
        }

        // So close to the end the data are within rounding errors of those at the end.
        return Steps >= options.MaximumSteps || _kept < 1e-4 * settled ? Fail() : PathMove.Accept;
    }

    private PathMove Retreat(TrackerOptions options)
    {
        _step = Math.Min(_step, _kept - Time) * 0.4;
        _corrections = 0;
        Steps++;
        return _step < LeastRelativeStep * _kept || Steps >= options.MaximumSteps ? Fail() : PathMove.Repeat;
    }

    /// <summary>Newton's method at the end of the path; where it does not converge the end was not reached after all.</summary>
    private PathMove Polish(double length, double settled, TrackerOptions options)
    {
        _corrections++;
        var converges = length < 0.5 * _previous;
        if (length > settled && converges && _corrections < 8)
        {
            _previous = length;
            return PathMove.Correct;
        }

        if (!(length < NearlySettled * settled))
        {
            _polishing = false;
            return Retreat(options);
        }

        IsDone = true;
        Status = PathStatus.Arrived;
        _kept = 0;
        return length < _previous ? PathMove.Finish : PathMove.Stop;
    }

    private PathMove Fail()
    {
        IsDone = true;
        Status = PathStatus.Stalled;
        return PathMove.Stop;
    }
}

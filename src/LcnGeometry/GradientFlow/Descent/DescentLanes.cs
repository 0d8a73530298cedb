using System.Runtime.InteropServices;

namespace LcnGeometry;

/// <summary>The lanes of a kernel and the runs in them: finished runs leave, waiting runs enter.</summary>
internal sealed class DescentLanes
{
    private const int Idle = -1;
    private readonly DescentStep _step;
    private readonly DescentOptions _options;
    private readonly DescentBatch _batch;
    private readonly LaneLayout _layout;
    private readonly double[] _state;
    private readonly int _start;
    private readonly int _width;
    private readonly int[] _runs;
    private readonly int[] _steps;
    private readonly double _tolerance;
    private int _next;
    private int _busy;

    public DescentLanes(DescentStep step, int width, int groups, DescentOptions options, DescentBatch batch)
    {
        (_step, _options, _batch, _width) = (step, options, batch, width);
        _layout = new LaneLayout(step, width);

        // Vectors that cross cache lines are slow to load.
        const int Line = 64 / sizeof(double);
        _state = GC.AllocateArray<double>((groups * _layout.Length) + Line, pinned: true);
        var place = Marshal.UnsafeAddrOfPinnedArrayElement(_state, 0) / sizeof(double);
        _start = (int)((Line - (place % Line)) % Line);
        _runs = new int[groups * width];
        _steps = new int[groups * width];
        _tolerance = Math.Max(options.GradientTolerance * options.GradientTolerance / 4, double.Epsilon);
        for (var lane = 0; lane < _runs.Length; lane++) Fill(lane);
    }

    /// <summary>Whether any run is left.</summary>
    public bool Busy => _busy > 0;

    /// <summary>The groups, as the kernel wants them.</summary>
    public ref double State => ref _state[_start];

    /// <summary>The steps until the first run has spent its budget.</summary>
    public int Remaining
    {
        get
        {
            var most = 0;
            for (var lane = 0; lane < _runs.Length; lane++)
            {
                if (_runs[lane] != Idle) most = Math.Max(most, _steps[lane]);
            }

            return _options.MaxSteps - most;
        }
    }

    /// <summary>Gathers the runs in the first group when they fit there and none waits.</summary>
    public bool TryNarrow()
    {
        if (_next < _batch.Count || _busy > _width) return false;
        for (int lane = _width, free = 0; lane < _runs.Length; lane++)
        {
            if (_runs[lane] == Idle) continue;
            while (_runs[free] != Idle) free++;
            for (var place = 0; place < _layout.Length; place += _width) At(free, place) = At(lane, place);
            (_runs[free], _steps[free], _runs[lane]) = (_runs[lane], _steps[lane], Idle);
        }

        return true;
    }

    /// <summary>Counts steps, as a kernel for so many groups reports them.</summary>
    public void Advance(int report, int groups)
    {
        var (steps, ahead) = int.DivRem(report, groups);
        for (var lane = 0; lane < _runs.Length; lane++)
        {
            if (_runs[lane] != Idle) _steps[lane] += lane / _width < ahead ? steps + 1 : steps;
        }
    }

    /// <summary>Replaces the runs that have ended; gradients have been measured.</summary>
    public void Settle()
    {
        for (var lane = 0; lane < _runs.Length; lane++)
        {
            var run = _runs[lane];
            if (run == Idle) continue;
            var quarter = At(lane, _layout.Quarter);
            var moving = quarter >= _tolerance;
            if (moving && _steps[lane] < _options.MaxSteps) continue;
            _batch.Steps[run] = _steps[lane];
            _batch.GradientNorms[run] = 2 * Math.Sqrt(quarter);
            _batch.Statuses[run] = !double.IsFinite(quarter) ? FlowStatus.Diverging : moving ? FlowStatus.Budget : FlowStatus.Converged;
            for (var i = 0; i < _step.Parameters; i++) _batch.Weights[(run * _step.Parameters) + i] = At(lane, _layout.Weight(i));
            _busy--;
            Fill(lane);
        }
    }

    private void Fill(int lane)
    {
        var run = _runs[lane] = _next < _batch.Count ? _next++ : Idle;
        _steps[lane] = 0;
        if (run != Idle) _busy++;

        // An idle lane rests at zero with target zero, and never asks to be looked at.
        At(lane, _layout.Tolerance) = run == Idle ? -1 : _tolerance;
        for (var i = 0; i < _step.Parameters; i++) At(lane, _layout.Weight(i)) = run == Idle ? 0 : _batch.Weights[(run * _step.Parameters) + i];
        for (var j = 0; j < _step.Size; j++) At(lane, _layout.MinusTarget(j)) = run == Idle ? 0 : -_batch.Targets[(_batch.TargetOf[run] * _step.Size) + j];
    }

    private ref double At(int lane, int place) => ref _state[_start + ((lane / _width) * _layout.Length) + place + (lane % _width)];
}

namespace LcnGeometry.Cli;

/// <summary>How far work has come, and how long the rest will take at the pace since its first report.</summary>
/// <remarks>What was done before the first report, by an earlier process for instance, says nothing about the pace.</remarks>
internal sealed class Pace(TimeProvider clock) : IProgress<double>
{
    private readonly Lock _gate = new();
    private (double Value, long Time)? _first;
    private double _value;

    /// <summary>The share that is done, from 0 to 1.</summary>
    public double Value
    {
        get
        {
            lock (_gate) return _value;
        }
    }

    /// <summary>How long the rest will take; null while there is no pace to tell it from.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            lock (_gate)
            {
                if (_first is not { } first || _value <= first.Value) return null;
                var seconds = clock.GetElapsedTime(first.Time).TotalSeconds * (1 - _value) / (_value - first.Value);
                return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
            }
        }
    }

    /// <inheritdoc/>
    public void Report(double value)
    {
        lock (_gate)
        {
            _value = Math.Clamp(value, 0, 1);
            _first ??= (_value, clock.GetTimestamp());
        }
    }
}

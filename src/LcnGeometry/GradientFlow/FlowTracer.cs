using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Keeps the balance invariants under watch and records the run.</summary>
internal sealed class FlowTracer
{
    private readonly LayerProducts _layers;
    private readonly double[] _startNorms;
    private readonly double[] _drift;
    private readonly int _startUnit;
    private readonly List<(double Time, double Loss, ImmutableArray<double> Function, double Drift)> _samples = [];

    public FlowTracer(FlowUnits units, double[] start, double constant)
    {
        _layers = units.Field.Layers;
        _startUnit = units.Weights;
        _startNorms = Norms(start);
        _drift = new double[_layers.Depth - 1];
        Record(units, start, 0, constant);
    }

    /// <summary>Takes note of an accepted point.</summary>
    public void Record(FlowUnits units, double[] point, double time, double constant)
    {
        Watch(units, point);
        var function = _layers.EndToEnd(point);
        if (_samples.Count > 0 && !(time > _samples[^1].Time)) _samples.RemoveAt(_samples.Count - 1);
        _samples.Add((time, units.TrueLoss(units.Field.Loss(function)) + constant, [.. units.TrueFunction(function)], _drift.DefaultIfEmpty(0).Max()));
    }

    /// <summary>Takes note of the invariants alone.</summary>
    public void Watch(FlowUnits units, double[] point)
    {
        // In the larger of the units then and now, so that squares neither overflow nor vanish together.
        var unit = Math.Max(units.Weights, _startUnit);
        var then = Squares(_startNorms, _startUnit - unit);
        var now = Squares(Norms(point), units.Weights - unit);
        for (var i = 0; i < _drift.Length; i++)
        {
            var size = Math.Max(then[i] + then[i + 1], now[i] + now[i + 1]);
            if (size > 0) _drift[i] = Math.Max(_drift[i], Math.Abs(now[i] - now[i + 1] - (then[i] - then[i + 1])) / size);
        }
    }

    /// <summary>The invariants at the start and their largest change, relative to the larger of the squared norms then and now.</summary>
    public ImmutableArray<InvariantRow> Rows()
    {
        var squares = Squares(_startNorms, 0);
        return [.. _drift.Select((drift, i) => new InvariantRow([i + 1, i + 2], FlowUnits.Scale(squares[i] - squares[i + 1], 2L * _startUnit), drift))];
    }

    /// <summary>At most so many samples, the first and the last among them.</summary>
    public FlowTraceRow Trace(int most)
    {
        var chosen = Chosen(most).Select(i => _samples[i]).ToArray();
        return new FlowTraceRow
        {
            Time = [.. chosen.Select(sample => sample.Time)],
            Loss = [.. chosen.Select(sample => sample.Loss)],
            Function = [.. chosen.Select(sample => sample.Function)],
            Drift = [.. chosen.Select(sample => sample.Drift)],
        };
    }

    /// <summary>All samples if they are few; else half of them evenly by step and half evenly by the logarithm of time, where a slow end would crowd out the start.</summary>
    private IEnumerable<int> Chosen(int most)
    {
        var last = _samples.Count - 1;
        if (_samples.Count <= most || most < 4) return Enumerable.Range(0, Math.Min(most, _samples.Count)).Select(i => i == most - 1 ? last : i);
        var half = most / 2;
        var chosen = new SortedSet<int>(Enumerable.Range(0, half).Select(i => (int)((long)i * last / (half - 1))));
        double first = Math.Log(_samples[1].Time), range = Math.Log(_samples[last].Time) - first;
        for (int k = 0, index = 1; k < half; k++)
        {
            var time = Math.Exp(first + (range * k / half));
            while (_samples[index].Time < time && index < last) index++;
            chosen.Add(index);
        }

        return chosen;
    }

    private double[] Norms(double[] point) => [.. Enumerable.Range(0, _layers.Depth).Select(layer => _layers.Norm(point, layer))];

    private static double[] Squares(double[] norms, int shift) => [.. norms.Select(norm => FlowUnits.Scale(norm * norm, 2L * shift))];
}

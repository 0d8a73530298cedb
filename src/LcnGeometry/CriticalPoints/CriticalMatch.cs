namespace LcnGeometry;

/// <summary>Finds the critical point, and its factorization, at which a run ended.</summary>
/// <remarks>
/// A small gradient does not say how near the limit is: where the second derivatives are small the run may still be far away. So the
/// reach of a match grows with the length of Newton's step at the end, and what decides is that one candidate is clearly nearer than
/// all others.
/// </remarks>
internal sealed class CriticalMatch
{
    // Relative to the largest coefficient of the target or the limit: what the integrator promises, and where matching stops.
    private const double Least = 1e-6, Most = 1e-3, PerDistance = 100;

    // The next candidate must be this many times as far away.
    private const double Clearly = 10;

    private readonly CriticalPointSet? _points;
    private readonly List<Candidate> _candidates = [];
    private readonly Dictionary<int, FactorizationTable> _factorizations = [];
    private readonly double _scale;
    private readonly int? _zero;

    public CriticalMatch(CriticalPointSet? points)
    {
        _points = points;
        if (points is null) return;
        foreach (var u in points.Loss.Target) _scale = Math.Max(_scale, Math.Abs(u.ToDouble()));
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            if (point.Kind == CriticalPointKind.Zero) _zero = i;
            if (point.Kind == CriticalPointKind.NotAttained) continue;
            var function = new double[point.Function.Length];
            for (var k = 0; k < function.Length; k++) function[k] = point.Function[k].Midpoint;
            _candidates.Add(new Candidate(i, function, point.CertificateRadius));
        }
    }

    /// <summary>How far from its limit a run may be, given an estimate of its distance: both relative.</summary>
    public static double Reach(double distance) => double.IsNaN(distance) ? Most : Math.Clamp(PerDistance * distance, Least, Most);

    /// <summary>The place in the list of the one critical point that lies at the limit; null if there is none, or not clearly one.</summary>
    /// <param name="function">The end-to-end filter at the end.</param>
    /// <param name="distance">How far it may be from its limit, relative to the target or the limit.</param>
    /// <param name="isZero">Whether the limit is the zero function.</param>
    public int? Of(ReadOnlySpan<double> function, double distance, bool isZero)
    {
        if (isZero) return _zero;
        var scale = _scale;
        foreach (var entry in function) scale = Math.Max(scale, Math.Abs(entry));
        Nearest nearest = default, next = default;
        foreach (var (index, other, radius) in _candidates)
        {
            var found = new Nearest(index, Distance(other, function), radius);
            if (nearest.IsNone || found.Distance < nearest.Distance) (nearest, next) = (found, nearest);
            else if (next.IsNone || found.Distance < next.Distance) next = found;
        }

        return IsClear(nearest, next, Reach(distance) * scale) ? nearest.Index : null;
    }

    /// <summary>The place of the one critical factorization of a point that lies at the limit; null if there is none, or not clearly one.</summary>
    /// <param name="point">The point that was found.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="weights">The filters at the end, layer after layer, of any scales and signs.</param>
    /// <param name="distance">How far they may be from their limits, relative to their natural size.</param>
    public int? Factorization(int point, LayerProducts layers, ReadOnlySpan<double> weights, double distance)
    {
        if (!_factorizations.TryGetValue(point, out var table)) _factorizations.Add(point, table = new FactorizationTable(layers, _points![point].Factorizations));
        Nearest nearest = default, next = default;
        var directions = table.Directions(weights);
        for (var i = 0; i < table.Count; i++)
        {
            var found = new Nearest(i, table.Distance(i, directions, next.IsNone ? double.PositiveInfinity : next.Distance), table.Radius(i));
            if (nearest.IsNone || found.Distance < nearest.Distance) (nearest, next) = (found, nearest);
            else if (next.IsNone || found.Distance < next.Distance) next = found;
        }

        return IsClear(nearest, next, Reach(distance)) ? nearest.Index : null;
    }

    private static bool IsClear(Nearest nearest, Nearest next, double accuracy) =>
        !nearest.IsNone && nearest.Distance <= nearest.Radius + accuracy && (next.IsNone || next.Distance > next.Radius + (Clearly * nearest.Distance));

    private static double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var largest = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = Math.Abs(left[i] - right[i]);
            largest = Math.Max(largest, difference);
        }

        return largest;
    }

    private readonly record struct Candidate(int Index, double[] Function, double Radius);

    private readonly struct Nearest(int index, double distance, double radius)
    {
        private readonly bool _isSome = true;

        public bool IsNone => !_isSome;

        public int Index { get; } = index;

        public double Distance { get; } = distance;

        public double Radius { get; } = radius;
    }
}

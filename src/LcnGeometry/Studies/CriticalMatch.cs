using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Finds the critical point at which a flow run ended.</summary>
internal sealed class CriticalMatch(CriticalPointSet? points)
{
    // Relative to the largest coefficient of the target or the limit: what the integrator promises, and where matching stops.
    private const double Least = 1e-6, Most = 1e-3, PerDistance = 100;

    // The next candidate must be this many times as far away.
    private const double Clearly = 10;

    private readonly ImmutableArray<(int Index, ImmutableArray<double> Function, double Radius)> _candidates = points is null
        ? []
        :
        [
            .. points.Select((point, i) => (Point: point, Index: i)).Where(item => item.Point.Kind != CriticalPointKind.NotAttained)
                .Select(item => (item.Index, item.Point.Function.Select(c => c.Midpoint).ToImmutableArray(), item.Point.CertificateRadius)),
        ];

    private readonly double _scale = points is null ? 0 : points.Loss.Target.Max(u => Math.Abs(u.ToDouble()));

    /// <summary>The place in the list of the one critical point that lies at the limit; null if there is none, or not clearly one.</summary>
    public int? Of(FlowRun run)
    {
        if (run.Status != FlowStatus.Converged) return null;
        var limit = run.Limit.Function;
        var scale = Math.Max(_scale, limit.Max(Math.Abs));
        var accuracy = Math.Clamp(PerDistance * run.RelativeDistance, Least, Most) * scale;
        var near = _candidates.Select(candidate => (candidate.Index, candidate.Radius, Distance: Distance(candidate.Function, limit)))
            .OrderBy(candidate => candidate.Distance).Take(2).ToArray();
        if (near.Length == 0 || !(near[0].Distance <= near[0].Radius + accuracy)) return null;
        var isClear = near.Length == 1 || near[1].Distance > near[1].Radius + (Clearly * near[0].Distance);
        return isClear ? near[0].Index : null;
    }

    private static double Distance(ImmutableArray<double> left, ImmutableArray<double> right)
    {
        var largest = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = Math.Abs(left[i] - right[i]);
            if (!(difference <= largest)) largest = difference;
        }

        return largest;
    }
}

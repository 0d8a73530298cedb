using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Certifies approximate solutions, in interval arithmetic of rising precision.</summary>
internal sealed class SolutionCertifier(ProductMap map, ExactData data)
{
    private const double NearlyReal = 1e-6;
    private readonly KrawczykTest<Interval> _doubles = new(map, data, Math.ScaleB(1, -52));
    private readonly Lazy<KrawczykTest<WideInterval>> _wide = new(() => new(map, data, Math.ScaleB(1, -100)));
    private readonly Lazy<KrawczykTest<FixedInterval<Bits640>>> _widest = new(() => new(map, data, Math.ScaleB(1, -560)));

    private readonly LaneKrawczyk _lanes = new(map, data);
    private readonly AffineChart?[] _charts = new AffineChart?[Lanes.Count];

    /// <summary>Boxes around the solutions near the ends that arrived; null where no precision proves one.</summary>
    public void Certify(ReadOnlySpan<PathEnd> ends, Span<SolutionBox?> boxes)
    {
        Span<bool> real = stackalloc bool[Lanes.Count];
        for (var first = 0; first < ends.Length; first += Lanes.Count)
        {
            var count = Math.Min(Lanes.Count, ends.Length - first);
            for (var lane = 0; lane < count; lane++)
            {
                var end = ends[first + lane];
                var usable = end.Status == PathStatus.Arrived && end.Point.All(Complex.IsFinite);
                real[lane] = usable && IsNearlyReal(end.Point);
                _charts[lane] = usable ? AffineChart.Of(map, end.Point, end.Low, real[lane]) : null;
            }

            _lanes.Certify(_charts.AsSpan(0, count), real[..count], boxes.Slice(first, count));
            for (var lane = 0; lane < count; lane++)
            {
                if (_charts[lane] is not null) boxes[first + lane] ??= Certify(ends[first + lane]);
            }
        }
    }

    /// <summary>A box around the solution near a point; null when no precision proves one.</summary>
    public SolutionBox? Certify(PathEnd end)
    {
        if (end.Point.Any(x => !Complex.IsFinite(x))) return null;
        var real = IsNearlyReal(end.Point);
        return Certify(_doubles, end, real, out _)
            ?? (Certify(_wide.Value, end, real, out var hopeless) is { } box ? box
                : hopeless ? null : Certify(_widest.Value, end, real, out _));
    }

    private static SolutionBox? Certify<T>(KrawczykTest<T> test, PathEnd end, bool real, out bool hopeless)
        where T : struct, IEnclosure<T>
    {
        if (!real) return test.Certify(end, false, out hopeless);
        return test.Certify(end, true, out hopeless) ?? test.Certify(end, false, out hopeless);
    }

    /// <summary>Whether the coordinates of the chart are real up to rounding.</summary>
    private bool IsNearlyReal(Complex[] point) =>
        AffineChart.Of(map, point, null, false) is { } chart
        && chart.Start.All(x => Math.Abs(x.Im.High.Value) <= NearlyReal * (Math.Abs(x.Re.High.Value) + NearlyReal));
}

using System.Numerics;
using LcnGeometry.Algebra;

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
                var chart = usable ? AffineChart.Of(map, end.Point, end.Low, false) : null;
                real[lane] = IsNearlyReal(chart);
                _charts[lane] = real[lane] ? AffineChart.Of(map, end.Point, end.Low, true) : chart;
            }

            _lanes.Certify(_charts.AsSpan(0, count), real[..count], boxes.Slice(first, count));
            for (var lane = 0; lane < count; lane++)
            {
                if (_charts[lane] is null) continue;
                var box = boxes[first + lane];
                boxes[first + lane] = box is null ? Certify(ends[first + lane]) : Symmetrize(_doubles, box);
            }
        }
    }

    /// <summary>A box around the solution near a point; null when no precision proves one.</summary>
    public SolutionBox? Certify(PathEnd end)
    {
        if (end.Point.Any(x => !Complex.IsFinite(x))) return null;
        var real = IsNearlyReal(AffineChart.Of(map, end.Point, end.Low, false));
        return Certify(_doubles, end, real, out _)
            ?? (Certify(_wide.Value, end, real, out var hopeless) is { } box ? box
                : hopeless ? null : Certify(_widest.Value, end, real, out _));
    }

    private SolutionBox? Certify<T>(KrawczykTest<T> test, PathEnd end, bool real, out bool hopeless)
        where T : struct, IEnclosure<T>
    {
        if (real && test.Certify(end, true, out hopeless) is { } symmetric) return symmetric;
        return test.Certify(end, false, out hopeless) is { } box ? Symmetrize(test, box) : null;
    }

    /// <summary>A box that meets the real points, as its own mirror image if that can be proved to hold the same solution.</summary>
    /// <remarks>An ill-conditioned real solution comes with an imaginary part beyond rounding, and is not taken for real at first.</remarks>
    private SolutionBox Symmetrize<T>(KrawczykTest<T> test, SolutionBox box)
        where T : struct, IEnclosure<T>
    {
        if (!data.IsReal || box.IsReal || box.Coordinates.Any(c => Rational.Abs(c.Im) > c.Radius)) return box;
        var point = new List<Complex>();
        var low = new List<Complex>();
        var next = 0;
        for (var f = 0; f < box.Charts.Length; f++)
        {
            for (var k = 0; k <= box.Map.Factors[f].Degree; k++) Append(k == box.Charts[f] ? Rational.One : box.Coordinates[next++].Re);
        }

        Append(box.Coordinates[^1].Re);
        Append(Rational.One);
        var center = new PathEnd(PathStatus.Arrived, [.. point], [.. low], 0, 0, 0);
        return test.Certify(center, true, out _) is { } symmetric && !CertifiedCollection.AreDistinct(box, symmetric) ? symmetric : box;

        void Append(Rational value)
        {
            var high = value.ToDouble();
            point.Add(high);
            low.Add((value - Rational.RationalizeExactly(high)).ToDouble());
        }
    }

    /// <summary>Whether the coordinates of a chart are real up to rounding.</summary>
    private bool IsNearlyReal(AffineChart? chart) =>
        data.IsReal
        && chart is not null
        && chart.Start.All(x => Math.Abs(x.Im.High.Value) <= NearlyReal * (Math.Abs(x.Re.High.Value) + NearlyReal));
}

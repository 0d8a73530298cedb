using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Certifies approximate solutions, in interval arithmetic of rising precision.</summary>
internal sealed class SolutionCertifier(ProductMap map, ExactData data)
{
    private const double NearlyReal = 1e-6;
    private readonly KrawczykTest<Interval> _doubles = new(map, data, Math.ScaleB(1, -52));
    private readonly Lazy<KrawczykTest<FixedInterval<Bits320>>> _wide = new(() => new(map, data, Math.ScaleB(1, -280)));
    private readonly Lazy<KrawczykTest<FixedInterval<Bits1280>>> _widest = new(() => new(map, data, Math.ScaleB(1, -1000)));

    /// <summary>A box around the solution near a point; null when no precision proves one.</summary>
    public SolutionBox? Certify(Complex[] point)
    {
        if (point.Any(x => !Complex.IsFinite(x))) return null;
        var real = IsNearlyReal(point);
        return _doubles.Certify(point, real)
            ?? (real ? _doubles.Certify(point, false) : null)
            ?? _wide.Value.Certify(point, real)
            ?? (real ? _wide.Value.Certify(point, false) : null)
            ?? _widest.Value.Certify(point, real)
            ?? (real ? _widest.Value.Certify(point, false) : null);
    }

    /// <summary>Whether the coordinates of the chart are real up to rounding.</summary>
    private bool IsNearlyReal(Complex[] point) =>
        AffineChart.Of(map, point, false) is { } chart
        && chart.Start.All(x => Math.Abs(x.Imaginary) <= NearlyReal * (Math.Abs(x.Real) + NearlyReal));
}

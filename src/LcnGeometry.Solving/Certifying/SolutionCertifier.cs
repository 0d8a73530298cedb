using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Certifies approximate solutions, in interval arithmetic of rising precision.</summary>
internal sealed class SolutionCertifier(ProductMap map, ExactData data)
{
    private const double NearlyReal = 1e-6;
    private readonly KrawczykTest<Interval> _doubles = new(map, data, Math.ScaleB(1, -52));
    private readonly Lazy<KrawczykTest<WideInterval>> _wide = new(() => new(map, data, Math.ScaleB(1, -100)));
    private readonly Lazy<KrawczykTest<FixedInterval<Bits640>>> _widest = new(() => new(map, data, Math.ScaleB(1, -560)));

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

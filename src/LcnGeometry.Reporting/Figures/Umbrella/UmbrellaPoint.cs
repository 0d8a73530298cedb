using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A filter (c0, .., c4) with nonzero ends in normal form: scaling the filter and x makes c0 = 1 and c4 = 1 or -1.</summary>
/// <param name="SameSign">Whether c4 is 1 rather than -1.</param>
/// <param name="First">c1 in normal form.</param>
/// <param name="Third">c3 in normal form.</param>
/// <param name="Second">c2 in normal form.</param>
internal readonly record struct UmbrellaPoint(bool SameSign, double First, double Third, double Second)
{
    /// <summary>The normal form; null when an end vanishes, or where doubles end.</summary>
    /// <param name="filter">The entries c0 to c4, at every step-th place.</param>
    /// <param name="step">The distance of the entries that are not always zero.</param>
    /// <param name="error">Ends that are not larger count as zero.</param>
    internal static UmbrellaPoint? Of(ImmutableArray<double> filter, int step, double error = 0)
    {
        var (c0, c4) = (filter[0], filter[4 * step]);
        var sameSign = c0 > 0 == c4 > 0;
        var t = Math.Sqrt(Math.Sqrt(Math.Abs(c0 / c4)));
        var point = new UmbrellaPoint(sameSign, filter[step] / c0 * t, filter[3 * step] / c0 * t * t * t, filter[2 * step] / c0 * t * t);
        return Math.Abs(c0) > error && Math.Abs(c4) > error && double.IsFinite(point.First) && double.IsFinite(point.Third) && double.IsFinite(point.Second) ? point : null;
    }

    /// <summary>The distance from the axis c1 = c3 = 0.</summary>
    internal double Radius => Math.Sqrt((First * First) + (Third * Third));
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A quantity along a run, ready for logarithmic axes.</summary>
internal static class TimeCurve
{
    // The start has time zero; it is drawn this much to the left of the first positive time.
    private const double StartFactor = 0.5;

    // Logarithms and margins need some room within the range of doubles.
    private const double Smallest = 1e-300, Largest = 1e300;

    /// <summary>Positive points; the curve begins with the first value above the floor, ends where the values stay below the floor, and never goes beneath it.</summary>
    internal static ImmutableArray<Dot> Of(IReadOnlyList<double> times, IReadOnlyList<double> values, double floor)
    {
        var positive = times.Where(time => time is > Smallest and < Largest).ToList();
        if (positive.Count == 0) return [];
        var first = 0;
        while (first < values.Count && !(values[first] > floor)) first++;
        var last = values.Count - 1;
        while (last > 0 && !(values[last] > floor)) last--;
        var points = ImmutableArray.CreateBuilder<Dot>();
        for (var i = first; i <= Math.Min(last + 1, values.Count - 1); i++)
        {
            var time = times[i] == 0 ? positive[0] * StartFactor : times[i];
            if (values[i] < Largest && time is > Smallest and < Largest) points.Add(new Dot(time, Math.Max(values[i], floor)));
        }

        return points.ToImmutable();
    }
}

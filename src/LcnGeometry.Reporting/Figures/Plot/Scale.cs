using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A labelled place on an axis.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>A map from data to the canvas, linear or logarithmic, with ticks at round values.</summary>
internal sealed class Scale
{
    private readonly double _lower, _upper, _from, _to;
    private readonly bool _logarithmic;

    private Scale(double lower, double upper, double from, double to, bool logarithmic) =>
        (_lower, _upper, _from, _to, _logarithmic) = (lower, upper, from, to, logarithmic);

    /// <summary>A linear scale; an empty range is widened around its value.</summary>
    internal static Scale Linear(double lower, double upper, double from, double to)
    {
        if (!(upper > lower))
        {
            var half = lower == 0 ? 1 : Math.Abs(lower) / 2;
            (lower, upper) = (lower - half, lower + half);
        }

        return new Scale(lower, upper, from, to, false);
    }

    /// <summary>A logarithmic scale between positive bounds; an empty range is widened to a decade on either side.</summary>
    internal static Scale Logarithmic(double lower, double upper, double from, double to)
    {
        var (low, high) = (Math.Log10(lower), Math.Log10(upper));
        if (!(high > low)) (low, high) = (low - 1, low + 1);
        return new Scale(low, high, from, to, true);
    }

    /// <summary>The place on the canvas; values beyond the bounds lie beyond its ends.</summary>
    internal double At(double value)
    {
        if (_logarithmic) value = Math.Log10(value);
        return _from + ((value - _lower) / (_upper - _lower) * (_to - _from));
    }

    /// <summary>Ticks at round values, about as many as asked for.</summary>
    internal ImmutableArray<Tick> Ticks(int about) => _logarithmic ? Decades(about) : Round(about);

    private ImmutableArray<Tick> Decades(int about)
    {
        var first = (int)Math.Ceiling(_lower - 1e-9);
        var last = (int)Math.Floor(_upper + 1e-9);
        if (_upper - _lower < 1.7) return Mantissas(first - 1, last + 1);
        var step = Math.Max(1, (int)Math.Ceiling((last - first) / (double)about));
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var e = first; e <= last; e++)
        {
            if ((e % step + step) % step == 0) ticks.Add(new Tick(Math.Pow(10, e), PowerOfTen(e)));
        }

        return ticks.ToImmutable();
    }

    // Within a decade or two: 1, 2 and 5 times powers of ten.
    private ImmutableArray<Tick> Mantissas(int first, int last)
    {
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var e = first; e <= last; e++)
        {
            foreach (var m in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var value = m * Math.Pow(10, e);
                var place = Math.Log10(value);
                if (place >= _lower - 1e-9 && place <= _upper + 1e-9)
                    ticks.Add(new Tick(value, Short(value, 3)));
            }
        }

        return ticks.ToImmutable();
    }

    private ImmutableArray<Tick> Round(int about)
    {
        var step = RoundStep((_upper - _lower) / about);
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        var first = Math.Ceiling((_lower / step) - 1e-9);
        for (var i = 0; i <= 4 * about; i++)
        {
            var value = (first + i) * step;
            if (value > _upper + (1e-9 * step)) break;
            ticks.Add(new Tick(value, Short(value, 4)));
        }

        return ticks.ToImmutable();
    }

    // Labels are narrow: no spaces around the sign.
    private static string Short(double value, int digits) => NumberText.TypesetDigits(NumberText.Significant(value, digits)).Replace("\u202F×\u202F", "×", StringComparison.Ordinal);

    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var mantissa = step / power;
        return power * (mantissa <= 1.01 ? 1 : mantissa <= 2.01 ? 2 : mantissa <= 5.01 ? 5 : 10);
    }

    private static string PowerOfTen(int exponent) => exponent switch
    {
        0 => "1",
        1 => "10",
        _ => "10" + NumberText.Superscript(NumberText.Count(exponent)),
    };
}

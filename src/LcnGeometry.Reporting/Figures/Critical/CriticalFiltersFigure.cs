using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The filters of the critical points as stems: proportional layers look the same.</summary>
internal static class CriticalFiltersFigure
{
    private const int MostPoints = 9, Colours = 6;
    private const double Width = 240, Height = 132;

    /// <summary>The figure; null when no critical point has real filters.</summary>
    internal static Figure? Draw(CriticalDocument critical, ImmutableArray<int> runs)
    {
        var shown = critical.Points.Select((point, i) => (Point: point, Index: i))
            .Where(item => !item.Point.Factorizations.IsEmpty && item.Point.Factorizations[0].Filters.All(filter => filter.All(value => Math.Abs(value.ToDouble()) < 1e100)))
            .ToImmutableArray();
        if (shown.IsEmpty) return null;
        var knowsTheBest = CriticalWords.KnowsTheBest(critical);
        return new Figure
        {
            Title = "Filters of the critical points",
            AreSmall = true,
            Panels = [.. shown.Take(MostPoints).Select(item => Panel(item.Point, item.Index, runs[item.Index], knowsTheBest))],
            Caption =
            [
                "One panel for each critical point, ordered by loss; in it the filter of each layer, index = power of x, scaled to the same length with a positive last entry. " +
                "Layers with proportional filters have the same colour and look the same. " +
                (shown.Length > MostPoints ? $"{NumberText.Count(shown.Length - MostPoints)} more in the JSON. " : "") +
                (shown.Any(item => item.Point.Factorizations.Length > 1) ? "Where there are several ways to factor the function, the first is drawn." : ""),
            ],
        };
    }

    private static Panel Panel(CriticalPointRow point, int index, int runs, bool knowsTheBest)
    {
        var filters = point.Factorizations[0].Filters;
        var kind = CriticalWords.Of(point.Kind, knowsTheBest);
        var panel = new Panel(Width, Height, $"Filters of critical point {NumberText.Count(index + 1)}", $"{kind}; one group of stems for each of {Words.Counted(filters.Length, "layer")}.");
        panel.Draw(
            CriticalStyle.Marker(point.Kind).At(10, 12, 5.5, CriticalStyle.Mark(point.Kind)),
            Svg.Text(22, 16, $"{NumberText.Count(index + 1)}  {kind}", "strong"),
            runs > 0 ? Svg.Text(Width - 4, 16, Words.Counted(runs, "run"), "tick end") : null);
        var entries = filters.Sum(filter => filter.Length);
        var step = (Width - 16.0) / (entries + (0.8 * filters.Length));
        var (middle, reach) = (68.0, 38.0);
        var x = 8.0;
        var colours = ColoursOf(filters.Length, point.Factorizations[0].RepeatedFilters);
        for (var l = 0; l < filters.Length; l++)
        {
            var values = Normalized(filters[l]);
            var (left, right) = (x, x + (step * values.Length));
            panel.Draw(Svg.Line(left, middle, right, middle, "axis"));
            for (var i = 0; i < values.Length; i++)
            {
                var at = left + (step * (i + 0.5));
                panel.Draw(Svg.Line(at, middle, at, middle - (reach * values[i]), "stem s" + colours[l]), Marker.Series[colours[l]].At(at, middle - (reach * values[i]), Math.Min(4, step / 3), "mark s" + colours[l]));
            }

            panel.Draw(Svg.Text((left + right) / 2, Height - 8, "w" + Subscript(l + 1), "tick middle"));
            x = right + (0.8 * step);
        }

        return panel;
    }

    private static double[] Normalized(ImmutableArray<Scalar> filter)
    {
        var values = filter.Select(value => value.ToDouble()).ToArray();
        var largest = values.Max(Math.Abs);
        if (largest == 0) return values;
        for (var i = 0; i < values.Length; i++) values[i] /= largest;
        var length = Math.Sqrt(values.Sum(value => value * value));
        var sign = Math.Sign(values.LastOrDefault(value => Math.Abs(value) > 1e-12, 1));
        return [.. values.Select(value => sign * value / length)];
    }

    // Layers that repeat share a colour.
    private static int[] ColoursOf(int layers, ImmutableArray<ImmutableArray<int>> repeated)
    {
        var colours = Enumerable.Range(0, layers).ToArray();
        foreach (var pair in repeated)
        {
            var (from, to) = (colours[Math.Max(pair[0], pair[1]) - 1], colours[Math.Min(pair[0], pair[1]) - 1]);
            for (var l = 0; l < layers; l++)
            {
                if (colours[l] == from) colours[l] = to;
            }
        }

        var classes = colours.Distinct().ToList();
        return [.. colours.Select(colour => classes.IndexOf(colour) % Colours)];
    }

    private static string Subscript(int index) => string.Concat(NumberText.Count(index).Select(digit => (char)('₀' + (digit - '0'))));
}

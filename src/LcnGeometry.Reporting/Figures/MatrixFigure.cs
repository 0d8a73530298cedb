using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>A symmetric matrix that is too large to write out, as squares of colour.</summary>
internal static class MatrixFigure
{
    /// <summary>The largest matrix that is drawn.</summary>
    internal const int LargestSize = 32;

    private const double Left = 44, Top = 22, Side = 300;

    internal static Figure Draw(ImmutableArray<ImmutableArray<Scalar>> matrix)
    {
        var values = matrix.Select(row => row.Select(entry => entry.ToDouble()).ToArray()).ToArray();
        var largest = values.SelectMany(row => row.Select(Math.Abs)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var panel = new Panel(360, Top + Side + 10, "The quadratic form Q", $"A square of {NumberText.Count(matrix.Length)} by {NumberText.Count(matrix.Length)} cells, darker for larger entries.");
        var cell = Side / matrix.Length;
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j < matrix.Length; j++)
            {
                var value = values[i][j];
                var opacity = largest > 0 && double.IsFinite(value) ? Math.Abs(value) / largest : 0;
                panel.Draw(Svg.Tip(
                    Svg.Rectangle(Left + (j * cell), Top + (i * cell), cell, cell, value < 0 ? "negative" : "positive").Set("fill-opacity", opacity),
                    $"Q[{NumberText.Count(i)},{NumberText.Count(j)}] = {NumberText.Of(matrix[i][j]).Typeset}"));
            }
        }

        var every = Math.Max(1, (matrix.Length + 7) / 8);
        for (var i = 0; i < matrix.Length; i += every)
        {
            panel.Draw(
                Svg.Text(Left - 6, Top + ((i + 0.5) * cell) + 4, NumberText.Count(i), "tick end"),
                Svg.Text(Left + ((i + 0.5) * cell), Top - 6, NumberText.Count(i), "tick middle"));
        }

        panel.Draw(Svg.Rectangle(Left, Top, Side, Side, "edge-of-matrix"));
        return new Figure
        {
            Title = "The quadratic form Q",
            Panels = [panel],
            Legend = Key(values, largest),
            Caption = ["One square per entry; the strength of the colour is the size of the entry relative to the largest. Exact up to drawing; the entries are in the JSON."],
        };
    }

    private static Legend Key(double[][] values, double largest)
    {
        var text = NumberText.TypesetDigits(NumberText.Significant(largest, 4));
        var legend = new Legend().Region(text, "positive");
        return values.Any(row => row.Any(value => value < 0)) ? legend.Region("−" + text, "negative") : legend;
    }
}

using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Symmetric matrices as squares of colour.</summary>
internal static class MatrixFigure
{
    /// <summary>The largest matrix that is drawn.</summary>
    internal const int LargestSize = 32;

    private const double Left = 44, Side = 300, SmallLeft = 22, SmallSide = 200, Dark = 0.55;
    private const int LargestWritten = 5;

    /// <summary>A quadratic form that is too large to write out.</summary>
    internal static Figure Draw(ImmutableArray<ImmutableArray<Scalar>> matrix)
    {
        var largest = Largest([matrix]);
        return new Figure
        {
            Title = "The quadratic form Q",
            Panels = [Panel(matrix, largest, "The quadratic form Q", "Q", Left, 22, Side)],
            Legend = Key([matrix], largest),
            Caption = ["One square per entry; the strength of the colour is the size of the entry relative to the largest. Exact up to drawing; the entries are in the JSON."],
        };
    }

    /// <summary>The largest entry of several matrices, by size.</summary>
    internal static double Largest(IEnumerable<ImmutableArray<ImmutableArray<Scalar>>> matrices) =>
        matrices.SelectMany(matrix => matrix.SelectMany(row => row.Select(entry => Math.Abs(entry.ToDouble())))).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <summary>One of several small matrices; equal colours are equal numbers in all panels with the same largest entry.</summary>
    internal static Panel SmallPanel(ImmutableArray<ImmutableArray<Scalar>> matrix, double largest, string title, string letter, string heading)
    {
        var panel = Panel(matrix, largest, title, letter, SmallLeft, 40, SmallSide).Draw(Svg.Text(SmallLeft, 14, heading, "panel-name"));
        if (matrix.Length > LargestWritten) return panel;
        var cell = SmallSide / matrix.Length;
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j < matrix.Length; j++)
            {
                var value = matrix[i][j].ToDouble();
                panel.Draw(Svg.Text(SmallLeft + ((j + 0.5) * cell), 40 + ((i + 0.5) * cell) + 4, NumberText.TypesetDigits(NumberText.Significant(value, 3)), Math.Abs(value) > Dark * largest ? "entry middle on-dark" : "entry middle"));
            }
        }

        return panel;
    }

    private static Panel Panel(ImmutableArray<ImmutableArray<Scalar>> matrix, double largest, string title, string letter, double left, double top, double side)
    {
        var panel = new Panel(left + side + 16, top + side + 10, title, $"A square of {NumberText.Count(matrix.Length)} by {NumberText.Count(matrix.Length)} cells, darker for larger entries.");
        var cell = side / matrix.Length;
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j < matrix.Length; j++)
            {
                var value = matrix[i][j].ToDouble();
                var opacity = largest > 0 && double.IsFinite(value) ? Math.Abs(value) / largest : 0;
                panel.Draw(Svg.Tip(
                    Svg.Rectangle(left + (j * cell), top + (i * cell), cell, cell, value < 0 ? "negative" : "positive").Set("fill-opacity", opacity),
                    $"{letter}[{NumberText.Count(i)},{NumberText.Count(j)}] = {NumberText.Of(matrix[i][j]).Typeset}"));
            }
        }

        var every = Math.Max(1, (matrix.Length + 7) / 8);
        for (var i = 0; i < matrix.Length; i += every)
        {
            panel.Draw(
                Svg.Text(left - 6, top + ((i + 0.5) * cell) + 4, NumberText.Count(i), "tick end"),
                Svg.Text(left + ((i + 0.5) * cell), top - 6, NumberText.Count(i), "tick middle"));
        }

        return panel.Draw(Svg.Rectangle(left, top, side, side, "edge-of-matrix"));
    }

    /// <summary>What the strongest colours stand for.</summary>
    internal static Legend Key(IEnumerable<ImmutableArray<ImmutableArray<Scalar>>> matrices, double largest)
    {
        var text = NumberText.TypesetDigits(NumberText.Significant(largest, 4));
        var legend = new Legend().Region(text, "positive");
        return matrices.Any(matrix => matrix.Any(row => row.Any(value => value.ToDouble() < 0))) ? legend.Region("−" + text, "negative") : legend;
    }
}

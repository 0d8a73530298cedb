using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Matrices as text: <c>[[1,2],[3,4]]</c> with entries <c>3</c>, <c>-0.25</c> or <c>2/3</c>.</summary>
public static class MatrixText
{
    /// <summary>Reads a matrix.</summary>
    /// <exception cref="FormatException">The text is not a rectangular matrix of numbers.</exception>
    public static Matrix<Rational> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (!compact.StartsWith("[[", StringComparison.Ordinal) || !compact.EndsWith("]]", StringComparison.Ordinal))
        {
            throw new FormatException($"'{Shorten(text)}' is not a matrix; expected [[..],[..]].");
        }

        var rows = compact[2..^2].Split("],[").Select((row, i) => ParseRow(row, i)).ToImmutableArray();
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i].Length != rows[0].Length) throw new FormatException($"Row {i + 1} of the matrix has {rows[i].Length} entries where row 1 has {rows[0].Length}.");
        }

        return new Matrix<Rational>(rows.Length, rows[0].Length, (i, j) => rows[i][j]);
    }

    private static ImmutableArray<Rational> ParseRow(string row, int index) =>
        [.. row.Split(',').Select((entry, j) => Rational.TryParse(entry, out var value)
            ? value
            : throw new FormatException($"Row {index + 1}, entry {j + 1} of the matrix is '{Shorten(entry)}', which is not a number."))];

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..37] + "...";
}

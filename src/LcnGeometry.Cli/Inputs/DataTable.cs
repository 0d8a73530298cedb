using LcnGeometry.Algebra;
using LcnGeometry.Networks;

namespace LcnGeometry.Cli;

/// <summary>Tables of numbers in CSV or npy files; the content decides which, not the name.</summary>
internal static class DataTable
{
    /// <summary>Reads a table exactly.</summary>
    /// <exception cref="FormatException">The content is damaged or no table of finite numbers.</exception>
    public static Matrix<Rational> Read(InputFile file) => NpyFile.HasMagic(file.Content.AsSpan())
        ? NpyFile.Parse(file.Content, file.Path).ToMatrix()
        : CsvTable.Parse(file.Text(), file.Path).ToMatrix();

    /// <summary>Reads one column as a time series.</summary>
    /// <param name="file">A CSV file, or a .npy array with one column.</param>
    /// <param name="column">The column's name or its number from 1; null when there is only one.</param>
    /// <exception cref="FormatException">The content is damaged, no table of finite numbers, or has no such column.</exception>
    public static TimeSeries ReadSeries(InputFile file, string? column)
    {
        if (!NpyFile.HasMagic(file.Content.AsSpan())) return TimeSeries.FromTable(CsvTable.Parse(file.Text(), file.Path), column);
        var table = NpyFile.Parse(file.Content, file.Path).ToMatrix();
        return table.Columns == 1 && column is null
            ? new TimeSeries(file.Path, table.Column(0))
            : throw new CommandException(ErrorKind.File, $"{file.Path} has {table.Columns} unnamed columns; a series in a .npy file is a single one, without --column.");
    }

    /// <summary>Reads a square matrix: a table, or text such as <c>[[2,1],[1,2]]</c>.</summary>
    /// <exception cref="FormatException">The content is damaged or no table of finite numbers.</exception>
    public static Matrix<Rational> ReadMatrix(InputFile file)
    {
        if (NpyFile.HasMagic(file.Content.AsSpan())) return Read(file);
        var text = file.Text();
        return text.AsSpan().TrimStart().StartsWith("[") ? MatrixText.Parse(text) : Read(file);
    }
}

namespace LcnGeometry;

/// <summary>A CSV file does not hold what was asked of it; the message names the place.</summary>
public sealed class CsvFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">The file.</param>
    /// <param name="line">1-based; 0 when the whole file is meant.</param>
    /// <param name="column">1-based; 0 when the whole line is meant.</param>
    /// <param name="problem">What is wrong, without a final point.</param>
    public CsvFormatException(string source, int line, int column, string problem)
        : base($"{Place(source, line, column)}: {problem}.")
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line, 1-based; 0 when the whole file is meant.</summary>
    public int Line { get; }

    /// <summary>The column, 1-based; 0 when the whole line is meant.</summary>
    public int Column { get; }

    private static string Place(string source, int line, int column) => (line, column) switch
    {
        (0, _) => source,
        (_, 0) => $"{source}, line {line}",
        _ => $"{source}, line {line}, column {column}",
    };
}

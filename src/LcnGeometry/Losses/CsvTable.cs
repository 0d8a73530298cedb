using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A rectangular table of exact numbers read from comma-separated text, with or without a header.</summary>
public sealed class CsvTable
{
    private readonly ImmutableArray<ImmutableArray<Rational>> _rows;

    private CsvTable(string source, ImmutableArray<string>? header, ImmutableArray<ImmutableArray<Rational>> rows)
    {
        Source = source;
        Header = header;
        _rows = rows;
    }

    /// <summary>Where the table came from, for messages.</summary>
    public string Source { get; }

    /// <summary>The column names; null when the first line already holds numbers.</summary>
    public ImmutableArray<string>? Header { get; }

    /// <summary>The number of rows, at least 1.</summary>
    public int Rows => _rows.Length;

    /// <summary>The number of columns, at least 1.</summary>
    public int Columns => _rows[0].Length;

    /// <summary>One entry.</summary>
    public Rational this[int row, int column] => _rows[row][column];

    /// <summary>Reads a file.</summary>
    /// <exception cref="CsvFormatException">The file is empty, ragged, or holds something that is not a finite number.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CsvTable ReadFile(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads text.</summary>
    /// <param name="text">Lines of comma-separated decimals or fractions; blank lines are skipped; the first line may be a header.</param>
    /// <param name="source">A name for messages.</param>
    /// <exception cref="CsvFormatException">The text is empty, ragged, or holds something that is not a finite number.</exception>
    public static CsvTable Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<string>? header = null;
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Rational>>();
        int lineNumber = 0, width = -1;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').ToString().ReplaceLineEndings("\n").Split('\n'))
        {
            lineNumber++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var fields = Fields(line).Select(f => Unquote(f.Trim())).ToArray();
            if (width < 0)
            {
                width = fields.Length;
                if (IsHeader(fields))
                {
                    header = [.. fields];
                    continue;
                }
            }

            if (fields.Length != width)
            {
                throw new CsvFormatException(source, lineNumber, 0, $"{fields.Length} {(fields.Length == 1 ? "column" : "columns")} where the first line has {width}");
            }

            rows.Add([.. fields.Select((field, i) => ParseNumber(field, source, lineNumber, i + 1))]);
        }

        if (rows.Count == 0) throw new CsvFormatException(source, 0, 0, header is null ? "the file is empty" : "the file has a header and no numbers");
        return new CsvTable(source, header, rows.ToImmutable());
    }

    /// <summary>The table as a matrix.</summary>
    public Matrix<Rational> ToMatrix() => new(Rows, Columns, (i, j) => this[i, j]);

    // A header holds a name: something that is neither a number nor one of the spellings of a missing or infinite value.
    private static bool IsHeader(string[] fields) =>
        fields.Any(f => f.Length > 0 && !Rational.TryParse(f, out _) && !IsNonFinite(f)) && !fields.Any(f => Rational.TryParse(f, out _));

    private static bool IsNonFinite(string field) =>
        field.TrimStart('-', '+').ToUpperInvariant() is "NAN" or "INF" or "INFINITY" or "NA" or "NULL" or "";

    private static Rational ParseNumber(string field, string source, int line, int column)
    {
        if (Rational.TryParse(field, out var value)) return value;
        throw new CsvFormatException(source, line, column, field.Length == 0
            ? "an empty field where a number was expected"
            : IsNonFinite(field)
                ? $"'{field}' is not a finite number"
                : $"'{field}' is not a number");
    }

    /// <summary>Splits a line at its commas, but for those between quotation marks.</summary>
    private static IEnumerable<string> Fields(string line)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            if (line[i] != ',' || quoted) continue;
            yield return line[start..i];
            start = i + 1;
        }

        yield return line[start..];
    }

    private static string Unquote(string field) =>
        field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}

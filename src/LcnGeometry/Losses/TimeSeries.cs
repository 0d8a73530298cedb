using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A series of exact values at equally spaced times.</summary>
public sealed class TimeSeries
{
    /// <summary>Creates a series.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public TimeSeries(string name, ImmutableArray<Rational> values)
    {
        if (values.IsDefaultOrEmpty) throw new ArgumentException("A series has at least one value.", nameof(values));
        Name = name;
        Values = values;
    }

    /// <summary>The name of the column, or of the file.</summary>
    public string Name { get; }

    /// <summary>The values, in order of time.</summary>
    public ImmutableArray<Rational> Values { get; }

    /// <summary>The arithmetic mean.</summary>
    public Rational Mean => Values.Aggregate(Rational.Zero, (sum, x) => sum + x) / Values.Length;

    /// <summary>Reads one column of a CSV file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The column's name; may be omitted when there is only one.</param>
    /// <exception cref="CsvFormatException">The file is no table of numbers, or has no such column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TimeSeries ReadCsv(string path, string? column = null) => FromTable(CsvTable.ReadFile(path), column);

    /// <summary>One column of a table as a series.</summary>
    /// <exception cref="CsvFormatException">There is no such column, or several columns and no choice.</exception>
    public static TimeSeries FromTable(CsvTable table, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = table.Header is { } header ? string.Join(", ", header.Select(h => $"'{h}'")) : null;
        int index;
        if (column is null)
        {
            if (table.Columns > 1)
            {
                throw new CsvFormatException(table.Source, 0, 0,
                    $"{table.Columns} columns; choose one with --column{(names is null ? " (a number, from 1)" : $": {names}")}");
            }

            index = 0;
        }
        else
        {
            index = table.Header?.IndexOf(column) ?? -1;
            if (index < 0 && int.TryParse(column, out var number) && number >= 1 && number <= table.Columns) index = number - 1;
            if (index < 0)
            {
                throw new CsvFormatException(table.Source, 0, 0,
                    $"no column '{column}'; {(names is null ? $"the file has no header and {table.Columns} columns, numbered from 1" : $"there are {names}")}");
            }
        }

        return new TimeSeries(
            table.Header?[index] ?? column ?? table.Source,
            [.. Enumerable.Range(0, table.Rows).Select(i => table[i, index])]);
    }
}

using System.Globalization;
using System.Text;

namespace LcnGeometry.Cli;

/// <summary>Writes tables as CSV (RFC 4180): commas, line ends of carriage return and line feed, the same text in every culture.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a line.</summary>
    public CsvText Line(IEnumerable<string> cells)
    {
        _text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
        return this;
    }

    /// <summary>A whole number.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A double in round-trip form.</summary>
    public static string Of(double value) => Scalar.Format(value);

    /// <summary>The word of the JSON documents.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Whole numbers in one cell.</summary>
    public static string Of(IEnumerable<int> values) => string.Join(' ', values.Select(Of));

    public override string ToString() => _text.ToString();

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LcnGeometry;

/// <summary>The table of runs as CSV: one line per run, by data set and start.</summary>
/// <remarks>Nothing is ever quoted: patterns, numbers and words hold no comma, no quote and no line feed.</remarks>
internal static class CensusCsv
{
    /// <summary>The first line, with its line feed.</summary>
    public const string Header = "dataset,init,seed,targetPattern,endPattern,endLoss,globalLoss,criticalPoint,kind,repeated,status,steps\n";

    private const int Columns = 12;

    /// <summary>Appends one line.</summary>
    public static void Append(StringBuilder text, CensusRow row)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(row);
        text.Append(CultureInfo.InvariantCulture, $"{row.Dataset},{row.Init},{row.Seed},{Pattern(row.TargetPattern)},{Pattern(row.EndPattern)},");
        text.Append(CultureInfo.InvariantCulture, $"{Scalar.Format(row.EndLoss)},{(row.GlobalLoss is { } least ? Scalar.Format(least) : "")},{row.CriticalPoint},");
        text.Append(CultureInfo.InvariantCulture, $"{(row.Kind is { } kind ? Word(kind) : "")},{row.Repeated},{Word(row.Status)},{row.Steps}\n");
    }

    /// <summary>Reads one line, without its line feed.</summary>
    /// <exception cref="FormatException">The line is not one that <see cref="Append"/> writes; the message names the column.</exception>
    public static CensusRow Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var fields = line.Split(',');
        if (fields.Length != Columns) throw new FormatException($"{fields.Length} columns instead of {Columns}.");
        return new CensusRow
        {
            Dataset = Count(fields[0], "dataset"),
            Init = Count(fields[1], "init"),
            Seed = long.TryParse(fields[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : throw Bad(fields[2], "seed"),
            TargetPattern = fields[3].Replace(' ', ','),
            EndPattern = fields[4].Replace(' ', ','),
            EndLoss = Number(fields[5], "endLoss"),
            GlobalLoss = fields[6].Length == 0 ? null : Number(fields[6], "globalLoss"),
            CriticalPoint = fields[7].Length == 0 ? null : Count(fields[7], "criticalPoint"),
            Kind = fields[8].Length == 0 ? null : Enum<CriticalPointKind>(fields[8], "kind"),
            Repeated = fields[9],
            Status = Enum<CensusStatus>(fields[10], "status"),
            Steps = Count(fields[11], "steps"),
        };
    }

    /// <summary>Multiplicities above 9 stand between commas in a pattern; in this table, between spaces.</summary>
    private static string Pattern(string pattern) => pattern.Replace(',', ' ');

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static T Enum<T>(string text, string column)
        where T : struct, Enum
    {
        foreach (var value in System.Enum.GetValues<T>())
        {
            if (Word(value) == text) return value;
        }

        throw Bad(text, column);
    }

    private static int Count(string text, string column) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Bad(text, column);

    private static double Number(string text, string column) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(text, column);

    private static FormatException Bad(string text, string column) => new($"'{text}' in the column {column}.");
}

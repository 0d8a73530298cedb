using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LcnGeometry.Cli;

/// <summary>Critical points as CSV (RFC 4180): one row for each point and factorization.</summary>
internal static class CriticalCsv
{
    private const string LineEnd = "\r\n";

    /// <summary>The text of the file; numbers are doubles in round-trip form, the same in every culture.</summary>
    public static string Write(CriticalDocument document)
    {
        var filters = document.Inputs.Filters ?? [];
        var text = new StringBuilder();
        Line(text, Heads(document.Loss.U.Length, filters));
        for (var i = 0; i < document.Points.Length; i++)
        {
            var point = document.Points[i];
            if (point.Factorizations.IsEmpty) Line(text, Cells(point, i, null, null, filters));
            for (var f = 0; f < point.Factorizations.Length; f++) Line(text, Cells(point, i, f, point.Factorizations[f], filters));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Heads(int size, ImmutableArray<int> filters) =>
    [
        "point", "loss", "realPattern", "complexPattern", "kind", "evidence", "certificateRadius",
        .. Enumerable.Range(0, size).Select(i => "c" + Count(i)),
        "otherFactorizations", "factorization", "factorizationKind", "repeatedFilters",
        .. filters.SelectMany((entries, l) => Enumerable.Range(0, entries).Select(i => $"w{Count(l + 1)}_{Count(i)}")),
    ];

    private static IEnumerable<string> Cells(CriticalPointRow point, int index, int? number, CriticalFactorizationRow? factorization, ImmutableArray<int> filters) =>
    [
        Count(index), Number(point.Loss.ToDouble()), point.RealPattern ?? "", point.ComplexPattern is { } pattern ? string.Join(' ', pattern.Select(Count)) : "",
        Word(point.Kind), Word(point.Evidence), Number(point.CertificateRadius),
        .. point.Function.Select(value => Number(value.ToDouble())),
        point.OtherFactorizations.ToString(), number is { } n ? Count(n) : "", factorization is null ? "" : Word(factorization.Kind),
        factorization is null ? "" : string.Join(' ', factorization.RepeatedFilters.Select(pair => string.Join('-', pair.Select(Count)))),
        .. factorization is null ? Enumerable.Repeat("", filters.Sum()) : factorization.Filters.SelectMany(filter => filter).Select(value => Number(value.ToDouble())),
    ];

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append(LineEnd);

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => Scalar.Format(value);

    // The words of the JSON documents.
    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

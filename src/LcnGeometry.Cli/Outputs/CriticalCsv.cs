using System.Collections.Immutable;

namespace LcnGeometry.Cli;

/// <summary>Critical points as CSV: one row for each point and factorization.</summary>
internal static class CriticalCsv
{
    /// <summary>The text of the file; numbers are doubles in round-trip form.</summary>
    public static string Write(CriticalDocument document)
    {
        var filters = document.Inputs.Filters ?? [];
        var text = new CsvText().Line(Heads(document.Loss.U.Length, filters));
        for (var i = 0; i < document.Points.Length; i++)
        {
            var point = document.Points[i];
            if (point.Factorizations.IsEmpty) text.Line(Cells(point, i, null, null, filters));
            for (var f = 0; f < point.Factorizations.Length; f++) text.Line(Cells(point, i, f, point.Factorizations[f], filters));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Heads(int size, ImmutableArray<int> filters) =>
    [
        "point", "loss", "realPattern", "complexPattern", "kind", "evidence", "certificateRadius",
        .. Enumerable.Range(0, size).Select(i => "c" + CsvText.Of(i)),
        "otherFactorizations", "factorization", "factorizationKind", "repeatedFilters",
        .. filters.SelectMany((entries, l) => Enumerable.Range(0, entries).Select(i => $"w{CsvText.Of(l + 1)}_{CsvText.Of(i)}")),
    ];

    private static IEnumerable<string> Cells(CriticalPointRow point, int index, int? number, CriticalFactorizationRow? factorization, ImmutableArray<int> filters) =>
    [
        CsvText.Of(index), CsvText.Of(point.Loss.ToDouble()), point.RealPattern ?? "", point.ComplexPattern is { } pattern ? CsvText.Of(pattern) : "",
        CsvText.Of(point.Kind), CsvText.Of(point.Evidence), CsvText.Of(point.CertificateRadius),
        .. point.Function.Select(value => CsvText.Of(value.ToDouble())),
        point.OtherFactorizations.ToString(), number is { } n ? CsvText.Of(n) : "", factorization is null ? "" : CsvText.Of(factorization.Kind),
        factorization is null ? "" : string.Join(' ', factorization.RepeatedFilters.Select(pair => string.Join('-', pair.Select(CsvText.Of)))),
        .. factorization is null ? Enumerable.Repeat("", filters.Sum()) : factorization.Filters.SelectMany(filter => filter).Select(value => CsvText.Of(value.ToDouble())),
    ];
}

using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Every real way to factor the unconstrained optimum into layers.</summary>
internal static class FactorizationsChapter
{
    private const int MostRows = 24, MostLongRows = 8, LongRow = 14;

    internal static Element Render(ReportContext context)
    {
        var chapter = Chapter.Open("factorizations", "Factorizations of the optimum");
        if (context.Study.Factor is not { } factor) return chapter.Add(Chapter.Absent("Factorizations of the optimum were not computed; the notes at the end say why."));
        chapter.Add(P(Sentence(factor), "\u00A0", factor.Count is null ? null : Badge.Of(Evidence.Exact)));
        if (!factor.Factorizations.IsEmpty)
        {
            var table = new DataTable(("#", ColumnKind.Number), ("Filters, layer by layer", ColumnKind.Text), ("Known", ColumnKind.Text), ("Squarefree", ColumnKind.Text), ("Repeated", ColumnKind.Text))
                .AddRows(factor.Factorizations, factor.Factorizations[0].Filters.Sum(filter => filter.Length) > LongRow ? MostLongRows : MostRows, (row, i) =>
                    [NumberText.Count(i + 1), Filters(row), Known(row), row.Squarefree ? "yes" : "no", RepeatedFilters.Of(row.RepeatedFilters)]);
            chapter.Add(table.ToHtml(context.NextTable(), "Real factorizations",
                "Modulo layer scalings: from the second layer on the nonzero coefficient of highest index is 1. A factorization is critical for generic data on its stratum when every filter is squarefree; l ∥ m marks proportional filters of layers l and m."));
        }

        return chapter.Add(Chapter.Notes(factor.Notes));
    }

    private static string Sentence(FactorDocument factor)
    {
        if (factor.Count is not { } count) return "The zero filter has infinitely many factorizations: one layer is zero and the others are free.";
        if (count.IsZero) return "There is no real factorization into layers.";
        return count.IsOne ? "There is exactly one real factorization, up to layer scalings." : $"There are {NumberText.Of(count).Typeset} real factorizations, up to layer scalings.";
    }

    private static Element Filters(FactorizationRow row)
    {
        var list = Span("filters");
        for (var i = 0; i < row.Filters.Length; i++)
        {
            if (i > 0) list.Add(" ∗ ");
            list.Add(Span("filter", FilterText.Typeset(row.Filters[i])));
        }

        return list;
    }

    private static Element Known(FactorizationRow row) => row.Radius is { } radius
        ? Span("", Badge.Of(row.Evidence), " within " + NumberText.TypesetDigits(NumberText.Significant(radius, 2)))
        : Badge.Of(row.Evidence);
}

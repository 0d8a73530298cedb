namespace LcnGeometry.Reporting;

/// <summary>Every real way to factor a filter, on a terminal.</summary>
internal static class FactorText
{
    private const int MostRows = 20;

    internal static void Write(TerminalPage page, FactorDocument factor)
    {
        page.Title(factor.Count switch
        {
            null => "The zero filter has infinitely many factorizations.",
            { IsZero: true } => "There is no real factorization into layers.",
            { IsOne: true } => "There is one real factorization into layers.",
            { } count => $"There are {page.Number(count)} real factorizations into layers.",
        });
        page.Facts(("network", Names.Network(factor.Inputs)), ("filter", factor.Inputs.Filter is { } filter ? page.Filter(filter) : null));
        if (!factor.Factorizations.IsEmpty) Table(page, factor);
        ComplexFactorsText.Write(page, factor);
        if (factor.Fiber is { } fiber) FiberText.Write(page, fiber);
    }

    private static void Table(TerminalPage page, FactorDocument factor) =>
        page.Table(["#", "filters, layer by layer", "known", "squarefree", "repeated"], factor.Factorizations, MostRows, (row, i) =>
        [
            NumberText.Count(i + 1), page.Product(row.Filters), MemberText.Precision(row), row.Squarefree ? "yes" : "no",
            row.RepeatedFilters.IsEmpty ? "" : RepeatedFilters.Of(row.RepeatedFilters),
        ]);
}

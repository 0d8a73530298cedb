namespace LcnGeometry.Reporting;

/// <summary>An atlas on a terminal.</summary>
internal static class AtlasText
{
    private const int MostRows = 80;

    internal static void Write(TerminalPage page, AtlasDocument atlas)
    {
        page.Title(AtlasWords.Verdict(atlas, number => number.Plain));
        page.Table(["filters", "fills", "#in/bd/out", "#strata", "#functions", "#points", "checks"], atlas.Architectures, MostRows, (row, _) =>
        [
            string.Join(',', row.Filters.Select(NumberText.Count)), Words.YesNo(row.Filling),
            $"{NumberText.Count(row.InteriorPatterns)}/{NumberText.Count(row.BoundaryPatterns)}/{NumberText.Count(row.OutsidePatterns)}",
            NumberText.Count(row.CriticalStrata), page.Number(row.CriticalFunctions), page.Number(row.CriticalParameters),
            row.Identity != VerdictKind.Holds ? "sum differs" : row.Complete == VerdictKind.Holds ? "passed" : "incomplete",
        ]);
        page.Line("  Real patterns in the interior, on the boundary and outside; complex strata with critical points, critical functions on them, and critical points (filters modulo scalings), for generic data.");
    }
}

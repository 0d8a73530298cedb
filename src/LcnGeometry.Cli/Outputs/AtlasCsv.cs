namespace LcnGeometry.Cli;

/// <summary>An atlas as CSV: one row for each architecture.</summary>
internal static class AtlasCsv
{
    /// <summary>The text of the file.</summary>
    public static string Write(AtlasDocument document)
    {
        var text = new CsvText().Line(
        [
            "filters", "degree", "layers", "dimension", "filling", "requiredRealRoots", "interiorPatterns", "boundaryPatterns", "outsidePatterns",
            "criticalStrata", "criticalFunctions", "criticalParameters", "identity", "certified", "complete",
        ]);
        foreach (var row in document.Architectures)
        {
            text.Line(
            [
                CsvText.Of(row.Filters), CsvText.Of(row.Degree), CsvText.Of(row.Filters.Length), CsvText.Of(row.Dimension), CsvText.Of(row.Filling),
                CsvText.Of(row.RequiredRealRoots), CsvText.Of(row.InteriorPatterns), CsvText.Of(row.BoundaryPatterns), CsvText.Of(row.OutsidePatterns),
                CsvText.Of(row.CriticalStrata), row.CriticalFunctions.ToString(), row.CriticalParameters.ToString(), CsvText.Of(row.Identity),
                row.Certified.ToString(), CsvText.Of(row.Complete),
            ]);
        }

        return text.ToString();
    }
}

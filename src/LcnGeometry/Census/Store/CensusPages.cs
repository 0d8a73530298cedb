using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>The files that follow from the rows: the document and its page.</summary>
internal sealed class CensusPages(Func<CensusDocument, string>? page)
{
    private CensusDocument? _document;

    /// <summary>Tallies the rows.</summary>
    public ImmutableArray<CensusProduct> Of(CensusManifest manifest, IEnumerable<CensusRow> rows)
    {
        var tally = new CensusTally(Network(manifest.Inputs));
        foreach (var row in rows) tally.Add(row);
        _document = tally.ToDocument(manifest.Inputs with { Shard = manifest.Shard }, manifest.Seed);
        var document = new CensusProduct("census.json", DocumentJson.Write(_document));
        return page is null ? [document] : [document, new CensusProduct("report.html", page(_document))];
    }

    /// <summary>What a run or a merge leaves.</summary>
    public CensusOutcome Outcome(CensusResult result) => new()
    {
        Document = result.Products.IsEmpty ? null : _document,
        Done = result.Done,
        Count = result.Count,
        IsFinished = result.Finished,
        Notes = result.Notes,
        Files = result.Finished ? [CensusStore.PlanName, CensusTable.Name, .. result.Products.Select(product => product.Name)] : [CensusStore.PlanName, CensusTable.Name],
    };

    private static Architecture Network(DocumentInputs inputs) => inputs is { Filters: { } filters, Strides: { } strides }
        ? new Architecture(filters, strides)
        : throw new FormatException("it names no network");
}

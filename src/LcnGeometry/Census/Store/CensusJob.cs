using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>One of the files that are made from the rows of a finished census.</summary>
internal sealed record CensusProduct(string Name, string Text);

/// <summary>What one folder is to hold.</summary>
internal sealed record CensusJob
{
    /// <summary>Many rows, and few enough to be in memory.</summary>
    public const int DefaultRowsAtOnce = 1 << 16;

    /// <summary>The plan of the folder, unfinished.</summary>
    public required CensusManifest Manifest { get; init; }

    /// <summary>Data sets that are kept together.</summary>
    public required int SetsPerChunk { get; init; }

    /// <summary>The further files of a folder, from its plan and its rows in order.</summary>
    public required Func<CensusManifest, IEnumerable<CensusRow>, ImmutableArray<CensusProduct>> Products { get; init; }

    /// <summary>Rows that may be kept together, if a chunk is not larger.</summary>
    public int RowsAtOnce { get; init; } = DefaultRowsAtOnce;

    /// <summary>At most so many rows are not yet in the journal.</summary>
    public int RowsPerEntry => Math.Max(RowsAtOnce, SetsPerChunk * Manifest.Inits);

    /// <summary>The number of the first data set.</summary>
    public int First => Manifest.Part.First(Manifest.DataSets);

    /// <summary>How many data sets there are.</summary>
    public int Count => Manifest.Part.End(Manifest.DataSets) - First;
}

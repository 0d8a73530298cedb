namespace LcnGeometry;

/// <summary>Runs counted in groups that belong together: those of one data set.</summary>
/// <remarks>The sums are exact, so that the order of the data sets does not matter.</remarks>
internal sealed class ClusterCount
{
    private int _current;

    /// <summary>Counted runs.</summary>
    public long Runs { get; private set; }

    /// <summary>Data sets with at least one counted run.</summary>
    public int Clusters { get; private set; }

    /// <summary>The sum of the squares of the counts of the data sets.</summary>
    public Int128 Squares { get; private set; }

    /// <summary>The sum of the products of the count and the size of the data sets.</summary>
    public Int128 Cross { get; private set; }

    /// <summary>Counts one run of the data set at hand.</summary>
    public void Add() => _current++;

    /// <summary>Ends a data set.</summary>
    /// <param name="size">The number of its runs among which this counts.</param>
    public void Close(int size)
    {
        if (_current == 0) return;
        Runs += _current;
        Clusters++;
        Squares += (Int128)_current * _current;
        Cross += (Int128)_current * size;
        _current = 0;
    }

    /// <summary>The share among the given runs, with its interval; null if there are none.</summary>
    public ShareInterval? ShareOf(ClusterCount all) => all.Runs == 0 ? null : ShareInterval.Of(all.Clusters, all.Runs, all.Squares, Runs, Squares, Cross);

    /// <summary>The same for a document.</summary>
    public CensusShareRow RowOf(ClusterCount all) => ShareOf(all) is { } share
        ? new CensusShareRow { Runs = Runs, Share = share.Share, Interval = [share.Lower, share.Upper], EffectiveRuns = share.Effective }
        : new CensusShareRow { Runs = Runs };
}

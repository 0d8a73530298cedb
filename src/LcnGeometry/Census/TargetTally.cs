using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Counts the runs of the data sets whose targets have one root pattern.</summary>
internal sealed class TargetTally
{
    private readonly ClusterCount _all = new();
    private readonly Dictionary<(CensusStatus Status, string Pattern), EndTally> _ends = [];

    /// <summary>Counts a row.</summary>
    public void Add(CensusRow row)
    {
        _all.Add();
        if (!_ends.TryGetValue((row.Status, row.EndPattern), out var end)) _ends.Add((row.Status, row.EndPattern), end = new EndTally());
        end.Add(row);
    }

    /// <summary>Ends a data set of the given number of runs.</summary>
    public void Close(int size)
    {
        _all.Close(size);
        foreach (var end in _ends.Values) end.Count.Close(size);
    }

    /// <summary>The row of the document.</summary>
    public CensusTargetRow ToRow(string pattern, StratumPosition? position, int dataSets, Comparison<string> order)
    {
        var share = ShareInterval.Binomial(_all.Clusters, dataSets);
        return new CensusTargetRow
        {
            Pattern = pattern,
            Position = position,
            DataSets = _all.Clusters,
            Share = share.Share,
            Interval = dataSets == 1 ? null : [share.Lower, share.Upper],
            Runs = _all.Runs,
            Ends =
            [
                .. _ends.OrderBy(pair => pair.Key.Status).ThenByDescending(pair => pair.Value.Count.Runs).ThenBy(pair => pair.Key.Pattern, Comparer<string>.Create(order))
                    .Select(pair => pair.Value.ToRow(pair.Key.Status, pair.Key.Pattern, _all)),
            ],
        };
    }

    /// <summary>Counts the runs that ended in one way.</summary>
    private sealed class EndTally
    {
        private readonly StepCounts _steps = new();
        private long _global, _spurious, _repeated;
        private double _excess, _largestExcess;

        public ClusterCount Count { get; } = new();

        public void Add(CensusRow row)
        {
            Count.Add();
            _steps.Add(row.Steps);
            if (row.Repeated.Length > 0) _repeated++;
            if (CensusTally.IsGlobal(row)) _global++;
            if (!CensusTally.IsSpurious(row)) return;
            var excess = row.EndLoss - row.GlobalLoss!.Value;
            _excess += excess;
            _largestExcess = _spurious == 0 ? excess : Math.Max(_largestExcess, excess);
            _spurious++;
        }

        public CensusEndRow ToRow(CensusStatus status, string pattern, ClusterCount all)
        {
            var share = Count.ShareOf(all)!.Value;
            return new CensusEndRow
            {
                EndPattern = pattern.Length == 0 ? null : pattern,
                Status = status,
                DataSets = Count.Clusters,
                Runs = Count.Runs,
                Share = share.Share,
                Interval = [share.Lower, share.Upper],
                EffectiveRuns = share.Effective,
                GlobalMinimum = _global,
                Spurious = _spurious,
                Repeated = _repeated,
                Steps = _steps.Quantiles(),
                Excess = _spurious == 0 ? null : new CensusExcess { Mean = _excess / _spurious, Largest = _largestExcess },
            };
        }
    }
}

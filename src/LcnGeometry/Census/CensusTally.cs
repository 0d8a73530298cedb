using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Counts the rows of a census, in memory that does not grow with their number.</summary>
internal sealed class CensusTally
{
    private readonly EndRules _rules;
    private readonly ImmutableArray<CensusPrediction> _predictions;
    private readonly Dictionary<string, TargetTally> _targets = [];
    private readonly Dictionary<string, RepetitionTally> _repetition = [];
    private readonly RepetitionTally _repeated = new();
    private readonly ClusterCount _all = new(), _global = new(), _spurious = new();
    private readonly long[] _statuses = new long[Enum.GetValues<CensusStatus>().Length], _matched = new long[Enum.GetValues<CensusStatus>().Length];
    private readonly long[] _kinds = new long[Enum.GetValues<CriticalPointKind>().Length];
    private CensusRow? _last;
    private int _size, _inits, _withoutGlobalLoss;

    /// <summary>An empty tally.</summary>
    /// <param name="net">The network that was trained.</param>
    public CensusTally(Architecture net)
    {
        ArgumentNullException.ThrowIfNull(net);
        _rules = new EndRules(net);
        _predictions = CensusPredictions.For(_rules);
    }

    /// <summary>Counts a row.</summary>
    /// <param name="row">The next row: rows are ordered by data set, then by start.</param>
    /// <exception cref="ArgumentException">The row is not after the one before.</exception>
    public void Add(CensusRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_last is not null && (row.Dataset, row.Init).CompareTo((_last.Dataset, _last.Init)) <= 0)
            throw new ArgumentException($"Run {row.Init} of data set {row.Dataset} comes after run {_last.Init} of data set {_last.Dataset}; rows are ordered by data set, then by start.", nameof(row));
        if (row.Dataset != _last?.Dataset) Open(row);
        _last = row;
        _size++;
        _inits = Math.Max(_inits, row.Init + 1);
        _statuses[(int)row.Status]++;
        if (row.CriticalPoint is not null)
        {
            _matched[(int)row.Status]++;
            if (row.Kind is { } kind) _kinds[(int)kind]++;
        }

        _all.Add();
        if (IsGlobal(row)) _global.Add();
        if (IsSpurious(row)) _spurious.Add();
        _targets[row.TargetPattern].Add(row);
        foreach (var prediction in _predictions) prediction.Add(row);
        if (row.Status != CensusStatus.Converged) return;
        _repeated.Add(row);
        if (!_repetition.TryGetValue(row.EndPattern, out var repetition)) _repetition.Add(row.EndPattern, repetition = new RepetitionTally());
        repetition.Add(row);
    }

    /// <summary>The document of all rows that were added.</summary>
    /// <param name="inputs">What was asked.</param>
    /// <param name="seed">The seed of the census.</param>
    public CensusDocument ToDocument(DocumentInputs inputs, long seed)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Close();
        _last = null;
        var dataSets = _all.Clusters;
        return new CensusDocument
        {
            Inputs = inputs,
            Seed = seed,
            Notes = CensusNotes.For(inputs, _rules, dataSets, _all.Runs, _statuses[(int)CensusStatus.Budget], _withoutGlobalLoss),
            Counts = new CensusCounts
            {
                DataSets = dataSets,
                Inits = inputs.Inits ?? _inits,
                Runs = _all.Runs,
                Statuses = [.. Enum.GetValues<CensusStatus>().Where(status => _statuses[(int)status] > 0).Select(status => new CensusStatusRow { Status = status, Runs = _statuses[(int)status], Matched = _matched[(int)status] })],
                Matched = _matched.Sum(),
                Kinds = [.. Enum.GetValues<CriticalPointKind>().Where(kind => _kinds[(int)kind] > 0).Select(kind => new CensusKindRow { Kind = kind, Runs = _kinds[(int)kind] })],
                WithoutGlobalLoss = _withoutGlobalLoss,
                GlobalMinimum = _global.RowOf(_all),
                Spurious = _spurious.RowOf(_all),
            },
            Targets = [.. _targets.OrderBy(pair => pair.Key, Comparer<string>.Create(ByPattern)).Select(pair => pair.Value.ToRow(pair.Key, _rules.Position(pair.Key), dataSets, ByPattern))],
            Predictions = [.. _predictions.Select(prediction => prediction.ToRow())],
            Repetition = new CensusRepetition
            {
                Runs = _repeated.All.Runs,
                Repeated = _repeated.Repeated.RowOf(_repeated.All),
                Patterns =
                [
                    .. _repetition.OrderByDescending(pair => pair.Value.All.Runs).ThenBy(pair => pair.Key, Comparer<string>.Create(ByPattern))
                        .Select(pair => new CensusRepetitionRow { EndPattern = pair.Key, Runs = pair.Value.All.Runs, Repeated = pair.Value.Repeated.RowOf(pair.Value.All), Expected = _rules.Expectation(pair.Key) }),
                ],
            },
        };
    }

    /// <summary>Whether the run ended at a certified global minimum.</summary>
    internal static bool IsGlobal(CensusRow row) => row.Kind == CriticalPointKind.GlobalMinimum && row.GlobalLoss is not null;

    /// <summary>Whether the run ended at a certified local minimum that is certified not to be global.</summary>
    internal static bool IsSpurious(CensusRow row) => row.Kind == CriticalPointKind.LocalMinimum && row.GlobalLoss is not null;

    private void Open(CensusRow row)
    {
        Close();
        if (row.GlobalLoss is null) _withoutGlobalLoss++;
        if (!_targets.TryGetValue(row.TargetPattern, out var target)) _targets.Add(row.TargetPattern, target = new TargetTally());
    }

    private void Close()
    {
        if (_last is null) return;
        _targets[_last.TargetPattern].Close(_size);
        _all.Close(_size);
        _global.Close(_size);
        _spurious.Close(_size);
        _repeated.Close();
        foreach (var repetition in _repetition.Values) repetition.Close();
        _size = 0;
    }

    // Most real roots first; what is no pattern comes last.
    private int ByPattern(string a, string b) => (_rules.Pattern(a), _rules.Pattern(b)) switch
    {
        ({ } left, { } right) => left.CompareTo(right),
        (null, null) => string.CompareOrdinal(a, b),
        (null, _) => 1,
        _ => -1,
    };

    private sealed class RepetitionTally
    {
        private int _size;

        public ClusterCount All { get; } = new();

        public ClusterCount Repeated { get; } = new();

        public void Add(CensusRow row)
        {
            _size++;
            All.Add();
            if (row.Repeated.Length > 0) Repeated.Add();
        }

        public void Close()
        {
            All.Close(_size);
            Repeated.Close(_size);
            _size = 0;
        }
    }
}

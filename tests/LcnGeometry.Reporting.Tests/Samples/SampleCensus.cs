using System.Collections.Immutable;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Censuses made by hand; shares like those of the theory, intervals of about the right width.</summary>
internal static class SampleCensus
{
    internal static IReadOnlyDictionary<string, CensusDocument> All { get; } = new Dictionary<string, CensusDocument>
    {
        ["three-layers"] = Census("2,2,2", 1000, 10, ThreeLayers()),
        ["filling"] = Census("3,2", 1, 1000, Filling()) with
        {
            Inputs = new DocumentInputs { Filters = [3, 2], Strides = [1, 1], Series = "data/sun <spots>.csv", Column = "n", Centered = true, Targets = 1, Inits = 1000, Method = "flow" },
            Notes = ["Shares are sampled: with one data set the 95 % intervals are about its random starts alone and say nothing about other data sets."],
        },
        ["five-layers"] = Census("2,2,2,2,2", 100_000, 10, FiveLayers()),
        ["exceptions"] = Exceptions(),
        ["strided"] = Census("3,2,2", 2000, 5, [Target("11|11", null, 1400, 7000, End("11|11", 6990, 1, 0), Status(CensusStatus.Stiff, 10)), Target("|111", null, 600, 3000, End("|111", 2000, 1, 0), End("11|11", 1000, 0, 1))]) with
        {
            Inputs = new DocumentInputs { Filters = [3, 2, 2], Strides = [2, 2, 1], Metric = "matrix", Targets = 2000, Inits = 5, Method = "descent", Shard = "2/8" },
            Predictions = [Holds("F14", "No limit has a multiple root.", 9990), Holds("G4", "Every limit matches one certified critical point of its loss.", 9990)],
        },
        ["nothing"] = Census("2,2", 0, 10, []),
    };

    private static ImmutableArray<CensusTargetRow> ThreeLayers() =>
    [
        Target("111|", StratumPosition.Interior, 239, 2390, End("111|", 2371, 1, 0), Status(CensusStatus.NearDegenerate, 19)),
        Target("1|1", StratumPosition.Outside, 761, 7610, End("21|", 4870, 0.93, 0.07, 1), End("3|", 2702, 0.6, 0.4, 1), Status(CensusStatus.Budget, 38)),
    ];

    private static ImmutableArray<CensusTargetRow> Filling() => [Target("1|1", StratumPosition.Interior, 1, 1000, End("1|1", 613, 1, 0), End("21|", 387, 0, 1))];

    private static ImmutableArray<CensusTargetRow> FiveLayers() =>
    [
        Target("11111|", StratumPosition.Interior, 1207, 12_070, End("11111|", 12_069, 1, 0), Status(CensusStatus.Budget, 1)),
        Target("111|1", StratumPosition.Outside, 52_413, 524_130, End("2111|", 301_222, 0.5, 0.5, 1), End("221|", 180_007, 0.1, 0.9, 1), End("311|", 42_800, 0.2, 0.8, 1), Status(CensusStatus.NearDegenerate, 101)),
        Target("1|11", StratumPosition.Outside, 46_380, 463_800, End("221|", 200_000, 0.3, 0.7, 1), End("32|", 163_000, 0.2, 0.8, 1), End("5|", 100_700, 1, 0, 1), End("41|", 77, 0, 0.5, 1), Status(CensusStatus.NearDegenerate, 3), Status(CensusStatus.Budget, 20)),
    ];

    private static CensusDocument Exceptions()
    {
        var census = Census("2,2,2", 1000, 10, ThreeLayers());
        return census with
        {
            Inputs = census.Inputs with { Metric = null, TargetFile = "a/targets <b>.csv" },
            Counts = census.Counts with { WithoutGlobalLoss = 7 },
            Predictions =
            [
                Holds("C6", "No limit has a repeated complex pair.", 9943),
                Holds("C3", "Every end pattern has a factorization in which no layer holds a root twice.", 9943) with
                {
                    Exceptions = 1, Verdict = VerdictKind.Fails, FirstExceptions = [new CensusRunReference(12, 3)],
                },
                Holds("G4", "Every limit matches one certified critical point of its loss.", 9943) with
                {
                    Open = 25, Verdict = VerdictKind.Undecided, Reason = "The lists of critical points of these data sets are not proved to be complete.",
                    FirstOpen = [.. Enumerable.Range(0, 20).Select(i => new CensusRunReference(100 + i, i % 10))],
                },
            ],
            Notes = ["A note with <markup> & more."],
        };
    }

    private static CensusDocument Census(string filters, int dataSets, int inits, ImmutableArray<CensusTargetRow> targets)
    {
        var ends = targets.SelectMany(target => target.Ends).ToList();
        var runs = ends.Sum(end => end.Runs);
        var converged = ends.Where(end => end.Status == CensusStatus.Converged).ToList();
        ImmutableArray<int> sizes = [.. filters.Split(',').Select(int.Parse)];
        var limits = converged.Sum(end => end.Runs);
        return new CensusDocument
        {
            Inputs = new DocumentInputs { Filters = sizes, Strides = [.. sizes.Select(_ => 1)], Metric = "identity", Targets = Math.Max(1, dataSets), Inits = inits, Method = "descent" },
            Notes =
            [
                "Target patterns are exact; end patterns are numerical, read off the roots of each filter; kinds of critical points and global minima are certified.",
                "Shares are sampled: the 95 % intervals take into account that runs of one data set resemble each other.",
            ],
            Counts = new CensusCounts
            {
                DataSets = dataSets,
                Inits = inits,
                Runs = runs,
                Statuses = [.. ends.GroupBy(end => end.Status).OrderBy(group => group.Key).Select(group => new CensusStatusRow { Status = group.Key, Runs = group.Sum(end => end.Runs), Matched = group.Key == CensusStatus.Converged ? limits : 0 })],
                Matched = limits,
                Kinds =
                [
                    new CensusKindRow { Kind = CriticalPointKind.GlobalMinimum, Runs = ends.Sum(end => end.GlobalMinimum) },
                    new CensusKindRow { Kind = CriticalPointKind.LocalMinimum, Runs = ends.Sum(end => end.Spurious) },
                ],
                WithoutGlobalLoss = 0,
                GlobalMinimum = Share(ends.Sum(end => end.GlobalMinimum), runs),
                Spurious = Share(ends.Sum(end => end.Spurious), runs),
            },
            Targets = [.. targets.Select(target => target with { Share = (double)target.DataSets / dataSets, Interval = dataSets == 1 ? null : Share(target.DataSets, dataSets).Interval })],
            Predictions =
            [
                Holds("C3", "Every end pattern has a factorization in which no layer holds a root twice.", limits),
                Holds("C6", "No limit has a repeated complex pair.", limits),
                Holds("C3-repeated", "Layers repeat a filter exactly as one of these factorizations does.", limits),
                Holds("G4", "Every limit matches one certified critical point of its loss.", limits),
                Holds("G4-minimum", "The critical point at every limit is a local minimum.", limits),
                Holds("least", "No run ends below the certified global minimum.", runs),
            ],
            Repetition = new CensusRepetition
            {
                Runs = limits,
                Repeated = Share(ends.Sum(end => end.Repeated), limits),
                Patterns =
                [
                    .. converged.GroupBy(end => end.EndPattern!).OrderByDescending(group => group.Sum(end => end.Runs)).Select(group => new CensusRepetitionRow
                    {
                        EndPattern = group.Key,
                        Runs = group.Sum(end => end.Runs),
                        Repeated = Share(group.Sum(end => end.Repeated), group.Sum(end => end.Runs)),
                        Expected = group.Sum(end => end.Repeated) > 0 ? RepetitionExpectation.Always : RepetitionExpectation.Never,
                    }),
                ],
            },
        };
    }

    private static CensusTargetRow Target(string pattern, StratumPosition? position, int dataSets, long runs, params ReadOnlySpan<CensusEndRow> ends) => new()
    {
        Pattern = pattern,
        Position = position,
        DataSets = dataSets,
        Share = 0,
        Runs = runs,
        Ends = [.. ends.ToArray().Select(end => Finished(end, runs))],
    };

    private static CensusEndRow Finished(CensusEndRow end, long runs)
    {
        var share = Share(end.Runs, runs);
        return end with { Share = share.Share!.Value, Interval = share.Interval!.Value, EffectiveRuns = share.EffectiveRuns!.Value };
    }

    private static CensusEndRow End(string pattern, long runs, double global, double spurious, double repeated = 0) => new()
    {
        EndPattern = pattern,
        Status = CensusStatus.Converged,
        DataSets = (int)Math.Max(1, runs / 8),
        Runs = runs,
        Share = 0,
        Interval = [0, 0],
        EffectiveRuns = 0,
        GlobalMinimum = (long)(global * runs),
        Spurious = spurious == 0 ? 0 : runs - (long)(global * runs),
        Repeated = (long)(repeated * runs),
        Steps = Steps(120 + (311 * pattern.Length * pattern[0] % 977)),
        Excess = spurious == 0 ? null : new CensusExcess { Mean = 0.0625 * pattern.Length, Largest = 1.5 * pattern.Length },
    };

    private static CensusEndRow Status(CensusStatus status, long runs) => End("1|", runs, 0, 0) with
    {
        EndPattern = null,
        Status = status,
        Repeated = 0,
        Steps = status == CensusStatus.Budget ? new CensusSteps { Least = 400_000, LowerQuartile = 400_000, Median = 400_000, UpperQuartile = 400_000, NinthDecile = 400_000, Largest = 400_000 } : Steps(9000),
    };

    private static CensusSteps Steps(int median) => new() { Least = median / 4, LowerQuartile = median * 2 / 3, Median = median, UpperQuartile = median * 2, NinthDecile = median * 6, Largest = Math.Min(399_999, median * 180) };

    private static CensusPredictionRow Holds(string id, string statement, long runs) => new()
    {
        Id = id,
        Statement = statement,
        Checked = runs,
        Exceptions = 0,
        Open = 0,
        Verdict = runs == 0 ? VerdictKind.Undecided : VerdictKind.Holds,
        Reason = runs == 0 ? "There is no run to check." : null,
        FirstExceptions = [],
        FirstOpen = [],
    };

    private static CensusShareRow Share(long runs, long all)
    {
        if (all == 0) return new CensusShareRow { Runs = runs };
        double share = (double)runs / all, half = 2.1 * Math.Sqrt(((share * (1 - share)) + (2.0 / all)) / all * 3);
        return new CensusShareRow { Runs = runs, Share = share, Interval = [Math.Max(0, share - half), Math.Min(1, share + half)], EffectiveRuns = all / 3.0 };
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace LcnGeometry.Tests;

/// <summary>A census whose rows cost nothing, to be interrupted, damaged and merged in every way.</summary>
internal static class FakeCensus
{
    public const int Inits = 3;

    public static CensusPlan Plan(int dataSets = 11, long seed = 1, int inits = Inits, CensusMethod method = CensusMethod.Descent) =>
        CensusPlan.Random(Architecture.Parse("2,2"), Metric.Identity(3), seed, dataSets, inits, method);

    public static CensusJob Job(CensusPlan? plan = null, CensusShard? shard = null, int setsPerChunk = 2) => new()
    {
        Manifest = CensusManifest.Of(plan ?? Plan(), shard ?? CensusShard.Whole),
        SetsPerChunk = setsPerChunk,
        RowsAtOnce = 1, // every chunk by itself
        Products = Products,
    };

    public static CensusWriter Writer(ICensusDisk disk, string folder, CensusPlan? plan = null, CensusShard? shard = null, int setsPerChunk = 2) =>
        new(disk, folder, Job(plan, shard, setsPerChunk));

    public static CensusResult Run(ICensusDisk disk, string folder, CensusPlan? plan = null, CensusShard? shard = null, int threads = 1) =>
        Writer(disk, folder, plan, shard).Run(Rows(plan ?? Plan()), threads, null, CancellationToken.None);

    /// <summary>The files of a run that nothing interrupts.</summary>
    public static SortedDictionary<string, string> Whole(CensusPlan? plan = null, CensusShard? shard = null)
    {
        var disk = new MemoryDisk();
        Run(disk, "runs", plan, shard);
        return disk.Files("runs");
    }

    public static CensusRows Rows(CensusPlan plan) => (first, count, token) =>
    [
        .. from dataset in Enumerable.Range(first, count)
           from init in Enumerable.Range(0, plan.Inits)
           select Row(plan, dataset, init),
    ];

    public static CensusRow Row(CensusPlan plan, int dataset, int init)
    {
        var mixed = (dataset * 31) + (init * 7) + (int)plan.Seed;
        return new CensusRow
        {
            Dataset = dataset,
            Init = init,
            Seed = plan.Seed,
            TargetPattern = mixed % 5 == 0 ? "10,1|" : "11|",
            EndPattern = mixed % 3 == 0 ? "" : "2|1",
            EndLoss = mixed % 4 == 0 ? -0.0 : mixed / 7.0,
            GlobalLoss = mixed % 6 == 0 ? null : 1e-300 * mixed,
            CriticalPoint = mixed % 2 == 0 ? null : mixed % 10,
            Kind = mixed % 2 == 0 ? null : (CriticalPointKind)(mixed % 5),
            Repeated = mixed % 3 == 1 ? "1-2;1-3" : "",
            Status = (CensusStatus)(mixed % 5),
            Steps = mixed * 100,
        };
    }

    public static ImmutableArray<CensusProduct> Products(CensusManifest manifest, IEnumerable<CensusRow> rows)
    {
        var (count, steps) = (0, 0L);
        foreach (var row in rows) (count, steps) = (count + 1, steps + row.Steps);
        return
        [
            new CensusProduct("census.json", string.Create(CultureInfo.InvariantCulture, $"{{\"part\": \"{manifest.Part}\", \"runs\": {count}, \"steps\": {steps}}}\n")),
            new CensusProduct("report.html", string.Create(CultureInfo.InvariantCulture, $"<p>{manifest.Part}: {count}</p>\n")),
        ];
    }
}

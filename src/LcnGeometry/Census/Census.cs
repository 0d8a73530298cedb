using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Training from many starts on many data sets, kept in a folder.</summary>
public static class Census
{
    /// <summary>Runs that are kept together: often enough to lose little, seldom enough to wait little for the disk.</summary>
    private const int RunsPerChunk = 256;

    /// <summary>Critical points that are looked for together.</summary>
    private const int PointsPerChunk = 4000;

    /// <summary>A small census is divided too, so that every thread has work.</summary>
    private const int LeastChunks = 16;

    /// <summary>Computes a census, or one part of it, into a folder; goes on where an earlier call for the same plan ended, whatever ended it.</summary>
    /// <param name="plan">The network, the data sets and the starts.</param>
    /// <param name="folder">The folder: one that does not exist or is empty, or one that an earlier call for the same plan and part began or finished.</param>
    /// <param name="options">The part, the number of threads, and who draws the page; by default the whole census on all cores, without a page.</param>
    /// <param name="progress">Receives the share that is done; what earlier calls did counts as done.</param>
    /// <param name="token">Stops the work at a finished chunk; what was finished is kept.</param>
    /// <returns>What the folder holds then; unless it was stopped, all rows.</returns>
    /// <exception cref="ArgumentException">The folder has no name, or there are fewer threads than one.</exception>
    /// <exception cref="CensusFolderException">The folder holds something else, is being written by another process, is damaged, or cannot be written.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> a finished folder has the same bytes in every file, whatever interrupted the work, however often, and whatever the number of threads: killed processes, failures of power and full disks included. What is damaged is refused and left as it is, or computed again with a note; no row is lost, and none is there twice.</para>
    /// <para><b>Method:</b> chunks of data sets are computed on several threads and kept in order. The rows of a chunk are appended to <c>runs.csv</c> and flushed to the disk, then a line of the file <c>journal</c> vouches for them with the SHA-256 of everything so far. A later call verifies all of it and drops what no line vouches for. A lock of the file system keeps other processes out and ends with its holder.</para>
    /// <para><b>Cost:</b> two flushes of the disk per chunk; to go on, one pass over the rows; memory does not grow with their number.</para>
    /// <para><b>Source:</b> write-ahead logging.</para>
    /// <example>
    /// <code>
    /// // The rows are in runs/runs.csv.
    /// static CensusOutcome Small(string folder) =>
    ///     Census.Run(CensusPlan.Random(Architecture.Parse("2,2"), Metric.Identity(3), seed: 1, dataSets: 100, inits: 10), folder);
    /// </code>
    /// </example>
    /// </remarks>
    public static CensusOutcome Run(CensusPlan plan, string folder, CensusOptions? options = null, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        options ??= new CensusOptions();
        options.Check();
        var pages = new CensusPages(options.Page);
        var job = new CensusJob { Manifest = CensusManifest.Of(plan, options.Shard), SetsPerChunk = SetsPerChunk(plan, options.Shard), Products = pages.Of };
        var work = new Lazy<CensusWork>(() => new CensusWork(plan, options.Solver));
        var result = new CensusWriter(CensusDisk.Instance, folder, job).Run((first, count, stop) => work.Value.Rows(first, count, stop), options.Threads, progress, token);
        return pages.Outcome(result);
    }

    /// <summary>Puts the parts of a census together.</summary>
    /// <param name="folders">The finished folders of all parts, in any order.</param>
    /// <param name="output">The folder for the whole census: one that does not exist or is empty, or one that holds this census, finished or not.</param>
    /// <param name="page">Draws <c>report.html</c>; if null there is none.</param>
    /// <param name="progress">Receives the share that is done.</param>
    /// <param name="token">Stops the work; the same call goes on.</param>
    /// <returns>The whole census.</returns>
    /// <exception cref="ArgumentException">No folder is named.</exception>
    /// <exception cref="CensusFolderException">The folders are not the parts of one census, each once; or one is unfinished or damaged; or the output holds something else. Then nothing was written.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> every file has the bytes that <see cref="Run"/> writes for the whole census.</para>
    /// <para><b>Method:</b> all parts are verified against their SHA-256, then read once more and appended.</para>
    /// <para><b>Cost:</b> three passes over the rows; memory does not grow with their number.</para>
    /// <para><b>Source:</b> as <see cref="Run"/>.</para>
    /// <example>
    /// <code>
    /// static CensusOutcome Together() => Census.Merge(["runs/1", "runs/2"], "all");
    /// </code>
    /// </example>
    /// </remarks>
    public static CensusOutcome Merge(ImmutableArray<string> folders, string output, Func<CensusDocument, string>? page = null, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(output);
        var pages = new CensusPages(page);
        return pages.Outcome(new CensusMerger(CensusDisk.Instance, pages.Of).Merge(folders, output, progress, token));
    }

    /// <summary>A chunk is about a second of work; it follows from plan and part alone.</summary>
    private static int SetsPerChunk(CensusPlan plan, CensusShard shard)
    {
        var sets = Math.Min(RunsPerChunk / plan.Inits, (shard.End(plan.DataSets) - shard.First(plan.DataSets)) / LeastChunks);
        if (CriticalReach.Refusal(plan.Net, CancellationToken.None) is null)
        {
            var points = CriticalPointCount.OnParameters(plan.Net.Filters);
            sets = Math.Min(sets, points >= PointsPerChunk ? 1 : PointsPerChunk / Math.Max(1, (int)points));
        }

        return Math.Max(sets, 1);
    }
}

using System.Collections.Immutable;
using System.Text;

namespace LcnGeometry;

/// <summary>The rows of a range of data sets: the number of the first, and how many.</summary>
internal delegate IReadOnlyList<CensusRow> CensusRows(int first, int count, CancellationToken token);

/// <summary>What a run left in its folder.</summary>
/// <param name="Done">Data sets that are kept.</param>
/// <param name="Count">Data sets of the part.</param>
/// <param name="Finished">Whether the folder is finished.</param>
/// <param name="Products">The further files, of all rows that are kept; empty if nothing is.</param>
/// <param name="Notes">What was found and put right.</param>
internal sealed record CensusResult(int Done, int Count, bool Finished, ImmutableArray<CensusProduct> Products, ImmutableArray<string> Notes);

/// <summary>Brings a folder to its end, from whatever state it is in.</summary>
internal sealed class CensusWriter(ICensusDisk disk, string folder, CensusJob job)
{
    /// <summary>Computes what is missing.</summary>
    /// <param name="rows">Computes rows, on any thread.</param>
    /// <param name="threads">How many chunks are computed at a time.</param>
    /// <param name="progress">Receives the share that is done, of all data sets of the part.</param>
    /// <param name="token">Stops at a finished chunk.</param>
    public CensusResult Run(CensusRows rows, int threads, IProgress<double>? progress, CancellationToken token) => Fill(
        store =>
        {
            progress?.Report(ShareOf(store.Done));
            var start = store.Done;
            OrderedWork.Run(
                (int)(((long)job.Count - start + job.SetsPerChunk - 1) / job.SetsPerChunk),
                threads,
                (chunk, stop) =>
                {
                    var first = start + (chunk * job.SetsPerChunk);
                    var count = Math.Min(job.SetsPerChunk, job.Count - first);
                    return (Sets: count, Lines: LinesOf(rows(job.First + first, count, stop), job.First + first, count));
                },
                chunks =>
                {
                    foreach (var (sets, lines) in Together(chunks)) store.Append(sets, lines);
                    progress?.Report(ShareOf(store.Done));
                },
                token);
        },
        token);

    /// <summary>Opens the folder, lets the rows that are missing be appended, and finishes it.</summary>
    public CensusResult Fill(Action<CensusStore> append, CancellationToken token)
    {
        using (var store = CensusStore.Open(disk, folder, job, token))
        {
            if (store is not null)
            {
                try
                {
                    append(store);
                    var products = store.Finish(token);
                    return new CensusResult(store.Done, job.Count, true, products, store.Notes);
                }
                catch (OperationCanceledException) when (token.IsCancellationRequested)
                {
                    return new CensusResult(store.Done, job.Count, false, store.Done == 0 ? [] : store.Products(CancellationToken.None), store.Notes);
                }
            }
        }

        var (made, notes) = CensusStore.Recall(disk, folder, job, token);
        return new CensusResult(job.Count, job.Count, true, made, notes);
    }

    /// <summary>Chunks that are complete at the same time are kept at the same time, so that many threads do not wait for a slow disk.</summary>
    private IEnumerable<(int Sets, byte[] Lines)> Together(IReadOnlyList<(int Sets, byte[] Lines)> chunks)
    {
        var (sets, lines) = (0, new MemoryStream());
        foreach (var chunk in chunks)
        {
            if (sets > 0 && (long)(sets + chunk.Sets) * job.Manifest.Inits > job.RowsPerEntry)
            {
                yield return (sets, lines.ToArray());
                (sets, lines) = (0, new MemoryStream());
            }

            sets += chunk.Sets;
            lines.Write(chunk.Lines);
        }

        yield return (sets, lines.ToArray());
    }

    private double ShareOf(int done) => job.Count == 0 ? 1 : (double)done / job.Count;

    /// <summary>The lines of some data sets, checked to be what was asked for.</summary>
    private byte[] LinesOf(IReadOnlyList<CensusRow> rows, int first, int count)
    {
        var (inits, seed) = (job.Manifest.Inits, job.Manifest.Seed);
        var isRight = rows.Count == (long)count * inits;
        var text = new StringBuilder(96 * rows.Count);
        for (var i = 0; i < rows.Count && isRight; i++)
        {
            isRight = rows[i].Dataset == first + (i / inits) && rows[i].Init == i % inits && rows[i].Seed == seed;
            CensusCsv.Append(text, rows[i]);
        }

        return isRight
            ? Encoding.UTF8.GetBytes(text.ToString())
            : throw new InvariantViolationException($"the rows of {count} data sets from {first} are not those that were asked for", job.Manifest.Write(), seed);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LcnGeometry;

/// <summary>Puts the parts of one census together; everything is verified before anything is written.</summary>
internal sealed class CensusMerger(ICensusDisk disk, Func<CensusManifest, IEnumerable<CensusRow>, ImmutableArray<CensusProduct>> products)
{
    private const string Nothing = "nothing was written";

    /// <summary>Merges finished folders into one.</summary>
    /// <exception cref="CensusFolderException">The folders are not the parts of one census, one of them is missing, unfinished or damaged, or the output belongs to something else.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the same merge then goes on.</exception>
    public CensusResult Merge(ImmutableArray<string> folders, string output, IProgress<double>? progress, CancellationToken token)
    {
        CheckNames(folders, output);
        var parts = folders.Select(folder => (Folder: folder, Plan: PlanOf(folder))).ToImmutableArray();
        CheckParts(parts);
        parts = [.. parts.OrderBy(part => part.Plan.Part.Index)];
        var whole = parts[0].Plan with { Shard = null, Finished = false, Bytes = null, Sha256 = null, Check = "" };
        var job = new CensusJob { Manifest = whole, SetsPerChunk = Math.Max(1, CensusJob.DefaultRowsAtOnce / whole.Inits), Products = products };
        _ = CensusStore.PlanOf(disk, output, whole);
        var (read, all) = (0L, 2 * parts.Sum(part => part.Plan.Bytes!.Value));
        foreach (var (folder, plan) in parts)
        {
            foreach (var _ in CensusStore.FinishedRows(disk, folder, plan, token)) { }
            read += plan.Bytes!.Value;
            progress?.Report((double)read / all);
        }

        var result = new CensusWriter(disk, output, job).Fill(
            store =>
            {
                foreach (var (folder, plan) in parts)
                {
                    Copy(store, job, folder, plan, token);
                    read += plan.Bytes!.Value;
                    progress?.Report((double)read / all);
                }
            },
            token);
        if (!result.Finished) token.ThrowIfCancellationRequested();
        return result;
    }

    private static void CheckNames(ImmutableArray<string> folders, string output)
    {
        if (folders.IsDefaultOrEmpty) throw new ArgumentException("A merge needs at least one folder.", nameof(folders));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (!names.Add(Full(folder))) throw Refused($"'{folder}' is given twice", "Give every part once.");
        }

        if (names.Contains(Full(output))) throw Refused($"'{output}' is one of the parts", "Merge into a folder of its own.");
    }

    private CensusManifest PlanOf(string folder)
    {
        if (!disk.Names(folder).Contains(CensusStore.PlanName)) throw Refused($"'{folder}' holds no census: it has no {CensusStore.PlanName}", "Name the folders that lcn census wrote.");
        return CensusStore.ReadPlan(disk, folder);
    }

    private void CheckParts(ImmutableArray<(string Folder, CensusManifest Plan)> parts)
    {
        var (first, plan) = parts[0];
        foreach (var part in parts)
        {
            if (CensusDifference.Of(plan, part.Plan) is { } difference)
            {
                throw Refused($"'{first}' and '{part.Folder}' are parts of different censuses: {difference.Replace(" there and ", " in the first and ", StringComparison.Ordinal).Replace(" here", " in the second", StringComparison.Ordinal)}", "Merge the parts of one census.");
            }

            if (part.Plan.Part.Count != plan.Part.Count)
            {
                throw Refused($"'{first}' is shard {plan.Part} and '{part.Folder}' is shard {part.Plan.Part}: a census is divided in one way", "Merge parts that were made with the same number of shards.");
            }
        }

        var count = plan.Part.Count;
        foreach (var twice in parts.GroupBy(part => part.Plan.Part.Index).Where(group => group.Count() > 1).Take(1))
        {
            throw Refused($"'{twice.First().Folder}' and '{twice.Last().Folder}' both hold shard {twice.Key} of {count}", "Give every part once.");
        }

        if (Enumerable.Range(1, count).Except(parts.Select(part => part.Plan.Part.Index)).ToArray() is [var missing, ..] gaps)
        {
            var more = gaps.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {gaps.Length - 1} more");
            throw Refused($"shard {missing} of {count} is missing{more}", $"Name its folder too; --shard {missing}/{count} computes it.");
        }

        foreach (var part in parts.Where(part => !part.Plan.Finished).Take(1))
        {
            var (done, all) = (DoneOf(part.Folder), part.Plan.Part.End(plan.DataSets) - part.Plan.Part.First(plan.DataSets));
            throw Refused(
                string.Create(CultureInfo.InvariantCulture, $"shard {part.Plan.Part.Index} of {count} in '{part.Folder}' is not finished: {done} of {all} data sets"),
                $"Run the command that began it again, with --shard {part.Plan.Part} --out {part.Folder}: it goes on from there.");
        }
    }

    private int DoneOf(string folder)
    {
        try
        {
            return CensusJournal.Read(disk.Read(Path.Combine(folder, CensusStore.JournalName))).Entries is [.., var last] ? last.Done : 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return 0;
        }
    }

    /// <summary>Appends the rows of a part that are not there yet.</summary>
    private void Copy(CensusStore store, CensusJob job, string folder, CensusManifest plan, CancellationToken token)
    {
        var (start, end) = (store.Done, plan.Part.End(plan.DataSets));
        var lines = new StringBuilder();
        var sets = 0;
        try
        {
            foreach (var row in CensusStore.FinishedRows(disk, folder, plan, token))
            {
                if (row.Dataset < start) continue;
                CensusCsv.Append(lines, row);
                if (row.Init < plan.Inits - 1) continue;
                sets++;
                if (sets == job.SetsPerChunk || row.Dataset == end - 1) Keep();
            }
        }
        catch (CensusFolderException) when (store.Done > start)
        {
            // A part that changed while it was read: nothing that came from it may stay.
            store.Restart();
            throw;
        }

        void Keep()
        {
            store.Append(sets, Encoding.UTF8.GetBytes(lines.ToString()));
            lines.Clear();
            sets = 0;
        }
    }

    private static string Full(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Directory.Exists(full) ? new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
    }

    private static CensusFolderException Refused(string message, string advice) => new($"{message}; {Nothing}.", advice);
}

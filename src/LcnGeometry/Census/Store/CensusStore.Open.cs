using System.Collections.Immutable;
using System.Globalization;

namespace LcnGeometry;

internal sealed partial class CensusStore
{
    private const string StartOver = "Put back a good copy of the file, or delete runs.csv and journal: the same command then computes everything in this folder again.";

    private static string OwnerText => string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}");

    /// <summary>Whether a census makes a file of this name and takes it away again.</summary>
    private static bool IsPassing(string name) => name is JournalName or LockName || name.EndsWith(Partial, StringComparison.Ordinal);

    /// <summary>Takes the folder for this process, and verifies what it holds.</summary>
    /// <returns>Null if the folder is finished.</returns>
    /// <exception cref="CensusFolderException">Another process has it, it holds something else, or what it holds is damaged; then it is as it was.</exception>
    public static CensusStore? Open(ICensusDisk disk, string folder, CensusJob job, CancellationToken token)
    {
        if (PlanOf(disk, folder, job.Manifest) is { Finished: true }) return null;
        var path = Path.Combine(folder, LockName);
        IDisposable? taken;
        try
        {
            disk.CreateFolder(folder);
            taken = disk.Lock(path, OwnerText);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CensusFolderException($"'{folder}' cannot be written: {Reason(error)}.", "Name a folder that you may write to.", error);
        }

        if (taken is null)
        {
            var other = disk.OwnerOf(path);
            throw new CensusFolderException(
                $"'{folder}' is being written by {(other.Length == 0 ? "another process" : other)}.", "Wait until it is done, or name another folder; nothing was changed.");
        }

        var store = new CensusStore(disk, folder, job, taken);
        try
        {
            if (store.Enter(token)) return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }

        store.Dispose();
        return null;
    }

    /// <summary>The plan in a folder; null if the folder is not there, or empty but for what a kill left of its beginning.</summary>
    /// <exception cref="CensusFolderException">The folder holds something else, another census, or a damaged plan.</exception>
    public static CensusManifest? PlanOf(ICensusDisk disk, string folder, CensusManifest wanted)
    {
        var names = Reading(folder, () => disk.Names(folder));
        if (!names.Contains(PlanName))
        {
            var other = names.FirstOrDefault(name => name is not (LockName or PlanName + Partial));
            return other is null ? null : throw new CensusFolderException(
                $"'{folder}' is not empty and holds no census: it has '{other}' and no {PlanName}.", "Name an empty folder, or one that does not exist.");
        }

        var there = ReadPlan(disk, folder);
        if (CensusDifference.Of(there, wanted) is { } difference)
        {
            throw new CensusFolderException($"'{folder}' holds another census: {difference}.", "Name another folder, or repeat the command that began this one.");
        }

        if (there.Part != wanted.Part)
        {
            throw new CensusFolderException(
                $"'{folder}' holds another part of this census: --shard {there.Part} there and {wanted.Part} here.", "Give every part a folder of its own.");
        }

        return there;
    }

    /// <summary>Reads the plan of a folder.</summary>
    /// <exception cref="CensusFolderException">It cannot be read, or is damaged.</exception>
    public static CensusManifest ReadPlan(ICensusDisk disk, string folder)
    {
        var path = Path.Combine(folder, PlanName);
        try
        {
            return CensusManifest.Read(System.Text.Encoding.UTF8.GetString(Reading(path, () => disk.Read(path))));
        }
        catch (FormatException error)
        {
            throw new CensusFolderException($"'{path}' is damaged: {error.Message}.", "Put back a good copy of the file, or name another folder; nothing was changed.", error);
        }
    }

    private static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not CensusFolderException)
        {
            throw new CensusFolderException($"'{path}' cannot be read: {Reason(error)}.", "Check the file and the folder; nothing was changed.", error);
        }
    }

    /// <summary>Verifies what is there, then makes the files ready to go on.</summary>
    /// <returns>False if the folder is finished.</returns>
    private bool Enter(CancellationToken token)
    {
        var there = PlanOf(_disk, _folder, _job.Manifest);
        if (there is { Finished: true }) return false;
        _plan = there ?? _plan;
        var names = _disk.Names(_folder);
        var journal = ReadJournal(names);
        Verify(journal, names.Contains(CensusTable.Name), token);
        Prepare(there is null, journal);
        return true;
    }

    private CensusJournal ReadJournal(ImmutableArray<string> names)
    {
        try
        {
            return CensusJournal.Read(names.Contains(JournalName) ? Reading(At(JournalName), () => _disk.Read(At(JournalName))) : []);
        }
        catch (FormatException error)
        {
            throw new CensusFolderException($"'{At(JournalName)}' is damaged: {error.Message}.", StartOver, error);
        }
    }

    /// <summary>Compares the table with its journal, from the first row to the last that the journal vouches for.</summary>
    private void Verify(CensusJournal journal, bool exists, CancellationToken token)
    {
        using var table = exists ? Reading(At(CensusTable.Name), () => _disk.Open(At(CensusTable.Name))) : Stream.Null;
        var length = table.Length;
        var kept = 0;
        foreach (var entry in journal.Entries)
        {
            if (entry.Done > _job.Count) throw new CensusFolderException($"'{At(JournalName)}' is damaged: it tells of {entry.Done} data sets, and there are {_job.Count}.", StartOver);
            if (entry.Bytes > length)
            {
                _notes.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{CensusTable.Name} had {length} bytes where its journal tells of {journal.Entries[^1].Bytes}: what was missing, from data set {_job.First + Done} on, was computed again."));
                _journalBytes = JournalLength(journal, kept);
                return;
            }

            Reading(At(CensusTable.Name), () => Hash(table, entry.Bytes, token));
            if (Sha256 != entry.Sha256)
            {
                throw new CensusFolderException(
                    string.Create(CultureInfo.InvariantCulture, $"'{At(CensusTable.Name)}' is damaged between the bytes {_bytes} and {entry.Bytes} (data sets {_job.First + Done} to {_job.First + entry.Done - 1}): its SHA-256 is not the one in the journal."),
                    string.Create(CultureInfo.InvariantCulture, $"Put back a good copy of the file, or cut it to {_bytes} bytes (truncate -s {_bytes}): the same command then goes on from data set {_job.First + Done}."));
            }

            (Done, _bytes, kept) = (entry.Done, entry.Bytes, kept + 1);
        }

        _journalBytes = journal.Length;
        CheckRest(table, journal, token);
    }

    /// <summary>Behind the last chunk of the journal there is at most one more; else lines of the journal are gone.</summary>
    private void CheckRest(Stream table, CensusJournal journal, CancellationToken token)
    {
        var most = (long)journal.RowsPerEntry + (Done == 0 ? 1 : 0);
        var lines = Reading(At(CensusTable.Name), () => CountLines(table, token));
        if (lines <= most) return;
        throw new CensusFolderException(
            string.Create(CultureInfo.InvariantCulture, $"'{At(JournalName)}' is damaged: it ends at {Done} data sets, and {CensusTable.Name} goes on for {lines} lines, where at most {most} can be."),
            string.Create(CultureInfo.InvariantCulture, $"Put back a good copy of the journal, or cut {CensusTable.Name} to {_bytes} bytes (truncate -s {_bytes}): the same command then goes on from data set {_job.First + Done}."));
    }

    private long Hash(Stream table, long end, CancellationToken token)
    {
        var buffer = new byte[1 << 16];
        for (var left = end - _bytes; left > 0;)
        {
            token.ThrowIfCancellationRequested();
            var size = table.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (size == 0) throw new EndOfStreamException("it became shorter while it was read");
            _digest.AppendData(buffer, 0, size);
            left -= size;
        }

        return end;
    }

    private static long CountLines(Stream table, CancellationToken token)
    {
        var (buffer, lines) = (new byte[1 << 16], 0L);
        for (var size = table.Read(buffer); size > 0; size = table.Read(buffer))
        {
            token.ThrowIfCancellationRequested();
            lines += buffer.AsSpan(0, size).Count((byte)'\n');
        }

        return lines;
    }

    private long JournalLength(CensusJournal journal, int entries) =>
        CensusJournal.Header(journal.RowsPerEntry).Length + journal.Entries.Take(entries).Sum(entry => (long)CensusJournal.Line(entry).Length);

    private void Prepare(bool isNew, CensusJournal journal)
    {
        if (isNew) WriteWhole(PlanName, _job.Manifest.Write());
        Writing(JournalName, () =>
        {
            _journal = _disk.OpenToWrite(At(JournalName));
            if (journal.RowsPerEntry == 0)
            {
                var header = System.Text.Encoding.UTF8.GetBytes(CensusJournal.Header(_job.RowsPerEntry));
                _journal.Write(0, header);
                _journalBytes = header.Length;
            }

            if (_journal.Length != _journalBytes) _journal.Cut(_journalBytes);
            _journal.Flush();
        });
        Writing(CensusTable.Name, () =>
        {
            _table = _disk.OpenToWrite(At(CensusTable.Name));
            if (Done == 0)
            {
                _table.Write(0, CensusTable.Header);
                _digest.AppendData(CensusTable.Header);
                _bytes = CensusTable.Header.Length;
            }

            if (_table.Length != _bytes) _table.Cut(_bytes);
            _table.Flush();
            _disk.FlushFolder(_folder);
        });
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LcnGeometry;

/// <summary>The folder of one census or one part of it, locked while this object lives: what is finished is kept through anything.</summary>
/// <remarks>
/// A chunk is kept in this order: its rows at the end of <c>runs.csv</c>, flushed to the disk; then one line of the journal, flushed too. What the journal
/// does not vouch for is cut off when the folder is opened again. Every write is at a given place, with bytes that follow from the plan alone.
/// </remarks>
internal sealed partial class CensusStore : IDisposable
{
    /// <summary>The plan of the folder.</summary>
    public const string PlanName = "plan.json";

    /// <summary>What is finished.</summary>
    public const string JournalName = "journal";

    /// <summary>Held while a process writes.</summary>
    public const string LockName = "lock";

    private const string Partial = ".partial";

    private readonly ICensusDisk _disk;
    private readonly string _folder;
    private readonly CensusJob _job;
    private readonly IDisposable _lock;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<string> _notes = [];
    private CensusManifest _plan;
    private ICensusFile? _table;
    private ICensusFile? _journal;
    private long _bytes;
    private long _journalBytes;

    private CensusStore(ICensusDisk disk, string folder, CensusJob job, IDisposable taken) => (_disk, _folder, _job, _lock, _plan) = (disk, folder, job, taken, job.Manifest);

    /// <summary>How many data sets of the part are finished.</summary>
    public int Done { get; private set; }

    /// <summary>Sentences about what was found and put right.</summary>
    public ImmutableArray<string> Notes => [.. _notes];

    private string Sha256 => Convert.ToHexStringLower(_digest.GetCurrentHash());

    /// <summary>Keeps the rows of the next data sets.</summary>
    public void Append(int sets, byte[] lines)
    {
        if (_table!.Length != _bytes || _journal!.Length != _journalBytes)
        {
            throw new CensusFolderException(
                $"Another process writes in '{_folder}', although its lock is held by this one; nothing more is written.", "Let one process at a time write in a folder; the same command then goes on.");
        }

        Writing(CensusTable.Name, () => _table.Write(_bytes, lines));
        Writing(CensusTable.Name, _table.Flush);
        _digest.AppendData(lines);
        var line = Encoding.UTF8.GetBytes(CensusJournal.Line(new CensusJournalEntry(Done + sets, _bytes + lines.Length, Sha256)));
        Writing(JournalName, () => _journal.Write(_journalBytes, line));
        Writing(JournalName, _journal.Flush);
        _bytes += lines.Length;
        _journalBytes += line.Length;
        Done += sets;
    }

    /// <summary>What follows from the rows that are kept, read from the disk.</summary>
    public ImmutableArray<CensusProduct> Products(CancellationToken token) => _job.Products(_plan, CensusTable.Read(_disk, _folder, _plan, Done, _bytes, Sha256, token));

    /// <summary>Goes back to the first data set.</summary>
    public void Restart()
    {
        var header = CensusJournal.Header(_job.RowsPerEntry);
        Writing(JournalName, () => _journal!.Cut(header.Length));
        Writing(JournalName, _journal!.Flush);
        Writing(CensusTable.Name, () => _table!.Cut(CensusTable.Header.Length));
        Writing(CensusTable.Name, _table!.Flush);
        (Done, _bytes, _journalBytes) = (0, CensusTable.Header.Length, header.Length);
        _digest.GetHashAndReset();
        _digest.AppendData(CensusTable.Header);
    }

    /// <summary>Writes what follows from all rows, marks the folder as finished, and removes what served the computation.</summary>
    public ImmutableArray<CensusProduct> Finish(CancellationToken token)
    {
        var products = Products(token);
        foreach (var product in products) WriteWhole(product.Name, product.Text);
        WriteWhole(PlanName, (_plan with { Finished = true, Bytes = _bytes, Sha256 = Sha256 }).Write());
        CloseFiles();
        Writing(JournalName, () => _disk.Delete(At(JournalName)));
        Writing(JournalName, () => _disk.FlushFolder(_folder));
        return products;
    }

    public void Dispose()
    {
        CloseFiles();
        _digest.Dispose();
        _lock.Dispose();
    }

    private void CloseFiles()
    {
        _table?.Dispose();
        _journal?.Dispose();
        (_table, _journal) = (null, null);
    }

    private void RemovePassing(ImmutableArray<string> names)
    {
        foreach (var name in names.Where(name => name != LockName && IsPassing(name))) Writing(name, () => _disk.Delete(At(name)));
        Writing(PlanName, () => _disk.FlushFolder(_folder));
    }

    /// <summary>Writes a file that appears complete or not at all.</summary>
    private void WriteWhole(string name, string text)
    {
        var partial = At(name + Partial);
        Writing(name, () =>
        {
            using (var file = _disk.OpenToWrite(partial))
            {
                file.Cut(0);
                file.Write(0, Encoding.UTF8.GetBytes(text));
                file.Flush();
            }

            _disk.Replace(partial, At(name));
            _disk.FlushFolder(_folder);
        });
    }

    private void Writing(string name, Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not CensusFolderException)
        {
            var kept = string.Create(CultureInfo.InvariantCulture, $"{Done} of {_job.Count} data sets are kept, and the same command goes on from there");
            throw new CensusFolderException($"'{At(name)}' cannot be written: {Reason(error)}; {kept}.", "Make room, or make the folder writable, and run the same command again.", error);
        }
    }

    private string At(string name) => Path.Combine(_folder, name);

    /// <summary>What the system said, without the path that it likes to add.</summary>
    private static string Reason(Exception error)
    {
        var message = error.Message.ReplaceLineEndings(" ");
        var end = message.IndexOf(" : '", StringComparison.Ordinal);
        message = (end < 0 ? message : message[..end]).TrimEnd('.');
        return message.Length == 0 ? error.GetType().Name : char.ToLowerInvariant(message[0]) + message[1..];
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LcnGeometry;

/// <summary>One finished chunk: how many data sets are done, how long the table of runs is then, and its SHA-256 up to there.</summary>
internal sealed record CensusJournalEntry(int Done, long Bytes, string Sha256);

/// <summary>The file <c>journal</c> of an unfinished census: what of the table of runs is known to be good.</summary>
/// <param name="RowsPerEntry">At most so many rows lie between two entries; 0 if the journal has not begun.</param>
/// <param name="Entries">The finished chunks, in order.</param>
/// <param name="Length">The bytes of the journal that are whole lines.</param>
/// <param name="IsTorn">Whether something follows that is no whole line.</param>
internal sealed record CensusJournal(int RowsPerEntry, ImmutableArray<CensusJournalEntry> Entries, int Length, bool IsTorn)
{
    private const string FormatName = "lcn-census-journal/1";
    private const int CheckDigits = 16;

    /// <summary>The first line.</summary>
    public static string Header(int rowsPerEntry) => Sealed(string.Create(CultureInfo.InvariantCulture, $"{FormatName} {rowsPerEntry}"));

    /// <summary>The line of an entry.</summary>
    public static string Line(CensusJournalEntry entry) => Sealed(string.Create(CultureInfo.InvariantCulture, $"{entry.Done} {entry.Bytes} {entry.Sha256}"));

    /// <summary>Reads a journal. A last line that is not whole was cut by a kill, and is left out; every other one has to be as it was written.</summary>
    /// <exception cref="FormatException">A line is damaged; the message says which.</exception>
    public static CensusJournal Read(ReadOnlySpan<byte> content)
    {
        var entries = ImmutableArray.CreateBuilder<CensusJournalEntry>();
        var (rows, length) = (0, 0);
        for (var number = 1; length < content.Length; number++)
        {
            var size = content[length..].IndexOf((byte)'\n') + 1;
            var isLast = size == 0 || length + size == content.Length;
            var fields = size == 0 ? [] : Open(Encoding.UTF8.GetString(content.Slice(length, size - 1)));
            if (!(number == 1 ? TryHeader(fields, out rows) : TryEntry(fields, entries)))
            {
                if (isLast) return new CensusJournal(rows, entries.ToImmutable(), length, IsTorn: true);
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {number} (byte {length}) is not as it was written"));
            }

            length += size;
        }

        return new CensusJournal(rows, entries.ToImmutable(), length, IsTorn: false);
    }

    private static bool TryHeader(string[] fields, out int rows)
    {
        rows = 0;
        return fields.Length == 2 && fields[0] == FormatName && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out rows) && rows >= 1;
    }

    private static bool TryEntry(string[] fields, ImmutableArray<CensusJournalEntry>.Builder entries)
    {
        if (fields.Length != 3 || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var done)) return false;
        if (!long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)) return false;
        if (entries.Count > 0 && (done <= entries[^1].Done || bytes <= entries[^1].Bytes)) return false;
        entries.Add(new CensusJournalEntry(done, bytes, fields[2]));
        return true;
    }

    private static string Sealed(string text) => $"{text} {CheckOf(text)}\n";

    /// <summary>The fields of a line without its check; none if the check is not right.</summary>
    private static string[] Open(string line)
    {
        var end = line.LastIndexOf(' ');
        return end >= 0 && line[(end + 1)..] == CheckOf(line[..end]) ? line[..end].Split(' ') : [];
    }

    private static string CheckOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..CheckDigits];
}

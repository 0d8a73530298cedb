using System.Security.Cryptography;
using System.Text;

namespace LcnGeometry;

/// <summary>Reads a table of runs row by row, and makes sure that it is what was written.</summary>
internal static class CensusTable
{
    /// <summary>The name of the file.</summary>
    public const string Name = "runs.csv";

    private const int MostLine = 1 << 16;

    /// <summary>The first line as bytes.</summary>
    public static byte[] Header { get; } = Encoding.UTF8.GetBytes(CensusCsv.Header);

    /// <summary>The rows in order, one at a time; the digest is compared after the last.</summary>
    /// <param name="disk">The file system.</param>
    /// <param name="folder">The folder of the table.</param>
    /// <param name="manifest">The plan, for the order of the rows.</param>
    /// <param name="done">How many data sets of the part are there.</param>
    /// <param name="bytes">The length that counts.</param>
    /// <param name="sha256">The digest of these bytes.</param>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="CensusFolderException">The table is not what was written.</exception>
    public static IEnumerable<CensusRow> Read(ICensusDisk disk, string folder, CensusManifest manifest, int done, long bytes, string sha256, CancellationToken token)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var first = manifest.Part.First(manifest.DataSets);
        var number = -1L;
        foreach (var line in Lines(disk, folder, bytes, digest))
        {
            token.ThrowIfCancellationRequested();
            if (++number == 0)
            {
                if (line + "\n" != CensusCsv.Header) throw Damaged(folder, "line 1 is not the line of column names", null);
                continue;
            }

            yield return Row(folder, line, number, first + ((number - 1) / manifest.Inits), (number - 1) % manifest.Inits);
        }

        if (number != (long)done * manifest.Inits) throw Damaged(folder, FormattableString.Invariant($"it has {number} rows instead of {(long)done * manifest.Inits}"), null);
        if (Convert.ToHexStringLower(digest.GetCurrentHash()) != sha256) throw Damaged(folder, "its SHA-256 is not the one that was written down", null);
    }

    /// <summary>The error for a table that is not as it was written.</summary>
    public static CensusFolderException Damaged(string folder, string what, Exception? cause) => new(
        $"'{Path.Combine(folder, Name)}' is damaged: {what}.", "Put back a good copy of the file, or compute this census again in an empty folder; nothing was changed.", cause);

    private static CensusRow Row(string folder, string line, long number, long dataset, long init)
    {
        CensusRow row;
        try
        {
            row = CensusCsv.Read(line);
        }
        catch (FormatException error)
        {
            throw Damaged(folder, FormattableString.Invariant($"line {number + 1} is no row: {error.Message.TrimEnd('.')}"), error);
        }

        return row.Dataset == dataset && row.Init == init
            ? row
            : throw Damaged(folder, FormattableString.Invariant($"line {number + 1} is about data set {row.Dataset}, start {row.Init}, where data set {dataset}, start {init} belongs"), null);
    }

    private static Stream Open(ICensusDisk disk, string path)
    {
        try
        {
            return disk.Open(path);
        }
        catch (FileNotFoundException error)
        {
            throw new CensusFolderException($"'{path}' is missing, and the census in this folder is finished.", "Put the file back, or compute the census again in another folder; nothing was changed.", error);
        }
    }

    /// <summary>The lines within the first bytes of the table, each without its line feed.</summary>
    private static IEnumerable<string> Lines(ICensusDisk disk, string folder, long bytes, IncrementalHash digest)
    {
        using var stream = Open(disk, Path.Combine(folder, Name));
        var buffer = new byte[MostLine];
        var (held, left) = (0, bytes);
        while (true)
        {
            var size = stream.Read(buffer, held, (int)Math.Min(buffer.Length - held, left));
            digest.AppendData(buffer, held, size);
            left -= size;
            held += size;
            var start = 0;
            for (var end = Array.IndexOf(buffer, (byte)'\n', 0, held); end >= 0; end = Array.IndexOf(buffer, (byte)'\n', start, held - start))
            {
                yield return Encoding.UTF8.GetString(buffer, start, end - start);
                start = end + 1;
            }

            Array.Copy(buffer, start, buffer, 0, held - start);
            held -= start;
            if (size > 0 && held < buffer.Length) continue;
            if (left > 0 && size == 0) throw Damaged(folder, FormattableString.Invariant($"it ends {left} bytes early"), null);
            if (held > 0) throw Damaged(folder, "its last line has no end", null);
            yield break;
        }
    }
}

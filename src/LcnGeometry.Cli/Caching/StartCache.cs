using LcnGeometry.Solving;

namespace LcnGeometry.Cli;

/// <summary>Start solutions as files in a folder: one file for each system, which appears complete or not at all.</summary>
/// <remarks>
/// Any number of processes may share the folder: files are written under a name of their own and then moved, and what is read is checked by the
/// solver before it is used. A folder that cannot be read or written costs time and nothing else.
/// </remarks>
internal sealed class StartCache(string folder, TimeProvider clock) : IStartStore
{
    /// <summary>What files are called.</summary>
    public const string Extension = ".start";

    private const string Unfinished = ".partial";
    private const long LargestFile = 1L << 28;
    private const int MostWriters = 1000;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>The cache of this process; null when nothing is kept.</summary>
    public static StartCache? Of(CommandHost host) => CacheFolder.Of(host).Path is { } folder ? new StartCache(folder, host.Clock) : null;

    /// <inheritdoc/>
    public byte[]? Read(string key)
    {
        try
        {
            var file = new FileInfo(PathOf(key));
            return file.Exists && file.Length <= LargestFile ? File.ReadAllBytes(file.FullName) : null;
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Write(string key, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var path = PathOf(key);
        string? name = null;
        try
        {
            Directory.CreateDirectory(folder);
            Sweep();
            using (var file = CreateBeside(path))
            {
                name = file.Name;
                file.Write(content);
            }

            File.Move(name, path, overwrite: true);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            if (name is not null) Remove(name);
        }
    }

    /// <summary>A new file that no other thread or process writes to.</summary>
    private static FileStream CreateBeside(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            var name = FormattableString.Invariant($"{path}.{Environment.ProcessId}-{attempt}{Unfinished}");
            try
            {
                return new FileStream(name, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (attempt < MostWriters && File.Exists(name))
            {
                // Someone else's; the next name may be free.
            }
        }
    }

    private string PathOf(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? Path.Combine(folder, key + Extension)
        : throw new ArgumentException($"'{key}' is not a key: it must consist of letters, digits and dashes.", nameof(key));

    /// <summary>Removes what processes that were killed left behind.</summary>
    private void Sweep()
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Extension + ".*" + Unfinished))
        {
            if (clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Abandoned) Remove(file.FullName);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // It stays, under a name that nothing reads.
        }
    }

    private static bool IsOfFiles(Exception error) => error is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;
}

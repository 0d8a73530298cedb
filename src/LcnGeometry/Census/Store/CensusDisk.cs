using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LcnGeometry;

/// <summary>The file system of this machine.</summary>
internal sealed class CensusDisk : ICensusDisk
{
    private const int MostOwner = 4096;

    private CensusDisk()
    {
    }

    public static CensusDisk Instance { get; } = new();

    public void CreateFolder(string folder)
    {
        if (File.Exists(folder)) throw new IOException("It is a file, not a folder");
        var made = new List<string>();
        for (var path = Path.GetFullPath(folder); path is not null && !Directory.Exists(path); path = Path.GetDirectoryName(path)) made.Add(path);
        Directory.CreateDirectory(folder);
        foreach (var path in made) FlushFolder(Path.GetDirectoryName(path)!);
    }

    public ImmutableArray<string> Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)]
        : [];

    public byte[] Read(string path) => File.ReadAllBytes(path);

    public Stream Open(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);

    public ICensusFile OpenToWrite(string path) => new OpenFile(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));

    public void Replace(string path, string by) => File.Move(path, by, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return; // there, renaming is as lasting as the file system makes it
        using var handle = OpenPlain(folder);
        RandomAccess.FlushToDisk(handle);
    }

    public IDisposable? Lock(string path, string owner)
    {
        while (true)
        {
            SafeFileHandle handle;
            try
            {
                handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (IsHeldByAnother(error))
            {
                return null;
            }

            try
            {
                // Between opening and locking, the holder may have deleted the file: a lock on a file without a name locks nothing.
                var mine = Encoding.UTF8.GetBytes($"{owner}\n{RandomNumberGenerator.GetHexString(32, lowercase: true)}\n");
                RandomAccess.SetLength(handle, 0);
                RandomAccess.Write(handle, mine, 0);
                if (OperatingSystem.IsWindows() || ReadPlain(path).AsSpan().SequenceEqual(mine)) return new HeldLock(path, handle);
            }
            catch
            {
                handle.Dispose();
                throw;
            }

            handle.Dispose();
        }
    }

    public string OwnerOf(string path) => OperatingSystem.IsWindows() ? "" : Encoding.UTF8.GetString(ReadPlain(path)).Split('\n')[0];

    /// <summary>The runtime reports a lock of another by these errors.</summary>
    private static bool IsHeldByAnother(IOException error)
    {
        const int Linux = 11, Apple = 35, Windows = unchecked((int)0x80070020);
        return error.HResult is Linux or Apple or Windows;
    }

    /// <summary>The content of a file that another process has locked: the runtime's own methods to open a file take a lock first.</summary>
    private static byte[] ReadPlain(string path)
    {
        using var handle = OpenPlain(path);
        if (handle.IsInvalid) return [];
        var content = new byte[MostOwner];
        return content[..RandomAccess.Read(handle, content, 0)];
    }

    private static SafeFileHandle OpenPlain(string path)
    {
        const int ReadOnlyAndCloseOnExecLinux = 0x80000, ReadOnly = 0;
        return new SafeFileHandle(OpenFileDescriptor(path, OperatingSystem.IsLinux() ? ReadOnlyAndCloseOnExecLinux : ReadOnly), ownsHandle: true);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint OpenFileDescriptor([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    private sealed class HeldLock(string path, SafeFileHandle handle) : IDisposable
    {
        public void Dispose()
        {
            if (handle.IsClosed) return;
            if (OperatingSystem.IsWindows()) handle.Dispose();
            try
            {
                File.Delete(path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The file stays, and blocks nobody.
            }

            handle.Dispose();
        }
    }

    private sealed class OpenFile(SafeFileHandle handle) : ICensusFile
    {
        public long Length => RandomAccess.GetLength(handle);

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            try
            {
                RandomAccess.Write(handle, bytes, offset);
            }
            catch (ArgumentOutOfRangeException error)
            {
                // What the runtime makes of a file that is larger than the file system or the user's limit allows.
                throw new IOException("File too large", error);
            }
        }

        public void Cut(long length) => RandomAccess.SetLength(handle, length);

        public void Flush() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}

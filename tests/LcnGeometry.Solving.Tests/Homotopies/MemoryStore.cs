using System.Collections.Concurrent;

namespace LcnGeometry.Solving.Tests.Homotopies;

/// <summary>A store in memory that counts what happens to it.</summary>
internal sealed class MemoryStore : IStartStore
{
    private int _reads;
    private int _writes;

    public ConcurrentDictionary<string, byte[]> Contents { get; } = new();

    public int Reads => _reads;

    public int Writes => _writes;

    public byte[]? Read(string key)
    {
        Interlocked.Increment(ref _reads);
        return Contents.TryGetValue(key, out var content) ? content : null;
    }

    public void Write(string key, byte[] content)
    {
        Interlocked.Increment(ref _writes);
        Contents[key] = content;
    }
}

/// <summary>A store on a disk that fails.</summary>
internal sealed class FailingStore(Exception? onRead, Exception onWrite) : IStartStore
{
    public byte[]? Read(string key) => onRead is null ? null : throw onRead;

    public void Write(string key, byte[] content) => throw onWrite;
}

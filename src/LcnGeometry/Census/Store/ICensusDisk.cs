using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>The file system as a census uses it; tests put one in its place that fails where they say.</summary>
internal interface ICensusDisk
{
    /// <summary>Creates a folder and those above it; one that is there stays as it is.</summary>
    void CreateFolder(string folder);

    /// <summary>The names of everything in a folder, in order; empty if there is no such folder.</summary>
    ImmutableArray<string> Names(string folder);

    /// <summary>The content of a small file.</summary>
    byte[] Read(string path);

    /// <summary>Opens a file to be read from its beginning.</summary>
    Stream Open(string path);

    /// <summary>Opens a file to be written at any place; creates it if it is not there.</summary>
    ICensusFile OpenToWrite(string path);

    /// <summary>Gives a file another name, in place of the file that had it: at every moment there is one of them.</summary>
    void Replace(string path, string by);

    /// <summary>Deletes a file; no error if it is not there.</summary>
    void Delete(string path);

    /// <summary>Makes the names in a folder last.</summary>
    void FlushFolder(string folder);

    /// <summary>Takes a lock that ends with its holder, whatever ends it; the file is deleted with it.</summary>
    /// <returns>Null if another one holds it.</returns>
    IDisposable? Lock(string path, string owner);

    /// <summary>What the holder of a lock wrote into it; empty if that cannot be read.</summary>
    string OwnerOf(string path);
}

/// <summary>A file that is written at given places.</summary>
internal interface ICensusFile : IDisposable
{
    /// <summary>The length in bytes.</summary>
    long Length { get; }

    /// <summary>Writes bytes at an offset.</summary>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Drops what lies behind a length.</summary>
    void Cut(long length);

    /// <summary>Returns when everything is on the disk.</summary>
    void Flush();
}

using System.Collections.Immutable;

namespace LcnGeometry.Cli;

/// <summary>Which outside tools are present.</summary>
internal sealed record DoctorDocument : LcnDocument
{
    /// <inheritdoc/>
    public override string Command => "doctor";

    /// <summary>One row per tool.</summary>
    public required ImmutableArray<ToolRow> Tools { get; init; }

    /// <summary>Where start solutions are kept between runs.</summary>
    public required CacheRow Cache { get; init; }
}

/// <summary>The cache of start solutions; deleting it costs only time.</summary>
internal sealed record CacheRow
{
    /// <summary>The folder; null when nothing is kept.</summary>
    public string? Folder { get; init; }

    /// <summary>Why nothing is kept, or cannot be read; null when all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>How many systems are kept.</summary>
    public required int Files { get; init; }

    /// <summary>The size of the files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Looks at the folder without changing it.</summary>
    public static CacheRow Of(CacheFolder cache)
    {
        if (cache.Path is not { } folder) return new CacheRow { Reason = cache.Reason, Files = 0, Bytes = 0 };
        try
        {
            var files = Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*" + StartCache.Extension) : [];
            return new CacheRow { Folder = folder, Files = files.Length, Bytes = files.Sum(file => file.Length) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new CacheRow { Folder = folder, Reason = "it cannot be read", Files = 0, Bytes = 0 };
        }
    }
}

/// <summary>One outside tool.</summary>
internal sealed record ToolRow
{
    /// <summary>The name people know.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it answered.</summary>
    public required bool Present { get; init; }

    /// <summary>Its version; null when it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>The Debian package.</summary>
    public required string Package { get; init; }

    /// <summary>The command line that installs it.</summary>
    public required string Install { get; init; }

    /// <summary>What needs it.</summary>
    public required string UsedFor { get; init; }
}

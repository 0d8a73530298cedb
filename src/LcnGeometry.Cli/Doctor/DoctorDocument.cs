using System.Collections.Immutable;

namespace LcnGeometry.Cli;

/// <summary>Which outside tools are present.</summary>
internal sealed record DoctorDocument : LcnDocument
{
    /// <inheritdoc/>
    public override string Command => "doctor";

    /// <summary>One row per tool.</summary>
    public required ImmutableArray<ToolRow> Tools { get; init; }
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

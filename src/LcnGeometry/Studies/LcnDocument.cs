using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>What every command's answer begins with; the answer of one command, ready to be written as JSON.</summary>
public abstract record LcnDocument
{
    /// <summary>The name of this document format.</summary>
    public const string SchemaName = "lcn/1";

    /// <summary>Where the command stands among the fields; overriding properties repeat it, because they do not inherit it.</summary>
    private protected const int CommandOrder = -60;

    /// <summary>The format of the document: <c>lcn/1</c>.</summary>
    [JsonPropertyOrder(-70)]
    public string Schema { get; init; } = SchemaName;

    /// <summary>The command that this answers.</summary>
    [JsonPropertyOrder(CommandOrder)]
    public abstract string Command { get; }

    /// <summary>The version of the library.</summary>
    [JsonPropertyOrder(-50)]
    public string Version { get; init; } = LibraryVersion.Text;

    /// <summary>What was asked, normalised.</summary>
    [JsonPropertyOrder(-40)]
    public required DocumentInputs Inputs { get; init; }

    /// <summary>The seed of every random choice.</summary>
    [JsonPropertyOrder(-30)]
    public long Seed { get; init; } = 1;

    /// <summary>Sentences for the reader: what was not computed and why, and what to watch for.</summary>
    [JsonPropertyOrder(-20)]
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Seconds by stage: the only part that differs between two runs with the same seed.</summary>
    [JsonPropertyOrder(1000)]
    public ImmutableSortedDictionary<string, double>? Timings { get; init; }
}

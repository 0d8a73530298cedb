using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>The file <c>plan.json</c>: which census a folder holds, which part of it, and whether it is finished.</summary>
internal sealed record CensusManifest
{
    /// <summary>The name of the format of the folder.</summary>
    public const string FormatName = "lcn-census/1";

    /// <summary>The format of the folder.</summary>
    public string Format { get; init; } = FormatName;

    /// <summary>The version of the library that computes the rows.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of everything that the rows depend on.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was asked.</summary>
    public required DocumentInputs Inputs { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The data sets of the whole census.</summary>
    public required int DataSets { get; init; }

    /// <summary>The starts for each data set.</summary>
    public required int Inits { get; init; }

    /// <summary>The part, such as <c>3/8</c>; absent for a whole census.</summary>
    public string? Shard { get; init; }

    /// <summary>Whether every row is there.</summary>
    public bool Finished { get; init; }

    /// <summary>The length of the table of runs, when it is finished.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256 of the table of runs, when it is finished.</summary>
    public string? Sha256 { get; init; }

    /// <summary>SHA-256 of this file with an empty text in this place.</summary>
    public string Check { get; init; } = "";

    /// <summary>The part that the folder holds.</summary>
    [JsonIgnore]
    public CensusShard Part => Shard is null ? CensusShard.Whole : CensusShard.Parse(Shard);

    /// <summary>The plan of a part that is yet to be computed.</summary>
    public static CensusManifest Of(CensusPlan plan, CensusShard shard) => new()
    {
        Version = LibraryVersion.Text,
        Fingerprint = plan.Fingerprint,
        Inputs = plan.Inputs,
        Seed = plan.Seed,
        DataSets = plan.DataSets,
        Inits = plan.Inits,
        Shard = shard.Count == 1 ? null : shard.ToString(),
    };

    /// <summary>The text of the file.</summary>
    public string Write() => Layout(this with { Check = Digest(Layout(this with { Check = "" })) });

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="FormatException">The text is not one that <see cref="Write"/> gives.</exception>
    public static CensusManifest Read(string text)
    {
        CensusManifest? manifest;
        try
        {
            manifest = DocumentJson.Deserialize<CensusManifest>(text);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new FormatException("it is not the JSON that a census writes: " + error.Message, error);
        }

        if (manifest is null) throw new FormatException("it is not the JSON that a census writes");
        if (manifest.Format != FormatName) throw new FormatException($"its format is '{manifest.Format}', and this version reads '{FormatName}'");
        if (manifest.Write() != text) throw new FormatException("it is not as it was written");
        return manifest;
    }

    private static string Layout(CensusManifest manifest) => DocumentJson.Layout(manifest);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

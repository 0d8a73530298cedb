using System.Text.Encodings.Web;
using System.Text.Json;

namespace LcnGeometry.Cli;

/// <summary>An error as the one JSON document on standard output.</summary>
internal sealed record ErrorDocument(string Schema, string Command, CommandError Error)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(string command, CommandError error) =>
        JsonSerializer.Serialize(new ErrorDocument(LcnDocument.SchemaName, command, error), Options) + "\n";
}

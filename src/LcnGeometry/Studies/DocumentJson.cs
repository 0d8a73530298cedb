using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LcnGeometry;

/// <summary>Documents as JSON text and back.</summary>
public static class DocumentJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>The document as JSON laid out for reading, with a final line feed; the same document gives the same text.</summary>
    public static string Write(LcnDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return JsonLayout.Indent(JsonSerializer.Serialize(document, document.GetType(), Options));
    }

    /// <summary>Reads a saved study.</summary>
    /// <exception cref="FormatException">The text is not a study of a known schema; the message gives line and position.</exception>
    public static Study ReadStudy(string json)
    {
        try
        {
            var study = JsonSerializer.Deserialize<Study>(json, Options) ?? throw new FormatException("The file holds null, not a study.");
            return study.Schema == LcnDocument.SchemaName
                ? study
                : throw new FormatException($"The study has schema '{study.Schema}'; this version reads '{LcnDocument.SchemaName}'.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Not a saved study: {e.Message}", e);
        }
    }

    /// <summary>Any record, written the way documents are.</summary>
    internal static string Layout<T>(T record) => JsonLayout.Indent(JsonSerializer.Serialize(record, Options));

    /// <summary>Reads what <see cref="Layout"/> wrote.</summary>
    internal static T? Deserialize<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    private static JsonSerializerOptions CreateOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters =
        {
            new IntegerConverter(),
            new ScalarConverter(),
            new RoundTripDoubleConverter(),
            new CamelCaseEnumConverter<VerdictKind>(),
            new CamelCaseEnumConverter<Evidence>(),
            new CamelCaseEnumConverter<GridBlockKind>(),
            new CamelCaseEnumConverter<CriticalPointKind>(),
            new CamelCaseEnumConverter<CensusStatus>(),
            new CamelCaseEnumConverter<RepetitionExpectation>(),
        },
    };
}

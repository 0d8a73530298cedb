using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LcnGeometry.TestKit;

/// <summary>Checks documents against JSON Schema, draft 2020-12: the part of it that our schema files use.</summary>
/// <remarks>A keyword that is not known here is an error of the schema, so that nothing is left unchecked by accident.</remarks>
public sealed class JsonSchemaValidator
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description"];

    private readonly IReadOnlyDictionary<string, JsonElement> _files;

    /// <summary>Creates a validator for schemas that may refer to each other by file name.</summary>
    /// <param name="files">The text of each schema file by name.</param>
    public JsonSchemaValidator(IReadOnlyDictionary<string, string> files) =>
        _files = files.ToDictionary(file => file.Key, file => JsonDocument.Parse(file.Value).RootElement);

    /// <summary>Reads every <c>*.schema.json</c> of a folder.</summary>
    public static JsonSchemaValidator OfFolder(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.schema.json").ToDictionary(path => Path.GetFileName(path), File.ReadAllText));

    /// <summary>Every breach of the schema, with the place in the document; empty when it is valid.</summary>
    public IReadOnlyList<string> Errors(string file, string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Check(new Schema(file, _files[file]), document.RootElement, "$")];
    }

    private IEnumerable<string> Check(Schema schema, JsonElement value, string place)
    {
        if (schema.Element.ValueKind == JsonValueKind.True) return [];
        if (schema.Element.ValueKind == JsonValueKind.False) return [$"{place}: nothing is allowed here"];
        return schema.Element.EnumerateObject().SelectMany(keyword => CheckKeyword(schema, keyword, value, place));
    }

    private IEnumerable<string> CheckKeyword(Schema schema, JsonProperty keyword, JsonElement value, string place)
    {
        var rule = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Check(Resolve(schema, rule.GetString()!), value, place),
            "type" => Unless(HasType(rule, value), place, $"{Shown(value)} is not of type {rule}"),
            "const" => Unless(JsonElement.DeepEquals(rule, value), place, $"{Shown(value)} is not {rule}"),
            "enum" => Unless(rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), place, $"{Shown(value)} is not one of {rule}"),
            "pattern" => Unless(value.ValueKind != JsonValueKind.String || Matches(rule, value), place, $"{Shown(value)} does not match {rule}"),
            "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(), place, $"{Shown(value)} is below {rule}"),
            "maximum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(), place, $"{Shown(value)} is above {rule}"),
            "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(), place, $"fewer than {rule} items"),
            "maxItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32(), place, $"more than {rule} items"),
            "items" => CheckItems(schema.At(rule), value, place),
            "required" => CheckRequired(rule, value, place),
            "properties" => CheckProperties(schema, rule, value, place),
            "additionalProperties" => CheckAdditional(schema, rule, value, place),
            "allOf" => rule.EnumerateArray().SelectMany(one => Check(schema.At(one), value, place)),
            "anyOf" => Unless(Matching(schema, rule, value) > 0, place, $"{Shown(value)} matches none of anyOf"),
            "oneOf" => Unless(Matching(schema, rule, value) == 1, place, $"{Matching(schema, rule, value)} of oneOf match instead of 1"),
            "if" => CheckConditional(schema, rule, value, place),
            "then" or "else" when schema.Element.TryGetProperty("if", out _) => [],
            var name when Annotations.Contains(name) => [],
            var name => throw new InvalidOperationException($"{schema.File}: the keyword '{name}' is not supported."),
        };
    }

    private IEnumerable<string> CheckItems(Schema items, JsonElement value, string place) => value.ValueKind != JsonValueKind.Array
        ? []
        : value.EnumerateArray().SelectMany((one, i) => Check(items, one, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]")));

    private static IEnumerable<string> CheckRequired(JsonElement names, JsonElement value, string place) => value.ValueKind != JsonValueKind.Object
        ? []
        : names.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place}: {name} is missing");

    private IEnumerable<string> CheckProperties(Schema schema, JsonElement properties, JsonElement value, string place) => value.ValueKind != JsonValueKind.Object
        ? []
        : value.EnumerateObject().SelectMany(one => properties.TryGetProperty(one.Name, out var rule) ? Check(schema.At(rule), one.Value, $"{place}.{one.Name}") : []);

    private IEnumerable<string> CheckAdditional(Schema schema, JsonElement rule, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object) return [];
        var named = schema.Element.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(one => one.Name).ToHashSet() : [];
        return value.EnumerateObject().Where(one => !named.Contains(one.Name)).SelectMany(one => Check(schema.At(rule), one.Value, $"{place}.{one.Name}"));
    }

    private IEnumerable<string> CheckConditional(Schema schema, JsonElement condition, JsonElement value, string place)
    {
        var branch = Check(schema.At(condition), value, place).Any() ? "else" : "then";
        return schema.Element.TryGetProperty(branch, out var rule) ? Check(schema.At(rule), value, place) : [];
    }

    private int Matching(Schema schema, JsonElement rules, JsonElement value) => rules.EnumerateArray().Count(one => !Check(schema.At(one), value, "").Any());

    private static bool Matches(JsonElement rule, JsonElement value) =>
        Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(10));

    private static bool HasType(JsonElement rule, JsonElement value) => rule.ValueKind == JsonValueKind.Array
        ? rule.EnumerateArray().Any(one => HasType(one, value))
        : rule.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && IsInteger(value),
            var other => throw new InvalidOperationException($"'{other}' is not a type of JSON."),
        };

    // An integer may have any number of digits, and may be written with a zero fraction.
    private static bool IsInteger(JsonElement value) =>
        value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 || double.IsInteger(value.GetDouble());

    private Schema Resolve(Schema from, string reference)
    {
        var parts = reference.Split('#', 2);
        var file = parts[0].Length > 0 ? parts[0] : from.File;
        if (!_files.TryGetValue(file, out var element)) throw new InvalidOperationException($"{from.File}: there is no schema file '{file}'.");
        foreach (var step in (parts.Length > 1 ? parts[1] : "").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!element.TryGetProperty(step, out element)) throw new InvalidOperationException($"{from.File}: '{reference}' leads nowhere.");
        }

        return new Schema(file, element);
    }

    private static IEnumerable<string> Unless(bool holds, string place, string problem) => holds ? [] : [$"{place}: {problem}"];

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "...";
    }

    private sealed record Schema(string File, JsonElement Element)
    {
        public Schema At(JsonElement inner) => new(File, inner);
    }
}

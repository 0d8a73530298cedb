using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Writes enumeration members as camel-case words.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class CamelCaseEnumConverter<T> : JsonStringEnumConverter<T>
    where T : struct, Enum
{
    /// <summary>Creates the converter.</summary>
    public CamelCaseEnumConverter()
        : base(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    {
    }
}

/// <summary>Integers of any size as JSON numbers.</summary>
internal sealed class IntegerConverter : JsonConverter<Integer>
{
    public override Integer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && BigInteger.TryParse(
            Encoding.UTF8.GetString(reader.ValueSpan), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException("Expected an integer.");

    public override void Write(Utf8JsonWriter writer, Integer value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString(), skipInputValidation: true);
}

/// <summary>Doubles in round-trip form, with names for the values that JSON lacks.</summary>
internal sealed class RoundTripDoubleConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => double.Parse(Encoding.UTF8.GetString(reader.ValueSpan), NumberStyles.Float, CultureInfo.InvariantCulture),
        JsonTokenType.String => Named(reader.GetString()),
        _ => throw new JsonException("Expected a number."),
    };

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value)) writer.WriteRawValue(Scalar.Format(value), skipInputValidation: true);
        else writer.WriteStringValue(Scalar.Format(value));
    }

    internal static double Named(string? name) => name switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw new JsonException($"'{name}' is not a number."),
    };
}

/// <summary>Exact integers as JSON numbers, other exact rationals as strings, doubles in round-trip form.</summary>
internal sealed class ScalarConverter : JsonConverter<Scalar>
{
    public override Scalar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString();
            return Rational.TryParse(text, out var rational) ? rational : RoundTripDoubleConverter.Named(text);
        }

        if (reader.TokenType != JsonTokenType.Number) throw new JsonException("Expected a number.");
        var number = Encoding.UTF8.GetString(reader.ValueSpan);
        return number.AsSpan().ContainsAny('.', 'e', 'E')
            ? double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)
            : (Scalar)Rational.Parse(number);
    }

    public override void Write(Utf8JsonWriter writer, Scalar value, JsonSerializerOptions options)
    {
        var isNumber = value.IsExact ? value.Exact.IsInteger : double.IsFinite(value.ToDouble());
        if (isNumber) writer.WriteRawValue(value.ToString(), skipInputValidation: true);
        else writer.WriteStringValue(value.ToString());
    }
}

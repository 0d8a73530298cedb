using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Writes the file format of certificates: rationals as texts in lowest terms, counts and indices as numbers.</summary>
internal static class CertificateWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(Certificate certificate)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Certificate.Format);
            Indices(json, "filters", certificate.Architecture.Filters);
            Indices(json, "strides", certificate.Architecture.Strides);
            List(json, "q", Enumerable.Range(0, certificate.Q.Rows), row => List(json, null, certificate.Q.Row(row), entry => Number(json, entry)));
            List(json, "u", certificate.Target, entry => Number(json, entry));
            json.WriteString("constant", certificate.Constant.ToString());
            List(json, "strata", certificate.Strata, stratum => Stratum(json, stratum));
            json.WriteStartObject("completeness");
            Count(json, "expected", certificate.Completeness.Expected);
            Count(json, "certified", certificate.Completeness.Certified);
            json.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(certificate.Completeness.Verdict.ToString()));
            json.WriteEndObject();
            if (!certificate.Points.IsEmpty) List(json, "points", certificate.Points, point => Point(json, point));
            json.WriteEndObject();
        }

        return JsonLayout.Indent(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Stratum(Utf8JsonWriter json, CertificateStratum stratum)
    {
        json.WriteStartObject();
        List(json, "patterns", stratum.Patterns, parts => Indices(json, null, parts));
        Count(json, "expected", stratum.Expected);
        Count(json, "factorizations", stratum.Factorizations);
        List(json, "solutions", stratum.Solutions, solution => Solution(json, solution));
        json.WriteEndObject();
    }

    private static void Solution(Utf8JsonWriter json, CertificateSolution solution)
    {
        json.WriteStartObject();
        if (solution.IsExact)
        {
            json.WriteBoolean("exact", true);
        }
        else
        {
            json.WriteBoolean("real", solution.Real);
            Indices(json, "charts", solution.Charts);
            List(json, "center", solution.Center, entry => Two(json, null, entry.Re, entry.Im));
            List(json, "radius", solution.Radius, radius => Number(json, radius));
        }

        json.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter json, CertificatePoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("stratum", point.Stratum);
        json.WriteNumber("solution", point.Solution);
        List(json, "function", point.Function, interval => Two(json, null, interval.Lower, interval.Upper));
        Two(json, "loss", point.Loss.Lower, point.Loss.Upper);
        json.WriteEndObject();
    }

    private static void Indices(Utf8JsonWriter json, string? name, ImmutableArray<int> values) => List(json, name, values, json.WriteNumberValue);

    private static void Two(Utf8JsonWriter json, string? name, Rational first, Rational second) =>
        List(json, name, [first, second], entry => Number(json, entry));

    private static void List<T>(Utf8JsonWriter json, string? name, IEnumerable<T> items, Action<T> write)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void Count(Utf8JsonWriter json, string name, Integer count)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(count.ToString(), skipInputValidation: true);
    }

    private static void Number(Utf8JsonWriter json, Rational number) => json.WriteStringValue(number.ToString());
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Reads the file format of certificates, strictly: every field is known, present and of the right kind.</summary>
internal static class CertificateReader
{
    private const int LargestLength = 1 << 28;

    private const int Depth = 16;

    internal static Certificate Read(string json)
    {
        if (json.Length > LargestLength) throw new CertificateFormatException("", $"at most {LargestLength} characters", $"{json.Length}");
        using var document = Tokens(json);
        return Whole(JsonField.Root(document.RootElement));
    }

    private static JsonDocument Tokens(string json)
    {
        try
        {
            var bytes = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json);
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Depth, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new CertificateFormatException(
                "", $"JSON text at most {Depth} levels deep without repeated fields", null, (e.LineNumber ?? -1) + 1, (e.BytePositionInLine ?? -1) + 1);
        }
        catch (InvalidOperationException)
        {
            throw new CertificateFormatException("", "names of fields without lone surrogates");
        }
        catch (EncoderFallbackException e)
        {
            throw new CertificateFormatException("", "text without lone surrogates", $"one at position {e.Index}");
        }
    }

    private static Certificate Whole(JsonField root)
    {
        // The name of the format comes first: everything else is meaningless without it.
        var fields = root.Fields(["format"], null);
        var format = fields[0].Text();
        if (format != Certificate.Format) throw new CertificateFormatException("format", $"\"{Certificate.Format}\"", $"\"{Shorten(format)}\"");
        fields = root.Fields(["format", "filters", "strides", "q", "u", "constant", "strata", "completeness"], ["points"]);
        var architecture = ArchitectureOf(fields[1], fields[2]);
        return new Certificate(
            architecture,
            MatrixOf(fields[3], architecture.EndToEndSize),
            fields[4].Items(field => field.Number()),
            fields[5].Number(),
            fields[6].Items(StratumOf),
            CompletenessOf(fields[7]),
            fields.Length > 8 ? fields[8].Items(PointOf) : []);
    }

    private static Architecture ArchitectureOf(JsonField filters, JsonField strides)
    {
        ImmutableArray<int> sizes = filters.Items(field => field.Index()), steps = strides.Items(field => field.Index());
        try
        {
            var architecture = new Architecture(sizes, steps);
            CertificateShape.CheckArchitecture(architecture);
            return architecture;
        }
        catch (ArgumentException e)
        {
            throw new CertificateFormatException("filters", "the sizes and strides of a network", e.Message.ReplaceLineEndings(" ").TrimEnd('.'));
        }
    }

    private static Matrix<Rational> MatrixOf(JsonField field, int size)
    {
        var rows = field.Items(row => row.Items(entry => entry.Number()));
        if (rows.Length != size) throw new CertificateFormatException(field.Path, $"{size} rows", $"{rows.Length}");
        for (var i = 0; i < size; i++)
        {
            if (rows[i].Length != size) throw new CertificateFormatException($"{field.Path}[{i}]", $"{size} numbers", $"{rows[i].Length}");
        }

        return Matrix<Rational>.FromRows([.. rows]);
    }

    private static CertificateStratum StratumOf(JsonField field)
    {
        var fields = field.Fields(["patterns", "expected", "factorizations", "solutions"], []);
        return new CertificateStratum(
            fields[0].Items(block => block.Items(part => part.Index())), fields[1].Count(), fields[2].Count(), fields[3].Items(SolutionOf));
    }

    private static CertificateSolution SolutionOf(JsonField field)
    {
        if (field.Has("exact"))
        {
            var exact = field.Fields(["exact"], [])[0];
            return exact.Truth() ? CertificateSolution.Exact : throw new CertificateFormatException(exact.Path, "true", "false");
        }

        var fields = field.Fields(["real", "charts", "center", "radius"], []);
        return new CertificateSolution(
            fields[0].Truth(),
            fields[1].Items(chart => chart.Index()),
            fields[2].Items(entry => Two(entry)),
            fields[3].Items(radius => radius.Number()));
    }

    private static CertificateCompleteness CompletenessOf(JsonField field)
    {
        var fields = field.Fields(["expected", "certified", "verdict"], []);
        var verdict = fields[2].Text() switch
        {
            "holds" => VerdictKind.Holds,
            "fails" => VerdictKind.Fails,
            "undecided" => VerdictKind.Undecided,
            var other => throw new CertificateFormatException(fields[2].Path, "holds, fails or undecided", $"\"{Shorten(other)}\""),
        };
        return new CertificateCompleteness(fields[0].Count(), fields[1].Count(), verdict);
    }

    private static CertificatePoint PointOf(JsonField field)
    {
        var fields = field.Fields(["stratum", "solution", "function", "loss"], []);
        return new CertificatePoint(fields[0].Index(), fields[1].Index(), fields[2].Items(IntervalOf), IntervalOf(fields[3]));
    }

    private static RationalInterval IntervalOf(JsonField field)
    {
        var (lower, upper) = Two(field);
        return lower <= upper ? new RationalInterval(lower, upper) : throw new CertificateFormatException(field.Path, "the lower end first", $"[{Shorten(lower.ToString())}, {Shorten(upper.ToString())}]");
    }

    private static (Rational First, Rational Second) Two(JsonField field)
    {
        var pair = field.Items(part => part.Number());
        return pair.Length == 2 ? (pair[0], pair[1]) : throw new CertificateFormatException(field.Path, "2 numbers", $"{pair.Length}");
    }

    private static string Shorten(string text) => JsonField.Shorten(text);
}

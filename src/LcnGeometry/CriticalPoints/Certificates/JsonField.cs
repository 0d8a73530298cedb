using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A value in a JSON text together with its place, read as one kind of value or refused.</summary>
internal readonly struct JsonField
{
    /// <summary>The longest number that is read, in characters.</summary>
    private const int LongestNumber = 4_900;

    private const int LongestShown = 40;

    private readonly JsonElement _element;

    private JsonField(JsonElement element, string path) => (_element, Path) = (element, path);

    /// <summary>The place, such as <c>strata[0].expected</c>.</summary>
    internal string Path { get; }

    internal static JsonField Root(JsonElement element) => new(element, "");

    /// <summary>The start of a text, fit for a message.</summary>
    internal static string Shorten(string text)
    {
        var start = text.Length <= LongestShown ? text : text[..LongestShown] + "...";
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }

    /// <summary>Whether this is an object with a field of the given name.</summary>
    internal bool Has(string name) => _element.ValueKind == JsonValueKind.Object && TryGet(name, out _);

    /// <summary>The fields of an object in the given order: all required ones, then the optional ones as far as they are present.</summary>
    /// <param name="required">The names of the fields that must be there.</param>
    /// <param name="optional">The names of the other fields; null if any others are accepted and not read.</param>
    internal ImmutableArray<JsonField> Fields(ImmutableArray<string> required, ImmutableArray<string>? optional)
    {
        Expect(JsonValueKind.Object, "an object");
        var found = ImmutableArray.CreateBuilder<JsonField>();
        foreach (var name in required)
        {
            if (!TryGet(name, out var value)) throw new CertificateFormatException(Path, $"a field \"{name}\"");
            found.Add(new JsonField(value, Below(name)));
        }

        if (optional is not { } others) return found.ToImmutable();
        foreach (var name in others)
        {
            if (TryGet(name, out var value)) found.Add(new JsonField(value, Below(name)));
        }

        if (found.Count < _element.GetPropertyCount()) throw new CertificateFormatException(Path, $"only the fields {string.Join(", ", required.AddRange(others))}");
        return found.ToImmutable();
    }

    /// <summary>The items of an array.</summary>
    internal ImmutableArray<T> Items<T>(Func<JsonField, T> read)
    {
        Expect(JsonValueKind.Array, "a list");
        var items = ImmutableArray.CreateBuilder<T>(_element.GetArrayLength());
        foreach (var element in _element.EnumerateArray()) items.Add(read(new JsonField(element, $"{Path}[{items.Count}]")));
        return items.MoveToImmutable();
    }

    /// <summary>A text.</summary>
    internal string Text()
    {
        Expect(JsonValueKind.String, "a text");
        try
        {
            return _element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new CertificateFormatException(Path, "a text without lone surrogates");
        }
    }

    /// <summary>A truth value.</summary>
    internal bool Truth() => _element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new CertificateFormatException(Path, "true or false", Kind()),
    };

    /// <summary>A machine integer of at least 0.</summary>
    internal int Index()
    {
        Expect(JsonValueKind.Number, "an integer");
        return _element.TryGetInt32(out var value) && value >= 0
            ? value
            : throw new CertificateFormatException(Path, $"an integer from 0 to {int.MaxValue}", Shorten(_element.GetRawText()));
    }

    /// <summary>An integer of at least 0.</summary>
    internal Integer Count()
    {
        Expect(JsonValueKind.Number, "an integer");
        var text = _element.GetRawText();
        return IsDigits(text) ? BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : throw new CertificateFormatException(Path, "an integer of at least 0", Shorten(text));
    }

    /// <summary>An exact rational: a JSON integer, or a text such as <c>"-3"</c> or <c>"2/3"</c>.</summary>
    internal Rational Number()
    {
        const string expected = "an integer or a fraction such as \"-2/3\"";
        var isNumber = _element.ValueKind == JsonValueKind.Number;
        if (!isNumber) Expect(JsonValueKind.String, expected);
        var text = isNumber ? _element.GetRawText() : Text();
        if (text.Length > LongestNumber) throw new CertificateFormatException(Path, $"a number of at most {LongestNumber} characters", $"{text.Length}");
        var slash = isNumber ? -1 : text.IndexOf('/');
        var numerator = slash < 0 ? text : text[..slash];
        var denominator = slash < 0 ? "1" : text[(slash + 1)..];
        var isNegative = numerator.StartsWith('-');
        if (isNegative) numerator = numerator[1..];
        if (!IsDigits(numerator) || !IsDigits(denominator)) throw new CertificateFormatException(Path, expected, Shorten(text));
        Integer below = BigInteger.Parse(denominator, NumberStyles.None, CultureInfo.InvariantCulture);
        if (below.IsZero) throw new CertificateFormatException(Path, "a denominator other than 0", Shorten(text));
        Integer above = BigInteger.Parse(numerator, NumberStyles.None, CultureInfo.InvariantCulture);
        return new Rational(isNegative ? -above : above, below);
    }

    private static bool IsDigits(string text) => text.Length is > 0 and <= LongestNumber && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private bool TryGet(string name, out JsonElement value)
    {
        try
        {
            return _element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            throw new CertificateFormatException(Path, "names of fields without lone surrogates");
        }
    }

    private string Below(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private void Expect(JsonValueKind kind, string expected)
    {
        if (_element.ValueKind != kind) throw new CertificateFormatException(Path, expected, Kind());
    }

    private string Kind() => _element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace LcnGeometry.Algebra;

public readonly partial struct Rational
{
    private const int LargestDecimalExponent = 10_000;

    /// <summary>Reads <c>3</c>, <c>-0.25</c>, <c>1e-3</c> (exact decimals) or <c>2/3</c>.</summary>
    /// <exception cref="FormatException">The text is not a number in this syntax.</exception>
    public static Rational Parse(string text) => TryParse(text, out var value)
        ? value
        : throw new FormatException($"'{text}' is not a number; expected 3, -0.25, 1e-3 or 2/3.");

    /// <summary>Reads <c>3</c>, <c>-0.25</c>, <c>1e-3</c> (exact decimals) or <c>2/3</c>; false when the text is none of them.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rational value)
    {
        value = default;
        if (text is null) return false;
        var span = text.AsSpan().Trim();
        var slash = span.IndexOf('/');
        if (slash < 0) return TryParseDecimal(span, out value);
        if (!TryParseDecimal(span[..slash].TrimEnd(), out var numerator) ||
            !TryParseDecimal(span[(slash + 1)..].TrimStart(), out var denominator) || denominator.IsZero)
        {
            return false;
        }

        value = numerator / denominator;
        return true;
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> span, out Rational value)
    {
        value = default;
        var exponent = 0;
        var e = span.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            // The runtime's parser lets zero characters follow the digits.
            if (span.Contains('\0') ||
                !int.TryParse(span[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) ||
                Math.Abs((long)exponent) > LargestDecimalExponent)
            {
                return false;
            }

            span = span[..e];
        }

        var negative = span.Length > 0 && span[0] == '-';
        if (span.Length > 0 && (span[0] == '-' || span[0] == '+')) span = span[1..];
        var point = span.IndexOf('.');
        var whole = point < 0 ? span : span[..point];
        var fraction = point < 0 ? [] : span[(point + 1)..];
        if (whole.Length + fraction.Length == 0) return false;
        if (whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9')) return false;

        var digits = BigInteger.Parse(string.Concat("0", whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        Rational magnitude = FromInteger(digits) * Pow(10, exponent - fraction.Length);
        value = negative ? -magnitude : magnitude;
        return true;
    }
}

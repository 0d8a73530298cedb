using System.Globalization;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Reporting;

/// <summary>A number as a reader sees it.</summary>
/// <param name="Text">ASCII digits, <c>-</c> and <c>e</c>; the same in every culture.</param>
/// <param name="IsRounded">Whether an exact value was rounded to fit.</param>
internal readonly record struct NumberText(string Text, bool IsRounded)
{
    private const int LongestExact = 9;

    /// <summary>The text for a terminal: an exact value that was rounded says so.</summary>
    internal string Plain => IsRounded ? "≈ " + Text : Text;

    /// <summary>The text for a page: a true minus and a power of ten.</summary>
    internal string Typeset => (IsRounded ? "≈\u202F" : "") + TypesetDigits(Text);

    /// <summary>An exact value as it is when short, to six digits when not; a double to six digits.</summary>
    internal static NumberText Of(Scalar value)
    {
        if (!value.IsExact) return new NumberText(Significant(value.ToDouble()), false);
        var exact = value.Exact;
        if (exact.Numerator.BitLength <= 40 && exact.Denominator.BitLength <= 40)
        {
            var text = exact.ToString();
            if (text.Length <= LongestExact) return new NumberText(text, false);
        }

        return new NumberText(Significant(exact), true);
    }

    /// <summary>A count, exactly when it is short enough for a table.</summary>
    internal static NumberText Of(Integer value) =>
        value.BitLength <= 40 ? new NumberText(value.ToString(), false) : new NumberText(Significant((Rational)value), true);

    /// <summary>A double to the given number of significant digits.</summary>
    internal static string Significant(double value, int digits = 6)
    {
        if (!double.IsFinite(value)) return Scalar.Format(value);
        var text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0) return text[..e] + "e" + int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A count of things.</summary>
    internal static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A true minus, thin spaces between thousands, and powers of ten with superscripts.</summary>
    internal static string TypesetDigits(string text)
    {
        var e = text.IndexOf('e', StringComparison.Ordinal);
        if (e <= 0 || !char.IsAsciiDigit(text[e - 1])) return string.Join('/', text.Split('/').Select(Grouped)).Replace('-', '−');
        return text[..e].Replace('-', '−') + "\u202F×\u202F10" + Superscript(text[(e + 1)..]);
    }

    /// <summary>An integer in superscript digits.</summary>
    internal static string Superscript(string integer) =>
        string.Concat(integer.Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    // Thin spaces between groups of three digits of an integer with more than four.
    private static string Grouped(string integer)
    {
        var digits = integer.TrimStart('-');
        if (digits.Length <= 4 || !digits.All(char.IsAsciiDigit)) return integer;
        var first = ((digits.Length - 1) % 3) + 1;
        var groups = Enumerable.Range(0, (digits.Length - first) / 3).Select(i => digits.Substring(first + (3 * i), 3));
        return (integer.Length > digits.Length ? "-" : "") + string.Join('\u202F', groups.Prepend(digits[..first]));
    }

    // Six digits of a rational of any size, also where doubles overflow or vanish.
    private static string Significant(Rational value)
    {
        var approximate = value.ToDouble();
        if (value.IsZero || (double.IsFinite(approximate) && Math.Abs(approximate) > 1e-300)) return Significant(approximate);
        BigInteger numerator = BigInteger.Abs(value.Numerator.ToBigInteger()), denominator = value.Denominator.ToBigInteger();
        var exponent = (int)Math.Floor(BigInteger.Log10(numerator) - BigInteger.Log10(denominator));
        var digits = SixDigits(numerator, denominator, exponent);

        // The estimate of the exponent may be off by one, and rounding may carry into a seventh digit.
        while (digits >= 1_000_000) digits = SixDigits(numerator, denominator, ++exponent);
        while (digits < 100_000) digits = SixDigits(numerator, denominator, --exponent);
        var mantissa = Significant((double)digits / 1e5);
        return (value.Sign < 0 ? "-" : "") + mantissa + "e" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    private static BigInteger SixDigits(BigInteger numerator, BigInteger denominator, int exponent) => exponent <= 5
        ? Rounded(numerator * BigInteger.Pow(10, 5 - exponent), denominator)
        : Rounded(numerator, denominator * BigInteger.Pow(10, exponent - 5));

    private static BigInteger Rounded(BigInteger numerator, BigInteger denominator) => ((2 * numerator) + denominator) / (2 * denominator);
}

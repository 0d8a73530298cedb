using System.Globalization;

namespace LcnGeometry.Algebra;

/// <summary>The text that is read, and the places in it that errors are about.</summary>
internal sealed class PolynomialSource(string text)
{
    private const int LongestQuotation = 40;

    public string Text => text;

    public ReadOnlySpan<char> Spelling(PolynomialToken token) => text.AsSpan(token.Offset, token.Length);

    /// <summary>The error that something else was expected where a token stands.</summary>
    public PolynomialSyntaxException Error(PolynomialToken token, string expected) =>
        Error(token.Offset, expected, token.Kind == TokenKind.End ? "the end of the text" : Quote(Spelling(token)));

    public PolynomialSyntaxException Error(int offset, string expected, string found)
    {
        int line = 1, start = 0;
        for (var i = 0; i < offset; i++)
        {
            var endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (!endsLine) continue;
            line++;
            start = i + 1;
        }

        return new PolynomialSyntaxException(line, offset - start + 1, expected, found);
    }

    /// <summary>A character as it is named in an error.</summary>
    public static string Describe(char character) => character is > ' ' and < '\u007f'
        ? $"'{character}'"
        : "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture);

    public static string Quote(ReadOnlySpan<char> spelling) => spelling.Length <= LongestQuotation
        ? $"'{spelling}'"
        : $"'{spelling[..LongestQuotation]}...'";
}

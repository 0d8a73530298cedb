namespace LcnGeometry.Algebra;

/// <summary>Cuts the text of a polynomial into tokens.</summary>
internal static class PolynomialLexer
{
    /// <summary>The tokens of a text, the last of kind <see cref="TokenKind.End"/>.</summary>
    public static List<PolynomialToken> Tokenize(PolynomialSource source)
    {
        var text = source.Text;
        var tokens = new List<PolynomialToken>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var (kind, length) = Next(source, i);
            tokens.Add(new PolynomialToken(kind, i, length));
            i += length;
        }

        tokens.Add(new PolynomialToken(TokenKind.End, text.Length, 0));
        return tokens;
    }

    private static (TokenKind Kind, int Length) Next(PolynomialSource source, int start)
    {
        var rest = source.Text.AsSpan(start);
        switch (rest[0])
        {
            case '+': return (TokenKind.Plus, 1);
            case '-': return (TokenKind.Minus, 1);
            case '*': return rest.StartsWith("**") ? (TokenKind.Power, 2) : (TokenKind.Times, 1);
            case '/': return (TokenKind.Divide, 1);
            case '^': return (TokenKind.Power, 1);
            case '(': return (TokenKind.Open, 1);
            case ')': return (TokenKind.Close, 1);
        }

        if (char.IsAsciiLetter(rest[0])) return (TokenKind.Name, Run(rest, c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        if (char.IsAsciiDigit(rest[0]) || rest[0] == '.') return (TokenKind.Number, NumberLength(source, start));
        throw source.Error(start, "a number, a variable, an operator or a parenthesis", PolynomialSource.Describe(rest[0]));
    }

    private static int NumberLength(PolynomialSource source, int start)
    {
        var rest = source.Text.AsSpan(start);
        var length = Run(rest, char.IsAsciiDigit);
        if (length < rest.Length && rest[length] == '.')
        {
            var fraction = Run(rest[(length + 1)..], char.IsAsciiDigit);
            if (fraction == 0) throw source.Error(start + length, "digits after the decimal point", "'.'");
            length += 1 + fraction;
        }

        RefuseExponentNotation(source, start, length);
        return length;
    }

    /// <summary>1e3 could be a thousand or a multiple of e3, and 1e-3 a thousandth or e - 3.</summary>
    private static void RefuseExponentNotation(PolynomialSource source, int start, int length)
    {
        var after = source.Text.AsSpan(start + length);
        if (after.IsEmpty || (after[0] != 'e' && after[0] != 'E')) return;
        after = after[1..];
        if (!after.IsEmpty && (after[0] == '+' || after[0] == '-')) after = after[1..];
        if (after.IsEmpty || !char.IsAsciiDigit(after[0])) return;
        throw source.Error(start + length, "'*' before a variable, or a number without exponent notation", PolynomialSource.Describe(source.Text[start + length]));
    }

    private static int Run(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 0;
        while (length < text.Length && belongs(text[length])) length++;
        return length;
    }
}

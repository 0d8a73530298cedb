namespace LcnGeometry.Reporting;

/// <summary>Text from outside without characters that act on a terminal or a page instead of being shown.</summary>
internal static class SafeText
{
    /// <summary>Stands in for a character that was taken out.</summary>
    internal const char Replacement = '\uFFFD';

    /// <summary>Whether the character only shows itself: no control character, no lone surrogate, no noncharacter, no mark that turns the direction of writing.</summary>
    internal static bool IsHarmless(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c) && c < '\uFFFE' && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069');

    /// <summary>One line of text with everything else replaced.</summary>
    internal static string OneLine(string text) => text.All(IsHarmless) ? text : string.Create(text.Length, text, static (line, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var isPair = (i > 0 && char.IsSurrogatePair(source[i - 1], source[i])) || (i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1]));
            line[i] = isPair || IsHarmless(source[i]) ? source[i] : source[i] is '\n' or '\r' or '\t' ? ' ' : Replacement;
        }
    });
}

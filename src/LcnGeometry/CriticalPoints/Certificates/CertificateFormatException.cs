namespace LcnGeometry;

/// <summary>A certificate is not in the format <c>lcn-certificate/1</c>; the message names the place and what was expected there.</summary>
/// <remarks>It says nothing about the mathematics: a certificate that can be read and is wrong is reported by a recheck.</remarks>
public sealed class CertificateFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The place in the certificate, such as <c>strata[0].solutions[2].radius</c>; empty for the whole of it.</param>
    /// <param name="expected">What was expected there, without a final point.</param>
    /// <param name="found">What was found instead, without a final point; null when there is nothing to show.</param>
    /// <param name="line">The line of the text, 1-based; 0 when the text is well formed or there is none.</param>
    /// <param name="column">The byte in the line, 1-based; 0 when the text is well formed or there is none.</param>
    public CertificateFormatException(string path, string expected, string? found = null, long line = 0, long column = 0)
        : base(Describe(path, expected, found, line, column))
    {
        Path = path;
        Expected = expected;
        Line = line;
        Column = column;
    }

    /// <summary>The place in the certificate, such as <c>strata[0].solutions[2].radius</c>; empty for the whole of it.</summary>
    public string Path { get; }

    /// <summary>What was expected there.</summary>
    public string Expected { get; }

    /// <summary>The line of the text, 1-based; 0 when the text is well formed or there is none.</summary>
    public long Line { get; }

    /// <summary>The byte in the line, 1-based; 0 when the text is well formed or there is none.</summary>
    public long Column { get; }

    private static string Describe(string path, string expected, string? found, long line, long column)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(expected);
        var place = path.Length == 0 ? "the certificate" : path;
        if (line > 0) place += FormattableString.Invariant($" (line {line}, byte {column})");
        return found is null ? $"{place}: expected {expected}." : $"{place}: expected {expected}, found {found}.";
    }
}

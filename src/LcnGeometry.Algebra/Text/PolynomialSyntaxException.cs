namespace LcnGeometry.Algebra;

/// <summary>A text is not a polynomial, with the place where reading stopped and what was expected there.</summary>
public sealed class PolynomialSyntaxException : FormatException
{
    /// <summary>Creates the exception for one place in a text.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column in UTF-16 code units, from 1.</param>
    /// <param name="expected">What could have stood there.</param>
    /// <param name="found">What stands there.</param>
    public PolynomialSyntaxException(int line, int column, string expected, string found)
        : base(FormattableString.Invariant($"Line {line}, column {column}: expected {expected}, found {found}."))
    {
        Line = line;
        Column = column;
        Expected = expected;
        Found = found;
    }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column in UTF-16 code units, from 1.</summary>
    public int Column { get; }

    /// <summary>What could have stood there.</summary>
    public string Expected { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }
}

namespace LcnGeometry.Algebra;

/// <summary>An exact quotient was asked for, and the divisor does not divide the dividend.</summary>
public sealed class InexactDivisionException : ArithmeticException
{
    /// <summary>Creates the exception for one dividend and divisor.</summary>
    public InexactDivisionException(object dividend, object divisor)
    {
        Dividend = dividend;
        Divisor = divisor;
    }

    /// <inheritdoc/>
    public override string Message => $"{Abbreviate(Divisor)} does not divide {Abbreviate(Dividend)}.";

    /// <summary>What was to be divided.</summary>
    public object Dividend { get; }

    /// <summary>What does not divide it.</summary>
    public object Divisor { get; }

    /// <summary>Polynomials and numbers can fill pages; the objects themselves are there for those who need them whole.</summary>
    private static string Abbreviate(object value)
    {
        const int longest = 200;
        var text = value.ToString() ?? string.Empty;
        return text.Length <= longest ? text : text[..longest] + "...";
    }
}

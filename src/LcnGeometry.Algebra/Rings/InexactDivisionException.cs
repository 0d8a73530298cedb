namespace LcnGeometry.Algebra;

/// <summary>An exact quotient was asked for, and the divisor does not divide the dividend.</summary>
public sealed class InexactDivisionException : ArithmeticException
{
    /// <summary>Creates the exception for one dividend and divisor.</summary>
    public InexactDivisionException(object dividend, object divisor)
        : base($"{divisor} does not divide {dividend}.")
    {
        Dividend = dividend;
        Divisor = divisor;
    }

    /// <summary>What was to be divided.</summary>
    public object Dividend { get; }

    /// <summary>What does not divide it.</summary>
    public object Divisor { get; }
}

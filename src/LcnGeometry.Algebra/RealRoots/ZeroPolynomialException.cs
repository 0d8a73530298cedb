namespace LcnGeometry.Algebra;

/// <summary>The zero polynomial was asked for its roots: every number is one.</summary>
public sealed class ZeroPolynomialException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="parameter">The name of the parameter that was zero.</param>
    public ZeroPolynomialException(string? parameter = null)
        : base("The polynomial is zero: every number is a root.", parameter)
    {
    }
}

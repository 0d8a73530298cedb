namespace LcnGeometry.Algebra;

/// <summary>Two polynomials were combined whose variables are not the same.</summary>
public sealed class VariableMismatchException : ArgumentException
{
    /// <summary>Creates the exception for two lists of variables.</summary>
    public VariableMismatchException(VariableList left, VariableList right)
        : base($"Polynomials in {left} and in {right} do not mix; bring both to the same variables with WithVariables.")
    {
        Left = left;
        Right = right;
    }

    /// <summary>The variables of one polynomial.</summary>
    public VariableList Left { get; }

    /// <summary>The variables of the other polynomial.</summary>
    public VariableList Right { get; }
}

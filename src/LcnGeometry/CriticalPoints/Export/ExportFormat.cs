namespace LcnGeometry;

/// <summary>The tools that a system of equations is written for.</summary>
public enum ExportFormat
{
    /// <summary>Macaulay2 (<c>m2</c>).</summary>
    Macaulay2,

    /// <summary>Singular (<c>singular</c>).</summary>
    Singular,

    /// <summary>A Python program that uses SymPy (<c>sympy</c>).</summary>
    SymPy,

    /// <summary>A Julia program that uses HomotopyContinuation.jl (<c>hc</c>).</summary>
    HomotopyContinuation,
}

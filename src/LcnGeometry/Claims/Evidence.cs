namespace LcnGeometry;

/// <summary>What an answer rests on, from strongest to weakest.</summary>
public enum Evidence
{
    /// <summary>A proof for all cases, formal or by a polynomial identity with symbolic coefficients.</summary>
    Proved,

    /// <summary>Exact arithmetic on this very input.</summary>
    Exact,

    /// <summary>Floating or truncated arithmetic with a rigorous error bound.</summary>
    Certified,

    /// <summary>Floating-point arithmetic with an observed residual and no bound.</summary>
    Numerical,

    /// <summary>Finitely many random trials.</summary>
    Sampled,
}

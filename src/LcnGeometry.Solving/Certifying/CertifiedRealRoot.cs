using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A real root of a form, enclosed.</summary>
/// <param name="Interval">Contains the root x/y and no other; a single point when the root is rational; null for the root at infinity.</param>
/// <param name="Multiplicity">At least 1.</param>
public sealed record CertifiedRealRoot(RationalInterval? Interval, int Multiplicity)
{
    /// <summary>Whether this is the root at infinity, y = 0.</summary>
    public bool IsInfinity => Interval is null;
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A claim about one critical function of a stratum: a box that holds exactly one solution of the stratum's system, or that the exact minimizer on a linear stratum is critical.</summary>
/// <remarks>
/// The solution in the box is claimed to be simple and to lie on the open stratum. The coordinates are the coefficients of the factors of
/// the stratum, block by block and ascending in the multiplicity, each factor by ascending exponent of x without the coefficient that the
/// chart sets to one; the last coordinate is the scale.
/// </remarks>
public sealed record CertificateSolution
{
    /// <summary>Creates the claim that a box holds one solution.</summary>
    /// <param name="real">Whether the solution is claimed to be real.</param>
    /// <param name="charts">For each factor the index of the coefficient that is exactly one.</param>
    /// <param name="center">The center of the box, one complex number per coordinate.</param>
    /// <param name="radius">The radius of the box in each coordinate, positive: real and imaginary part differ from the center by at most this much.</param>
    public CertificateSolution(
        bool real, ImmutableArray<int> charts, ImmutableArray<(Rational Re, Rational Im)> center, ImmutableArray<Rational> radius)
    {
        Real = real;
        Charts = charts.IsDefault ? [] : charts;
        Center = center.IsDefault ? [] : center;
        Radius = radius.IsDefault ? [] : radius;
    }

    private CertificateSolution()
    {
        IsExact = Real = true;
        Charts = [];
        Center = [];
        Radius = [];
    }

    /// <summary>The claim that the unconstrained stratum (one block, all roots simple) has its one critical function, the exact minimizer of the loss.</summary>
    public static CertificateSolution Exact { get; } = new();

    /// <summary>Whether this is the exact minimizer of the unconstrained stratum; there is no box then.</summary>
    public bool IsExact { get; }

    /// <summary>Whether the solution is claimed to be real.</summary>
    public bool Real { get; }

    /// <summary>For each factor the index of the coefficient that is exactly one.</summary>
    public ImmutableArray<int> Charts { get; }

    /// <summary>The center of the box.</summary>
    public ImmutableArray<(Rational Re, Rational Im)> Center { get; }

    /// <summary>The radius of the box in each coordinate.</summary>
    public ImmutableArray<Rational> Radius { get; }
}

using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A pair of complex conjugate roots of a form, enclosed.</summary>
/// <param name="Re">Contains the real part.</param>
/// <param name="Im">Contains the imaginary part of the upper root; its lower end is positive.</param>
/// <param name="Multiplicity">At least 1.</param>
public sealed record CertifiedPair(RationalInterval Re, RationalInterval Im, int Multiplicity)
{
    /// <summary>Contains b of the monic factor x^2 + b x y + c y^2.</summary>
    public RationalInterval Linear => new RationalInterval(-2) * Re;

    /// <summary>Contains c of the monic factor x^2 + b x y + c y^2.</summary>
    public RationalInterval Constant => Square(Re) + Square(Im);

    private static RationalInterval Square(RationalInterval x) => new(x.Mignitude * x.Mignitude, x.Magnitude * x.Magnitude);
}

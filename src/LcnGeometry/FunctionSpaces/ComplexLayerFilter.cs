using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One layer's filter in a complex factorization: exact if its real and imaginary parts are rational, else enclosed.</summary>
public sealed class ComplexLayerFilter
{
    internal ComplexLayerFilter(LayerFilter re, LayerFilter im) => (Re, Im) = (re, im);

    /// <summary>The real parts.</summary>
    public LayerFilter Re { get; }

    /// <summary>The imaginary parts.</summary>
    public LayerFilter Im { get; }

    /// <summary>Whether every coefficient is known exactly.</summary>
    public bool IsExact => Re.IsExact && Im.IsExact;

    /// <summary>The complex conjugate.</summary>
    public ComplexLayerFilter Conjugate() => new(Re, new LayerFilter([.. Im.Coefficients.Select(c => -c)]));

    /// <summary>Real and imaginary part of each coefficient, exact or as the double nearest to the middle of its enclosure.</summary>
    public ImmutableArray<ImmutableArray<Scalar>> ToScalars() => [.. Re.ToScalars().Zip(Im.ToScalars(), (re, im) => (ImmutableArray<Scalar>)[re, im])];

    /// <summary>A bound on the distance between each printed part and the true one; zero if exact.</summary>
    public double Radius() => Math.Max(Re.Radius(), Im.Radius());

    internal static ComplexLayerFilter OfReal(LayerFilter re) => new(re, new LayerFilter([.. re.Coefficients.Select(_ => RationalInterval.Zero)]));

    internal ComplexLayerFilter Scale(Rational factor) => new(Re.Scale(factor), Im.Scale(factor));
}

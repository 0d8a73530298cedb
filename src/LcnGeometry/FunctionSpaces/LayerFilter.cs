using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>One layer's filter in a factorization: exact if rational, else enclosed.</summary>
public sealed class LayerFilter
{
    internal LayerFilter(ImmutableArray<RationalInterval> coefficients) => Coefficients = coefficients;

    /// <summary>An enclosure of each coefficient, index = exponent of x; single points if the filter is rational.</summary>
    public ImmutableArray<RationalInterval> Coefficients { get; }

    /// <summary>Whether every coefficient is known exactly.</summary>
    public bool IsExact => Coefficients.All(c => c.Lower == c.Upper);

    /// <summary>Each coefficient, exact or as the double nearest to the middle of its enclosure.</summary>
    public ImmutableArray<Scalar> ToScalars() =>
        IsExact ? [.. Coefficients.Select(c => (Scalar)c.Lower)] : [.. Coefficients.Select(c => (Scalar)Approximate(c))];

    /// <summary>A bound on the distance between each printed double and the true coefficient; zero if exact.</summary>
    public double Radius()
    {
        if (IsExact) return 0;
        var radius = 0.0;
        foreach (var c in Coefficients)
        {
            var printed = Approximate(c);
            if (!double.IsFinite(printed)) return double.PositiveInfinity;
            var center = Rational.RationalizeExactly(printed);
            Rational below = Rational.Abs(center - c.Lower), above = Rational.Abs(c.Upper - center);
            var error = below > above ? below : above;
            radius = Math.Max(radius, error.IsZero ? 0 : Math.BitIncrement(error.ToDouble()));
        }

        return radius;
    }

    internal LayerFilter Scale(Rational factor) => new([.. Coefficients.Select(c => c * new RationalInterval(factor, factor))]);

    // An enclosure of zero prints as zero: that is the likeliest value and keeps noise out of the output.
    private static double Approximate(RationalInterval c) =>
        c.Lower.Sign <= 0 && c.Upper.Sign >= 0 ? 0.0 : ((c.Lower + c.Upper) / 2).ToDouble();
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A real end-to-end filter that is critical for the loss on its stratum, proved to exist in an interval for each coefficient.</summary>
public sealed record CriticalPoint
{
    internal CriticalPoint()
    {
    }

    /// <summary>An enclosure of each coefficient, index = exponent of x.</summary>
    public required ImmutableArray<Interval> Function { get; init; }

    /// <summary>The function exactly, if it is known so: the target, the best filter without constraints, or zero.</summary>
    public ImmutableArray<Rational>? ExactFunction { get; init; }

    /// <summary>An enclosure of the loss, the constant included.</summary>
    public required Interval Loss { get; init; }

    /// <summary>The real root pattern; null for strided architectures and for the zero function.</summary>
    public RootPattern? RealPattern { get; init; }

    /// <summary>The multiplicities of the complex roots, descending; null for strided architectures and for the zero function.</summary>
    public ImmutableArray<int>? ComplexPattern { get; init; }

    /// <summary>The stratum on which it was found: its index in <see cref="CriticalPointSet.Strata"/>; null for the zero function and for a target on no listed stratum.</summary>
    public int? Stratum { get; init; }

    /// <summary>The box in that stratum that proves it; null if the function is known exactly.</summary>
    public int? Box { get; init; }

    /// <summary>The kind of its factorizations if they agree.</summary>
    public required CriticalPointKind Kind { get; init; }

    /// <summary>Exact if the function is known exactly, else certified.</summary>
    public Evidence Evidence => ExactFunction is null ? Evidence.Certified : Evidence.Exact;

    /// <summary>A bound on the distance of every coefficient from the middle of its enclosure.</summary>
    public double CertificateRadius => Function.Max(c => c.Lower == c.Upper ? 0 : c.Radius);

    /// <summary>The real factorizations that are critical for the loss as a function of the filters, in a fixed order; the first ones of a long list.</summary>
    public ImmutableArray<CriticalFactorization> Factorizations { get; init; } = [];

    /// <summary>How many real factorizations are critical, modulo layer scalings.</summary>
    public Integer CriticalFactorizationCount { get; init; }

    /// <summary>How many real factorizations are proved not to be critical.</summary>
    public Integer OtherFactorizations { get; init; }

    /// <summary>How many real factorizations with a repeated root inside one layer may or may not be critical: none for generic data.</summary>
    public Integer UndecidedFactorizations { get; init; }

    /// <summary>For the zero function: in which ways it is critical.</summary>
    public ZeroCriticality? Zero { get; init; }
}

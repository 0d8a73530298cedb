using System.Collections.Immutable;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A real factorization of a critical function into layers at which the loss is critical as a function of the filters.</summary>
public sealed record CriticalFactorization
{
    internal CriticalFactorization()
    {
    }

    /// <summary>
    /// One filter per layer, index = exponent of x. In layers 2..L the coefficient of highest index that is proved not to be zero is exactly one;
    /// layer 1 carries the scale and the sign.
    /// </summary>
    public required ImmutableArray<ImmutableArray<Interval>> Filters { get; init; }

    /// <summary>The filters exactly, if they are rational and known; else null.</summary>
    public ImmutableArray<LayerFilter>? ExactFilters { get; init; }

    /// <summary>What it is to the loss as a function of all filters.</summary>
    public required CriticalPointKind Kind { get; init; }

    /// <summary>Whether it is a regular point of the parameterization: no roots are shared between layers so that the differential drops rank.</summary>
    public required Verdict Regular { get; init; }

    /// <summary>Pairs of layers, 1-based, with filters that are proved to be proportional; layers of one entry do not count.</summary>
    public required ImmutableArray<ImmutableArray<int>> RepeatedFilters { get; init; }

    /// <summary>The number of negative directions of the Hessian modulo layer scalings, if all signs are proved; else null.</summary>
    public int? Index { get; init; }

    /// <summary>A direction, layer after layer, along which the second derivative of the loss is proved to be negative; null if none is known.</summary>
    public ImmutableArray<double>? NegativeDirection { get; init; }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>A coordinate of a box, exactly: real and imaginary part lie within a radius of the center.</summary>
/// <param name="Re">The center's real part.</param>
/// <param name="Im">The center's imaginary part.</param>
/// <param name="Radius">At least 0.</param>
public sealed record BoxCoordinate(Rational Re, Rational Im, Rational Radius);

/// <summary>A proved solution of a critical system: a box that holds exactly one, which is simple.</summary>
public sealed class SolutionBox
{
    internal SolutionBox(
        ProductMap map,
        ImmutableArray<int> charts,
        ImmutableArray<BoxCoordinate> coordinates,
        ImmutableArray<ImmutableArray<ComplexNumber<Interval>>> factors,
        ComplexNumber<Interval> scale,
        ImmutableArray<ComplexNumber<Interval>> product,
        bool isReal)
    {
        Map = map;
        Charts = charts;
        Coordinates = coordinates;
        Factors = factors;
        Scale = scale;
        Product = product;
        IsReal = isReal;
    }

    /// <summary>The map whose critical point this is.</summary>
    public ProductMap Map { get; }

    /// <summary>For each factor the index of the coefficient that is exactly one.</summary>
    public ImmutableArray<int> Charts { get; }

    /// <summary>The box: the other coefficients of each factor by ascending index, factor by factor, and last the scale.</summary>
    public ImmutableArray<BoxCoordinate> Coordinates { get; }

    /// <summary>Enclosures of the coefficients of all factors, tighter than the box.</summary>
    public ImmutableArray<ImmutableArray<ComplexNumber<Interval>>> Factors { get; }

    /// <summary>Enclosure of the scale t, which is not zero.</summary>
    public ComplexNumber<Interval> Scale { get; }

    /// <summary>Enclosures of the coefficients of the product with its scale.</summary>
    public ImmutableArray<ComplexNumber<Interval>> Product { get; }

    /// <summary>Whether the solution is proved to be real: the box is its own mirror image, and holds only one.</summary>
    public bool IsReal { get; }

    /// <summary>The same solution with enclosures of its product.</summary>
    internal SolutionBox WithProduct(ImmutableArray<ComplexNumber<Interval>> product) => new(Map, Charts, Coordinates, Factors, Scale, product, IsReal);

    /// <summary>The same solution with the scale multiplied by a unit.</summary>
    internal SolutionBox InUnitsOf(Rational unit)
    {
        if (unit == Rational.One) return this;
        var factor = Interval.Enclose(unit);
        var last = Coordinates[^1];
        return new SolutionBox(
            Map,
            Charts,
            Coordinates.SetItem(Coordinates.Length - 1, new BoxCoordinate(last.Re * unit, last.Im * unit, last.Radius * Rational.Abs(unit))),
            Factors,
            factor * Scale,
            [.. Product.Select(p => factor * p)],
            IsReal);
    }
}

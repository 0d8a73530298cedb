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

    /// <summary>The same solution for data that were scaled by powers of two, in the units of the data before; nothing is rounded but overflow.</summary>
    internal SolutionBox InUnitsOf(DataUnits units)
    {
        if (units.AreTrivial) return this;
        var coordinates = ImmutableArray.CreateBuilder<BoxCoordinate>(Coordinates.Length);
        var factors = ImmutableArray.CreateBuilder<ImmutableArray<ComplexNumber<Interval>>>(Factors.Length);
        var unit = units.Scale;
        int next = 0, index = 0;
        foreach (var block in Map.Blocks)
        {
            foreach (var factor in block.Factors)
            {
                // The coefficient that is one stays one; what it was multiplied by goes to the scale.
                var chart = Charts[index];
                var step = units.VariableExponent * block.Step;
                unit *= Rational.PowerOfTwo(step * chart * factor.Exponent);
                for (var k = 0; k <= factor.Degree; k++)
                {
                    if (k != chart) coordinates.Add(Times(Coordinates[next++], Rational.PowerOfTwo(step * (k - chart))));
                }

                factors.Add([.. Factors[index].Select((c, k) => Interval.Enclose(Rational.PowerOfTwo(step * (k - chart))) * c)]);
                index++;
            }
        }

        coordinates.Add(Times(Coordinates[next], unit));
        var product = Product.Select((p, i) => Interval.Enclose(units.Scale * Rational.PowerOfTwo(units.VariableExponent * i)) * p);
        return new SolutionBox(Map, Charts, coordinates.MoveToImmutable(), factors.MoveToImmutable(), Interval.Enclose(unit) * Scale, [.. product], IsReal);
    }

    private static BoxCoordinate Times(BoxCoordinate coordinate, Rational factor) => new(coordinate.Re * factor, coordinate.Im * factor, coordinate.Radius * factor);
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The coefficients of a network in an affine chart, compiled into a list of terms: every filter begins with one, but for the last filter when it is free.</summary>
internal sealed class CoefficientTerms
{
    private readonly Term[] _terms;

    public CoefficientTerms(CoefficientMap map, bool lastIsFree)
    {
        var net = map.Network.Architecture;
        var unknownOf = new List<int>();
        for (var layer = 0; layer < net.Depth; layer++)
        {
            for (var i = 0; i < net.Filters[layer]; i++) unknownOf.Add(i > 0 || (lastIsFree && layer == net.Depth - 1) ? Unknowns++ : -1);
        }

        FreeEntries = lastIsFree ? net.Filters[^1] : 0;
        Coordinates = map.Coordinates.Length;
        _terms =
        [
            .. map.Coordinates.SelectMany((coordinate, index) => coordinate.Terms.Select(term => new Term(
                index,
                term.Coefficient,
                [.. Enumerable.Range(0, term.Exponents.Length).Where(p => term.Exponents[p] > 0 && unknownOf[p] >= 0).Select(p => (unknownOf[p], term.Exponents[p]))]))),
        ];
        if (map.Coordinates.SelectMany(coordinate => coordinate.Terms).Any(term => term.Coefficient.BitLength > 53))
        {
            throw new ArgumentException($"The output of {map.Network} has coefficients above 2^53, too large to be solved for.");
        }

        HighestPower = _terms.SelectMany(term => term.Factors).Select(factor => factor.Exponent).DefaultIfEmpty(0).Max();
    }

    /// <summary>The number of unknowns.</summary>
    public int Unknowns { get; }

    /// <summary>How many of the unknowns, the last ones, are all entries of the last filter; zero when it begins with one.</summary>
    public int FreeEntries { get; }

    /// <summary>The number of coefficients of the output.</summary>
    public int Coordinates { get; }

    /// <summary>The largest exponent of an unknown.</summary>
    public int HighestPower { get; }

    /// <summary>The coefficients, each with its derivatives.</summary>
    /// <param name="point">The unknowns.</param>
    /// <param name="values">One per coordinate.</param>
    /// <param name="jacobian">One row per coordinate.</param>
    public void Evaluate<T>(ReadOnlySpan<ComplexNumber<T>> point, ComplexNumber<T>[] values, ComplexNumber<T>[] jacobian)
        where T : struct, IScalar<T>
    {
        var powers = Powers(point);
        Array.Clear(values);
        Array.Clear(jacobian);
        foreach (var term in _terms)
        {
            var coefficient = T.FromDouble(term.Coefficient);
            values[term.Coordinate] += coefficient * Product(term, powers, -1, -1);
            for (var f = 0; f < term.Factors.Length; f++)
            {
                var (unknown, exponent) = term.Factors[f];
                jacobian[(term.Coordinate * Unknowns) + unknown] += (coefficient * T.FromDouble(exponent)) * Product(term, powers, f, -1);
            }
        }
    }

    /// <summary>Adds the second derivatives of a combination of the coefficients to a matrix.</summary>
    /// <param name="point">The unknowns.</param>
    /// <param name="weights">One per coordinate.</param>
    /// <param name="hessian">Unknowns by unknowns.</param>
    public void AddHessian<T>(ReadOnlySpan<ComplexNumber<T>> point, ComplexNumber<T>[] weights, ComplexNumber<T>[] hessian)
        where T : struct, IScalar<T>
    {
        var powers = Powers(point);
        foreach (var term in _terms)
        {
            var weight = T.FromDouble(term.Coefficient) * weights[term.Coordinate];
            for (var f = 0; f < term.Factors.Length; f++)
            {
                for (var g = f; g < term.Factors.Length; g++)
                {
                    var (first, second) = (term.Factors[f], term.Factors[g]);
                    double factor = f == g ? first.Exponent * (first.Exponent - 1.0) : (double)first.Exponent * second.Exponent;
                    if (factor == 0) continue;
                    var value = weight * (T.FromDouble(factor) * Product(term, powers, f, g));
                    hessian[(first.Unknown * Unknowns) + second.Unknown] += value;
                    if (f != g) hessian[(second.Unknown * Unknowns) + first.Unknown] += value;
                }
            }
        }
    }

    /// <summary>The product of a term's powers, two of its factors (or one factor twice) with an exponent one lower.</summary>
    private ComplexNumber<T> Product<T>(Term term, ComplexNumber<T>[] powers, int lowered, int loweredToo)
        where T : struct, IScalar<T>
    {
        var product = ComplexNumber<T>.One;
        for (var f = 0; f < term.Factors.Length; f++)
        {
            var (unknown, exponent) = term.Factors[f];
            var reduced = exponent - (f == lowered ? 1 : 0) - (f == loweredToo ? 1 : 0);
            if (reduced > 0) product *= powers[(unknown * (HighestPower + 1)) + reduced];
        }

        return product;
    }

    private ComplexNumber<T>[] Powers<T>(ReadOnlySpan<ComplexNumber<T>> point)
        where T : struct, IScalar<T>
    {
        var powers = new ComplexNumber<T>[Unknowns * (HighestPower + 1)];
        for (var i = 0; i < Unknowns; i++)
        {
            var row = powers.AsSpan(i * (HighestPower + 1), HighestPower + 1);
            row[0] = ComplexNumber<T>.One;
            for (var e = 1; e < row.Length; e++) row[e] = row[e - 1] * point[i];
        }

        return powers;
    }

    private sealed class Term(int coordinate, Integer coefficient, (int Unknown, int Exponent)[] factors)
    {
        public int Coordinate { get; } = coordinate;

        // Exact: multinomial coefficients of networks that are small enough to be solved.
        public double Coefficient { get; } = ((Rational)coefficient).ToDouble();

        public (int Unknown, int Exponent)[] Factors { get; } = factors;
    }
}

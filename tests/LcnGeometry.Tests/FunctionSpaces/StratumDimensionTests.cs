using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>The dimension of a stratum against the exact rank of the map from roots to coefficients.</summary>
public class StratumDimensionTests
{
    /// <summary>S2: the forms of one pattern are c times a product of powers of linear forms and definite quadratic forms; their dimension is the rank of this map.</summary>
    [Fact]
    public void Dimension_is_the_rank_of_the_map_from_roots() => PropertyRun.Trials(4, random =>
    {
        for (var degree = 1; degree <= 6; degree++)
        {
            var net = new Architecture([degree + 1]);
            foreach (var stratum in net.FunctionSpace().Strata()) Assert.Equal(Rank(stratum.Patterns[0], random), stratum.Dimension);
        }
    });

    private static int Rank(RootPattern pattern, TestRandom random)
    {
        // A factor, its multiplicity, and the derivatives of the factor by its own parameters: a of x - a, b and d of (x - b)^2 + d.
        var factors = new List<(Polynomial<Rational> Factor, int Multiplicity, Polynomial<Rational>[] Derivatives)>();
        foreach (var (multiplicity, i) in pattern.Real.Select((multiplicity, i) => (multiplicity, i)))
            factors.Add((new(-Distinct(i), 1), multiplicity, [new(-1)]));
        foreach (var (multiplicity, i) in pattern.Pairs.Select((multiplicity, i) => (multiplicity, i)))
        {
            Rational b = Distinct(i), d = random.Between(1, 50);
            factors.Add((new((b * b) + d, -2 * b, 1), multiplicity, [new(2 * b, -2), new(1)]));
        }

        var product = factors.Aggregate(Polynomial<Rational>.One, (all, one) => all * Polynomial<Rational>.Pow(one.Factor, one.Multiplicity));
        var tangents = new List<Polynomial<Rational>> { product };
        foreach (var (factor, multiplicity, derivatives) in factors)
        {
            var rest = Polynomial<Rational>.DivideExactly(product, factor);
            tangents.AddRange(derivatives.Select(derivative => (Rational)multiplicity * rest * derivative));
        }

        return FractionFree.Rank(new Matrix<Rational>(tangents.Count, pattern.Degree + 1, (row, column) => tangents[row][column]));

        Rational Distinct(int i) => new Rational(random.Between(-20, 20), 41) + i;
    }
}

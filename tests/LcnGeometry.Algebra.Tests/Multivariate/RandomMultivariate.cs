using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Random polynomials in several variables, biased to zeros, constants, single terms and cancellation.</summary>
internal static class RandomMultivariate
{
    public static MultivariatePolynomial<T> NextMultivariate<T>(
        this TestRandom random, VariableList variables, int maximalTerms, int maximalExponent, Func<TestRandom, T> coefficient)
        where T : IIntegralDomain<T>
    {
        var count = random.Between(0, 9) switch
        {
            0 => 0,
            1 => 1,
            _ => random.Between(1, maximalTerms),
        };
        var terms = new List<PolynomialTerm<T>>();
        for (var i = 0; i < count; i++)
        {
            var dense = random.Chance(0.5);
            int[] exponents = [.. variables.Select(_ => dense || random.Chance(0.4) ? random.Between(0, maximalExponent) : 0)];
            terms.Add(new PolynomialTerm<T>(coefficient(random), [.. exponents]));
        }

        return MultivariatePolynomial<T>.FromTerms(variables, terms);
    }

    public static MultivariatePolynomial<Rational> NextMultivariate(this TestRandom random, VariableList variables, int maximalTerms = 8, int maximalExponent = 4) =>
        random.NextMultivariate(variables, maximalTerms, maximalExponent, r => r.NextRational());

    public static T[] NextPoint<T>(this TestRandom random, VariableList variables, Func<TestRandom, T> value) => [.. variables.Select(_ => value(random))];
}

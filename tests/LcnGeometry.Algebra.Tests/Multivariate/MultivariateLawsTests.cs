using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>The law suites on polynomials in several variables over every kind of coefficients, and on what is built from them.</summary>
public class MultivariateLawsTests
{
    private static readonly VariableList Variables = ["x", "y", "z", "t", "u"];

    [Fact]
    public void Over_the_integers() => Check(RandomAlgebra.NextInteger);

    [Fact]
    public void Over_the_rationals() => Check(RandomAlgebra.NextRational);

    [Fact]
    public void Over_a_prime_field() => Check(ModularKernelTests.Element);

    [Fact]
    public void Over_univariate_polynomials() => Check(random => random.NextPolynomial(2, source => (Integer)source.Between(-3, 3)), trials: 40);

    [Fact]
    public void Over_polynomials_in_other_variables() => Check(random => random.NextMultivariate(["a", "b"], 3, 2), trials: 40);

    [Fact]
    public void As_coefficients_of_polynomials() => PolynomialLaws.Check(random => random.NextMultivariate(["a", "b"], 2, 1), trials: 30);

    private static void Check<T>(Func<TestRandom, T> coefficient, int trials = 100, [System.Runtime.CompilerServices.CallerMemberName] string member = "")
        where T : IIntegralDomain<T> =>
        DomainLaws.Check(random => random.NextMultivariate(Variables, 5, 3, coefficient), MultivariatePolynomial<T>.Variable(Variables, "t"), trials, member);
}

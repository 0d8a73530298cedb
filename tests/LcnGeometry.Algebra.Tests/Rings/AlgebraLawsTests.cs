using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>The law suites on every ring of this assembly.</summary>
public sealed class AlgebraLawsTests
{
    [Fact]
    public void Integers_are_a_euclidean_domain() => EuclideanLaws.Check(RandomAlgebra.NextInteger, nonUnit: 2);

    [Fact]
    public void Integers_are_ordered() => OrderedRingLaws.Check(RandomAlgebra.NextInteger);

    [Fact]
    public void Rationals_are_a_field() => FieldLaws.Check(RandomAlgebra.NextRational);

    [Fact]
    public void Rationals_are_ordered() => OrderedRingLaws.Check(RandomAlgebra.NextRational);

    [Fact]
    public void Residues_modulo_a_prime_are_a_field() => FieldLaws.Check(ModularKernelTests.Element);

    [Fact]
    public void Residues_modulo_a_prime_are_a_euclidean_domain() => EuclideanLaws.Check(ModularKernelTests.Element);

    [Fact]
    public void Rational_intervals_are_enclosures() => EnclosureLaws.Check(
        RandomAlgebra.NextInterval, RationalIntervalTests.Element, (interval, value) => interval.Contains(value));

    [Fact]
    public void Integer_polynomials_obey_the_polynomial_laws() => PolynomialLaws.Check(RandomAlgebra.NextInteger);

    [Fact]
    public void Rational_polynomials_obey_the_polynomial_laws() => PolynomialLaws.Check(RandomAlgebra.NextRational);

    [Fact]
    public void Polynomials_over_a_prime_field_obey_the_polynomial_laws() => PolynomialLaws.Check(ModularKernelTests.Element);

    [Fact]
    public void Polynomials_over_polynomials_obey_the_polynomial_laws() =>
        PolynomialLaws.Check(random => random.NextPolynomial(2, source => (Integer)source.Between(-3, 3)), trials: 30);
}

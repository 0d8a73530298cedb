using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class SquarefreeDecompositionTests
{
    [Fact]
    public void Factors_multiply_back_and_are_squarefree_and_coprime() => PropertyRun.Trials(200, random =>
    {
        var product = Polynomial<Integer>.Constant(random.NextNonzeroInteger());
        for (var i = 0; i < 3; i++) product *= Polynomial<Integer>.Pow(random.NextPolynomial(random.Between(0, 3), random.Between(1, 40)), random.Between(1, 4));
        var factors = SquarefreeDecomposition.Of(product);
        var back = Polynomial<Integer>.One;
        foreach (var (factor, multiplicity) in factors)
        {
            Assert.True(factor.Degree > 0);
            Assert.True(SquarefreeDecomposition.IsSquarefree(factor));
            back *= Polynomial<Integer>.Pow(factor, multiplicity);
        }

        Assert.Equal(PolynomialContent.PrimitivePart(product), back);
        for (var i = 0; i < factors.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.True(factors[j].Multiplicity < factors[i].Multiplicity);
                Assert.Equal(Polynomial<Integer>.One, PolynomialGcd.Gcd(factors[i].Factor, factors[j].Factor));
            }
        }

        var rational = new Rational(random.NextNonzeroInteger(), random.NextNonzeroInteger()) * product.Map(Rational.FromInteger);
        Assert.Equal(factors, SquarefreeDecomposition.Of(rational).AsEnumerable());
        Assert.Equal(factors.All(factor => factor.Multiplicity == 1), SquarefreeDecomposition.IsSquarefree(rational));
    });

    [Fact]
    public void A_polynomial_is_squarefree_exactly_when_its_discriminant_is_not_zero() => PropertyRun.Trials(200, random =>
    {
        var p = random.NextPolynomial(5, r => (Integer)r.Between(-2, 2));
        if (p.IsConstant) return;
        Assert.Equal(!Resultants.Discriminant(p).IsZero, SquarefreeDecomposition.IsSquarefree(p));
    });

    [Fact]
    public void Roots_of_known_multiplicities_are_sorted_by_them()
    {
        var (x, y) = (new Polynomial<Integer>(-1, 2), new Polynomial<Integer>(1, 0, 1));
        var factors = SquarefreeDecomposition.Of(-6 * (Polynomial<Integer>.Pow(x, 9) * Polynomial<Integer>.Pow(y, 2)));
        Assert.Equal([new SquarefreeFactor(y, 2), new SquarefreeFactor(x, 9)], factors.AsEnumerable());
    }

    [Fact]
    public void Constants_have_no_factors_and_zero_is_refused()
    {
        Assert.Empty(SquarefreeDecomposition.Of(Polynomial<Integer>.Constant(-4)));
        Assert.True(SquarefreeDecomposition.IsSquarefree(Polynomial<Integer>.Constant(-4)));
        Assert.Throws<ArgumentException>(() => SquarefreeDecomposition.Of(Polynomial<Integer>.Zero));
        Assert.Throws<ArgumentException>(() => SquarefreeDecomposition.Of(Polynomial<Rational>.Zero));
        Assert.Throws<ArgumentException>(() => SquarefreeDecomposition.IsSquarefree(Polynomial<Integer>.Zero));
        Assert.Throws<ArgumentException>(() => SquarefreeDecomposition.IsSquarefree(Polynomial<Rational>.Zero));
    }
}

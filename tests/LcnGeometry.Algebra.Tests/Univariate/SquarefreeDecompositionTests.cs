using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class SquarefreeDecompositionTests
{
    [Fact]
    public void Factors_multiply_back_and_are_squarefree_and_coprime()
    {
        var random = new TestRandom(11);
        for (var trial = 0; trial < Effort.Trials(200); trial++)
        {
            var product = Polynomial<Integer>.Constant(random.Between(1, 5) * (random.Chance(0.5) ? 1 : -1));
            for (var i = 0; i < 3; i++) product *= Polynomial<Integer>.Pow(RandomPolynomial(random, random.Between(0, 3)), random.Between(1, 4));
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
        }
    }

    private static Polynomial<Integer> RandomPolynomial(TestRandom random, int degree)
    {
        var coefficients = new Integer[degree + 1];
        for (var i = 0; i <= degree; i++) coefficients[i] = random.Between(-4, 4);
        coefficients[degree] = random.Between(1, 4);
        return new Polynomial<Integer>(coefficients.AsSpan());
    }
}

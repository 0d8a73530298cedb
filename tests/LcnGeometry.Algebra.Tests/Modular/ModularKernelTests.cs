using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>The kernels over words against the general algorithms over the field type, and the lifted results against the integers.</summary>
public sealed class ModularKernelTests
{
    private static PrimeModulus Modulus => PrimeFieldElement.Modulus;

    [Fact]
    public void The_kernel_gcd_is_the_gcd_over_the_field() => PropertyRun.Trials(150, random =>
    {
        var common = RandomResidues(random, 4);
        var (a, b) = (common * RandomResidues(random, 5), common * RandomResidues(random, 5));
        var expected = PolynomialGcd.Gcd(a, b);
        Assert.Equal(Words(expected), ModularPolynomial.Gcd(Words(a), Words(b), Modulus).ToArray());
        Assert.Equal(expected, PolynomialGcd.ExtendedGcd(a, b).Gcd);
    });

    [Fact]
    public void The_kernel_resultant_is_the_subresultant_over_the_field() => PropertyRun.Trials(150, random =>
    {
        var (a, b) = (RandomResidues(random, 6), RandomResidues(random, 6));
        Assert.Equal(Resultants.Resultant(a, b).Residue, ModularPolynomial.Resultant(Words(a), Words(b), Modulus));
    });

    [Fact]
    public void The_kernel_determinant_and_rank_are_those_over_the_field() => PropertyRun.Trials(100, random =>
    {
        var size = random.Between(0, 6);
        var square = random.NextMatrix(size, size, Element);
        Assert.Equal(FractionFree.Determinant(square).Residue, ModularMatrix.Determinant(Words(square), Modulus));
        var wide = random.NextMatrix(random.Between(0, 5), random.Between(0, 7), Element);
        Assert.Equal(FractionFree.Rank(wide), ModularMatrix.Rank(Words(wide), wide.Columns, Modulus));
    });

    [Fact]
    public void Chinese_remaindering_recovers_integers_of_either_sign() => PropertyRun.Trials(100, random =>
    {
        Integer[] values = [.. Enumerable.Range(0, 4).Select(_ => random.NextInteger())];
        var lifted = new ChineseRemainder(values.Length);
        foreach (var modulus in Primes.Descending.Take(5)) lifted.Add([.. values.Select(value => modulus.Reduce(value))], modulus);
        Assert.Equal(values, lifted.Values.ToArray());
        foreach (var modulus in Primes.Descending.Skip(5).Take(1))
        {
            Assert.False(lifted.Add([.. values.Select(value => modulus.Reduce(value))], modulus));
        }
    });

    [Fact]
    public void Primes_that_hide_the_answer_are_passed_over()
    {
        // The first two moduli divide leading coefficients, and make the arguments share a root that they do not share.
        Integer[] p = [.. Primes.Descending.Take(2).Select(modulus => (Integer)(long)modulus.Value)];
        var both = p[0] * p[1];
        var (a, b) = (new Polynomial<Integer>(1, both), new Polynomial<Integer>(1 + both, both, 1));
        Assert.Equal(Polynomial<Integer>.One, PolynomialGcd.Gcd(a, b));
        Assert.Equal(a, PolynomialGcd.Gcd(a * a, a * b));
        var (c, d) = (new Polynomial<Integer>(-1, 1), new Polynomial<Integer>(both - 1, 1));
        Assert.Equal(Polynomial<Integer>.One, PolynomialGcd.Gcd(c, d));
        Assert.Equal(c, PolynomialGcd.Gcd(c * c * d, c * (d + Polynomial<Integer>.One)));
        Assert.Equal(Subresultants.Sequence(a, b)[0][0], Resultants.Resultant(a, b));
        Assert.Equal(both, Resultants.Resultant(c, d));
        Assert.True(SquarefreeDecomposition.IsSquarefree(c * d));
        Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.Diagonal([1, both])));
        Assert.Equal(both, FractionFree.Determinant(Matrix<Integer>.Diagonal([1, both])));
        Assert.Equal(1, FractionFree.Rank(Matrix<Integer>.FromRows([1, both], [both, both * both], [0, 0])));
        Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.FromRows([1, both], [both, 0], [0, 0])));
    }

    [Fact]
    public void Division_by_zero_in_the_field_is_refused() =>
        Assert.Throws<DivideByZeroException>(() => PrimeFieldElement.One / PrimeFieldElement.Zero);

    internal static PrimeFieldElement Element(TestRandom random) => PrimeFieldElement.FromInteger(random.NextInteger());

    private static Polynomial<PrimeFieldElement> RandomResidues(TestRandom random, int degree) => random.NextPolynomial(degree, Element);

    private static ulong[] Words(Polynomial<PrimeFieldElement> polynomial) => [.. polynomial.Coefficients.ToArray().Select(c => c.Residue)];

    private static ulong[][] Words(Matrix<PrimeFieldElement> matrix) =>
        [.. Enumerable.Range(0, matrix.Rows).Select(i => matrix.Row(i).Select(entry => entry.Residue).ToArray())];
}

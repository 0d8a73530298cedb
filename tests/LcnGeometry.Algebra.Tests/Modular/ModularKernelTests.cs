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
        var image = new ModularMatrix(Integers(square), size, Modulus);
        Assert.Equal(FractionFree.Determinant(square).Residue, image.Rank == size ? image.PivotProduct : 0);
        var wide = random.NextMatrix(random.Between(0, 5), random.Between(0, 7), Element);
        Assert.Equal(FractionFree.Rank(wide), new ModularMatrix(Integers(wide), wide.Columns, Modulus).Rank);
    });

    [Fact]
    public void The_kernel_solution_is_the_one_over_the_field() => PropertyRun.Trials(100, random =>
    {
        int size = random.Between(1, 5), columns = random.Between(0, 3);
        var attached = random.NextMatrix(size, size + columns, Element);
        var left = new Matrix<PrimeFieldElement>(size, size, (i, j) => attached[i, j]);
        var right = new Matrix<PrimeFieldElement>(size, columns, (i, j) => attached[i, size + j]);
        var image = new ModularMatrix(Integers(attached), size, Modulus);
        var determinant = FractionFree.Determinant(left);
        Assert.Equal(determinant.IsZero, image.Rank < size);
        if (determinant.IsZero)
        {
            Assert.Throws<SingularMatrixException<PrimeFieldElement>>(() => LinearSystems.Solve(left, right));
            return;
        }

        var expected = determinant * LinearSystems.Solve(left, right);
        Assert.Equal(determinant * right, left * expected);
        Assert.Equal(Enumerable.Range(0, size).SelectMany(i => expected.Row(i)).Select(x => x.Residue), image.ScaledSolutions());
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
        var e = new Polynomial<Integer>(2, 1, 3);
        Assert.Equal(Subresultants.Sequence(a, e)[0][0], Resultants.Resultant(a, e));
        Assert.Equal(Subresultants.Sequence(e, a)[0][0], Resultants.Resultant(e, a));
        Assert.True(SquarefreeDecomposition.IsSquarefree(c * d));
        Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.Diagonal([1, both])));
        Assert.Equal(both, FractionFree.Determinant(Matrix<Integer>.Diagonal([1, both])));
        Assert.Equal(1, FractionFree.Rank(Matrix<Integer>.FromRows([1, both], [both, both * both], [0, 0])));
        Assert.Equal([[-1, both]], FractionFree.Nullspace(Matrix<Integer>.FromRows([both, 1], [both * both, both])).Select(v => v.ToArray()));
        Assert.Equal([[-2, 1, 0]], FractionFree.Nullspace(Matrix<Integer>.FromRows([both, 2 * both, 1], [1, 2, 0])).Select(v => v.ToArray()));
        Assert.Empty(FractionFree.Nullspace(Matrix<Integer>.FromRows([both, 1], [1, 0])));
        Assert.Empty(FractionFree.Nullspace(Matrix<Integer>.FromRows([1, 1], [1, 1 + both])));
        Assert.Equal([new Rational(1, both), 1], LinearSystems.Solve(Matrix<Rational>.Diagonal([both, 1]), [1, 1]).AsEnumerable());
        Assert.Equal(2, FractionFree.Rank(Matrix<Integer>.FromRows([1, both], [both, 0], [0, 0])));
    }

    [Fact]
    public void A_prime_that_shows_too_large_a_divisor_after_better_ones_is_passed_over()
    {
        var third = (Integer)(long)Primes.Descending.Skip(2).First().Value;
        var common = new TestRandom(5).NextPolynomial(4, 400);
        var (left, right) = (new Polynomial<Integer>(-1, 1), new Polynomial<Integer>(third - 1, 1));
        var gcd = PolynomialContent.PrimitivePart(common);
        Assert.Equal(gcd, PolynomialGcd.Gcd(common * left, common * right));
        Assert.Equal(
            [new SquarefreeFactor(left * right, 1), new SquarefreeFactor(gcd, 2)],
            SquarefreeDecomposition.Of(left * right * gcd * gcd).AsEnumerable());
    }

    [Fact]
    public void Cofactors_multiply_back() => PropertyRun.Trials(100, random =>
    {
        var common = random.NextPolynomial(3, RandomAlgebra.NextInteger);
        var (a, b) = (common * random.NextPolynomial(3, RandomAlgebra.NextInteger), common * random.NextPolynomial(3, RandomAlgebra.NextInteger));
        var (gcd, left, right) = PolynomialGcd.WithCofactors(a, b, default);
        Assert.Equal((a, b), (gcd * left, gcd * right));
        Assert.True(PolynomialGcd.Gcd(left, right).Degree <= 0);
    });

    [Fact]
    public void Division_by_zero_in_the_field_is_refused() =>
        Assert.Throws<DivideByZeroException>(() => PrimeFieldElement.One / PrimeFieldElement.Zero);

    internal static PrimeFieldElement Element(TestRandom random) => PrimeFieldElement.FromInteger(random.NextInteger());

    private static Polynomial<PrimeFieldElement> RandomResidues(TestRandom random, int degree) => random.NextPolynomial(degree, Element);

    private static ulong[] Words(Polynomial<PrimeFieldElement> polynomial) => [.. polynomial.Coefficients.ToArray().Select(c => c.Residue)];

    private static Matrix<Integer> Integers(Matrix<PrimeFieldElement> matrix) => matrix.Map(entry => (Integer)(long)entry.Residue);
}

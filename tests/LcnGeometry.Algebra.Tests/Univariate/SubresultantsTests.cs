using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class SubresultantsTests
{
    [Fact]
    public void Subresultants_are_determinants_of_sylvester_rows() => PropertyRun.Trials(150, random =>
    {
        var (a, b) = RandomPair(random);
        if (a.IsZero || b.IsZero) return;
        var sequence = Subresultants.Sequence(a, b);
        Assert.Equal(Math.Min(a.Degree, b.Degree), sequence.Length);
        for (var j = 0; j < sequence.Length; j++)
        {
            Assert.True(sequence[j].Degree <= j);
            Assert.Equal(Determinant(a, b, j), sequence[j]);
        }
    });

    [Fact]
    public void The_first_nonzero_subresultant_is_the_gcd_up_to_a_factor() => PropertyRun.Trials(100, random =>
    {
        var (a, b) = RandomPair(random);
        if (a.IsConstant || b.IsConstant) return;
        var first = Subresultants.Sequence(a, b).FirstOrDefault(s => !s.IsZero) ?? (a.Degree < b.Degree ? a : b);
        Assert.Equal(PolynomialGcd.Gcd(a, b), PolynomialContent.PrimitivePart(first));
    });

    [Fact]
    public void The_zero_polynomial_has_no_subresultants()
    {
        Assert.Throws<ArgumentException>(() => Subresultants.Sequence(Polynomial<Integer>.Zero, Polynomial<Integer>.X));
        Assert.Empty(Subresultants.Sequence(Polynomial<Integer>.One, Polynomial<Integer>.X));
    }

    /// <summary>Sparse, so that degrees drop by more than one, and often with a common factor.</summary>
    internal static (Polynomial<Integer> Left, Polynomial<Integer> Right) RandomPair(TestRandom random)
    {
        var common = random.Chance(0.3) ? random.NextPolynomial(2, Small) : Polynomial<Integer>.One;
        return (common * random.NextPolynomial(5, Small), common * random.NextPolynomial(5, Small));
    }

    private static Integer Small(TestRandom random) => random.Chance(0.05) ? random.NextInteger() : random.Between(-3, 3);

    /// <summary>The definition: the determinant of shifted coefficient rows, the last column holding the polynomials.</summary>
    private static Polynomial<Integer> Determinant(Polynomial<Integer> a, Polynomial<Integer> b, int index)
    {
        var (fromA, fromB) = (b.Degree - index, a.Degree - index);
        var size = fromA + fromB;
        var rows = new Polynomial<Integer>[size];
        for (var i = 0; i < fromA; i++) rows[i] = Polynomial<Integer>.Monomial(1, fromA - 1 - i) * a;
        for (var i = 0; i < fromB; i++) rows[fromA + i] = Polynomial<Integer>.Monomial(1, fromB - 1 - i) * b;
        var highest = a.Degree + b.Degree - index - 1;
        return FractionFree.Determinant(new Matrix<Polynomial<Integer>>(size, size, (i, j) =>
            j == size - 1 ? rows[i] : Polynomial<Integer>.Constant(rows[i][highest - j])));
    }
}

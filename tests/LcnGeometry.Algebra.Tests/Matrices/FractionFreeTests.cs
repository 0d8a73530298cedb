using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class FractionFreeTests
{
    [Fact]
    public void The_determinant_is_the_signed_sum_over_permutations() => PropertyRun.Trials(150, random =>
    {
        var size = random.Between(0, 5);
        var matrix = random.NextMatrix(size, size, r => r.Chance(0.2) ? r.NextInteger() : r.Between(-3, 3));
        var expected = Leibniz(matrix);
        Assert.Equal(expected, BareissDeterminant(matrix));
        Assert.Equal(expected, FractionFree.Determinant(matrix));
    });

    [Fact]
    public void The_determinant_over_polynomials_is_the_signed_sum_over_permutations() => PropertyRun.Trials(40, random =>
    {
        var size = random.Between(0, 4);
        var matrix = random.NextMatrix(size, size, r => r.NextPolynomial(2, q => (Integer)q.Between(-3, 3)));
        Assert.Equal(Leibniz(matrix), FractionFree.Determinant(matrix));
    });

    [Fact]
    public void The_determinant_over_rationals_is_the_signed_sum_over_permutations() => PropertyRun.Trials(80, random =>
    {
        var size = random.Between(0, 4);
        var matrix = random.NextMatrix(size, size, RandomAlgebra.NextRational);
        var expected = Leibniz(matrix);
        Assert.Equal(expected, BareissDeterminant(matrix));
        Assert.Equal(expected, FractionFree.Determinant(matrix));
    });

    [Fact]
    public void The_rank_is_the_size_of_the_largest_nonzero_minor() => PropertyRun.Trials(100, random =>
    {
        var matrix = random.NextMatrix(random.Between(0, 4), random.Between(0, 5), r => (Integer)r.Between(-1, 1));
        var expected = LargestNonzeroMinor(matrix);
        Assert.Equal(expected, BareissRank(matrix));
        Assert.Equal(expected, FractionFree.Rank(matrix));
        Assert.Equal(expected, FractionFree.Rank(matrix.Map(Rational.FromInteger)));
        Assert.Equal(expected, FractionFree.Rank(matrix.Transpose()));
    });

    [Fact]
    public void A_product_of_thin_matrices_has_the_thin_rank() => PropertyRun.Trials(30, random =>
    {
        var inner = random.Between(0, 4);
        var left = Matrix<Integer>.Identity(inner);
        var tall = random.NextMatrix(random.Between(0, 5), inner, RandomAlgebra.NextInteger);
        var wide = random.NextMatrix(inner, random.Between(0, 5), RandomAlgebra.NextInteger);
        var stacked = new Matrix<Integer>(tall.Rows + inner, inner, (i, j) => i < inner ? left[i, j] : tall[i - inner, j]);
        var beside = new Matrix<Integer>(inner, inner + wide.Columns, (i, j) => j < inner ? left[i, j] : wide[i, j - inner]);
        Assert.Equal(inner, FractionFree.Rank(stacked * beside));
        Assert.Equal(inner, BareissRank(stacked * beside));
    });

    [Fact]
    public void Null_vectors_are_annihilated_independent_and_as_many_as_columns_less_rank() => PropertyRun.Trials(100, random =>
    {
        var matrix = random.NextMatrix(random.Between(0, 5), random.Between(0, 6), r => r.Chance(0.2) ? r.NextInteger() : r.Between(-2, 2));
        CheckNullspace(matrix);
        CheckNullspace(matrix.Map(PrimeFieldElement.FromInteger));
        CheckNullspace(matrix.Map(Rational.FromInteger));
        CheckNullspace(matrix.Map(Polynomial<Integer>.Constant));
    });

    [Fact]
    public void Null_vectors_of_rational_matrices_are_primitive_and_annihilated() => PropertyRun.Trials(60, random =>
    {
        var matrix = random.NextMatrix(random.Between(1, 3), random.Between(2, 5), RandomAlgebra.NextRational);
        foreach (var vector in FractionFree.Nullspace(matrix))
        {
            Assert.All(matrix.Multiply(vector.AsSpan()), entry => Assert.True(entry.IsZero));
            Assert.All(vector, entry => Assert.True(entry.IsInteger));
            Assert.Equal(Integer.One, vector.Aggregate(Integer.Zero, (gcd, entry) => Integer.GreatestCommonDivisor(gcd, entry.Numerator)));
            Assert.Equal(1, vector.Last(entry => !entry.IsZero).Sign);
        }
    });

    [Fact]
    public void A_matrix_that_is_not_square_has_no_determinant()
    {
        var error = Assert.Throws<ArgumentException>(() => FractionFree.Determinant(Matrix<Integer>.Zero(2, 3)));
        Assert.Contains("2x3", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The general way, which integers and rationals do not take by themselves.</summary>
    internal static T BareissDeterminant<T>(Matrix<T> matrix)
        where T : IIntegralDomain<T>
    {
        var elimination = new BareissElimination<T>(matrix, above: false, default);
        if (elimination.Rank < matrix.Rows) return T.Zero;
        return elimination.Sign > 0 ? elimination.CommonPivot : -elimination.CommonPivot;
    }

    internal static T Leibniz<T>(Matrix<T> matrix, int row = 0, int used = 0)
        where T : IIntegralDomain<T>
    {
        if (row == matrix.Rows) return T.One;
        var sum = T.Zero;
        for (var column = 0; column < matrix.Columns; column++)
        {
            if ((used >> column & 1) == 1) continue;
            var inversions = System.Numerics.BitOperations.PopCount((uint)(used >> column));
            var term = matrix[row, column] * Leibniz(matrix, row + 1, used | (1 << column));
            sum = (inversions & 1) == 0 ? sum + term : sum - term;
        }

        return sum;
    }

    private static int BareissRank(Matrix<Integer> matrix) => new BareissElimination<Integer>(matrix, above: true, default).Rank;

    private static void CheckNullspace<T>(Matrix<T> matrix)
        where T : IIntegralDomain<T>
    {
        var basis = FractionFree.Nullspace(matrix);
        Assert.Equal(matrix.Columns - FractionFree.Rank(matrix), basis.Length);
        foreach (var vector in basis) Assert.All(matrix.Multiply(vector.AsSpan()), entry => Assert.True(entry.IsZero));
        Assert.Equal(basis.Length, FractionFree.Rank(Matrix<T>.FromRows(basis.AsSpan())));
    }

    private static int LargestNonzeroMinor(Matrix<Integer> matrix)
    {
        var largest = 0;
        for (var rows = 0; rows < 1 << matrix.Rows; rows++)
        {
            for (var columns = 0; columns < 1 << matrix.Columns; columns++)
            {
                var (r, c) = (Members(rows), Members(columns));
                if (r.Count != c.Count || r.Count <= largest) continue;
                if (!Leibniz(new Matrix<Integer>(r.Count, c.Count, (i, j) => matrix[r[i], c[j]])).IsZero) largest = r.Count;
            }
        }

        return largest;
    }

    private static List<int> Members(int set) => [.. Enumerable.Range(0, 8).Where(i => (set >> i & 1) == 1)];
}

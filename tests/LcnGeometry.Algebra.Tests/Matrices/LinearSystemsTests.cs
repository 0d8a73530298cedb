using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class LinearSystemsTests
{
    [Fact]
    public void A_solution_satisfies_the_system_and_a_singular_matrix_is_refused_with_its_null_space() => PropertyRun.Trials(100, random =>
    {
        var size = random.Between(1, 5);
        var matrix = random.NextMatrix(size, size, r => r.Chance(0.5) ? r.NextRational() : r.Between(-1, 1));
        var right = random.NextMatrix(size, random.Between(0, 3), RandomAlgebra.NextRational);
        if (FractionFreeTests.BareissDeterminant(matrix).IsZero)
        {
            var error = Assert.Throws<SingularMatrixException<Rational>>(() => LinearSystems.Solve(matrix, right));
            Assert.Same(matrix, error.Matrix);
            Assert.Equal(size - FractionFree.Rank(matrix), error.Nullspace.Length);
            foreach (var vector in error.Nullspace)
            {
                Assert.Contains(vector, entry => !entry.IsZero);
                Assert.All(matrix.Multiply(vector.AsSpan()), entry => Assert.True(entry.IsZero));
            }
        }
        else
        {
            Assert.Equal(right, matrix * LinearSystems.Solve(matrix, right));
            Assert.Equal(Matrix<Rational>.Identity(size), matrix * LinearSystems.Inverse(matrix));
            Assert.Equal(Matrix<Rational>.Identity(size), LinearSystems.Inverse(matrix) * matrix);
        }
    });

    [Fact]
    public void The_solution_is_given_by_quotients_of_determinants() => PropertyRun.Trials(60, random =>
    {
        var size = random.Between(1, 4);
        var matrix = random.NextMatrix(size, size, r => new Rational(r.Between(-4, 4), r.Between(1, 4)));
        var determinant = FractionFreeTests.Leibniz(matrix);
        if (determinant.IsZero) return;
        var right = random.NextMatrix(size, 1, RandomAlgebra.NextRational).Column(0);
        var solution = LinearSystems.Solve(matrix, right);
        for (var k = 0; k < size; k++)
        {
            var replaced = new Matrix<Rational>(size, size, (i, j) => j == k ? right[i] : matrix[i, j]);
            Assert.Equal(FractionFreeTests.Leibniz(replaced) / determinant, solution[k]);
        }
    });

    [Fact]
    public void The_empty_system_has_the_empty_solution()
    {
        Assert.Empty(LinearSystems.Solve(Matrix<Rational>.Zero(0, 0), []));
        Assert.Equal(Matrix<Rational>.Zero(0, 0), LinearSystems.Inverse(Matrix<Rational>.Zero(0, 0)));
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        Assert.Contains("2x3", Assert.Throws<ArgumentException>(() => LinearSystems.Inverse(Matrix<Rational>.Zero(2, 3))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearSystems.Solve(Matrix<Rational>.Identity(2), [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LinearSystems.Solve(Matrix<Rational>.Identity(2), Matrix<Rational>.Identity(3)));
    }
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class MatrixTests
{
    [Fact]
    public void Matrices_form_a_ring_that_acts_on_vectors() => PropertyRun.Trials(60, random =>
    {
        var (m, n, p, q) = (random.Between(0, 4), random.Between(0, 4), random.Between(0, 4), random.Between(0, 4));
        var a = random.NextMatrix(m, n, RandomAlgebra.NextInteger);
        var b = random.NextMatrix(n, p, RandomAlgebra.NextInteger);
        var c = random.NextMatrix(n, p, RandomAlgebra.NextInteger);
        var d = random.NextMatrix(p, q, RandomAlgebra.NextInteger);
        var scalar = random.NextInteger();
        Assert.Equal(a * b + a * c, a * (b + c));
        Assert.Equal(a * b - a * c, a * (b - c));
        Assert.Equal((a * b) * d, a * (b * d));
        Assert.Equal(a, a * Matrix<Integer>.Identity(n));
        Assert.Equal(a, Matrix<Integer>.Identity(m) * a);
        Assert.Equal(scalar * (a * b), (scalar * a) * b);
        Assert.Equal(b.Transpose() * a.Transpose(), (a * b).Transpose());
        Assert.Equal(Matrix<Integer>.Zero(n, p), b + (-b));
        for (var j = 0; j < p; j++) Assert.Equal((a * b).Column(j).AsEnumerable(), a.Multiply(b.Column(j).AsSpan()));
        for (var i = 0; i < m; i++) Assert.Equal(a.Row(i).AsEnumerable(), a.Transpose().Column(i));
    });

    [Fact]
    public void Shape_is_part_of_equality()
    {
        Assert.NotEqual(Matrix<Integer>.Zero(2, 3), Matrix<Integer>.Zero(3, 2));
        Assert.NotEqual(Matrix<Integer>.Zero(0, 3), Matrix<Integer>.Zero(0, 2));
        Assert.True(Matrix<Integer>.Identity(2) == Matrix<Integer>.Diagonal([1, 1]));
        Assert.True(Matrix<Integer>.Identity(2) != Matrix<Integer>.Diagonal([1, 2]));
        Assert.Equal(Matrix<Integer>.Identity(2).GetHashCode(), Matrix<Integer>.Diagonal([1, 1]).GetHashCode());
    }

    [Fact]
    public void Rows_are_printed_in_brackets() =>
        Assert.Equal("[[1, 2], [3, 4/5]]", Matrix<Rational>.FromRows([1, 2], [3, new Rational(4, 5)]).ToString());

    [Fact]
    public void Wrong_shapes_and_indices_are_refused()
    {
        var matrix = Matrix<Integer>.FromRows([1, 2, 3], [4, 5, 6]);
        Assert.True(Matrix<Integer>.FromRows([1, 2], [2, 1]).IsSymmetric);
        Assert.False(matrix.IsSymmetric);
        Assert.Throws<ArgumentException>(() => matrix * matrix);
        Assert.Throws<ArgumentException>(() => matrix + matrix.Transpose());
        Assert.Throws<ArgumentException>(() => matrix - matrix.Transpose());
        Assert.Throws<ArgumentException>(() => matrix.Multiply(1, 2));
        Assert.Throws<ArgumentException>(() => Matrix<Integer>.FromRows([1, 2], [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[-1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Row(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Column(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix<Integer>(-1, 0, (_, _) => 0));
    }
}

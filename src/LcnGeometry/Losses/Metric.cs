using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A symmetric positive definite quadratic form on end-to-end filters.</summary>
public sealed class Metric
{
    private Metric(string name, Matrix<Rational> matrix)
    {
        Name = name;
        Matrix = matrix;
    }

    /// <summary><c>identity</c>, <c>bombieri</c> or <c>matrix</c>.</summary>
    public string Name { get; }

    /// <summary>The symmetric matrix.</summary>
    public Matrix<Rational> Matrix { get; }

    /// <summary>The Euclidean inner product of coefficient vectors.</summary>
    /// <param name="size">The number of coefficients.</param>
    public static Metric Identity(int size) => new("identity", Matrix<Rational>.Identity(size));

    /// <summary>The Bombieri inner product diag(1 / C(size - 1, i)), invariant under rotations of the variables.</summary>
    /// <param name="size">The number of coefficients.</param>
    public static Metric Bombieri(int size)
    {
        var diagonal = new Rational[size];
        Integer binomial = 1;
        for (var i = 0; i < size; i++)
        {
            diagonal[i] = Rational.Invert(binomial);
            binomial = Integer.DivideExactly(binomial * (size - 1 - i), i + 1);
        }

        return new Metric("bombieri", new Matrix<Rational>(size, size, (i, j) => i == j ? diagonal[i] : Rational.Zero));
    }

    /// <summary>A metric given entry by entry.</summary>
    /// <exception cref="ArgumentException">The matrix is not square, not symmetric, or not positive definite; the message names the entry or the minor.</exception>
    public static Metric FromMatrix(Matrix<Rational> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows != matrix.Columns) throw new ArgumentException($"A metric is a square matrix; this one is {matrix.Rows} by {matrix.Columns}.", nameof(matrix));
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (matrix[i, j] != matrix[j, i])
                {
                    throw new ArgumentException($"A metric is symmetric; entry ({i + 1},{j + 1}) is {matrix[i, j]} and entry ({j + 1},{i + 1}) is {matrix[j, i]}.", nameof(matrix));
                }
            }
        }

        if (PositiveDefinite.FirstBadPivot(matrix) is { } pivot)
        {
            throw new ArgumentException(
                $"A metric is positive definite; the leading {pivot.Order} by {pivot.Order} minor of this matrix is {(pivot.Value.IsZero ? "zero" : "negative")}.", nameof(matrix));
        }

        return new Metric("matrix", matrix);
    }

    /// <summary>Reads <c>identity</c>, <c>bombieri</c>, or a matrix such as <c>[[2,1],[1,3/2]]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The number of coefficients.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    /// <exception cref="ArgumentException">The matrix has another size, or is no metric.</exception>
    public static Metric Parse(string text, int size)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed == "identity") return Identity(size);
        if (trimmed == "bombieri") return Bombieri(size);
        return FromMatrix(MatrixText.Parse(trimmed)).OfSize(size);
    }

    /// <summary>This metric, after checking that it fits.</summary>
    /// <exception cref="ArgumentException">The metric has another size.</exception>
    public Metric OfSize(int size) => Matrix.Rows == size
        ? this
        : throw new ArgumentException($"The metric is {Matrix.Rows} by {Matrix.Rows}; the end-to-end filter has {size} {(size == 1 ? "entry" : "entries")}.", nameof(size));
}

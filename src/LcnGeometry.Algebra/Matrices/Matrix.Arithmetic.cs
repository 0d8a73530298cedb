using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

public sealed partial class Matrix<T>
{
    /// <summary>Addition, entry by entry.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<T> operator +(Matrix<T> left, Matrix<T> right)
    {
        CheckSameShape(left, right);
        return new Matrix<T>(left.Rows, left.Columns, (i, j) => left[i, j] + right[i, j]);
    }

    /// <summary>Subtraction, entry by entry.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<T> operator -(Matrix<T> left, Matrix<T> right)
    {
        CheckSameShape(left, right);
        return new Matrix<T>(left.Rows, left.Columns, (i, j) => left[i, j] - right[i, j]);
    }

    /// <summary>Negation of every entry.</summary>
    public static Matrix<T> operator -(Matrix<T> value) => value.Map(entry => -entry);

    /// <summary>Multiplication of every entry by a scalar.</summary>
    public static Matrix<T> operator *(T scalar, Matrix<T> value) => value.Map(entry => scalar * entry);

    /// <summary>The matrix product.</summary>
    /// <exception cref="ArgumentException">The left matrix has not as many columns as the right one has rows.</exception>
    public static Matrix<T> operator *(Matrix<T> left, Matrix<T> right)
    {
        if (left.Columns != right.Rows)
        {
            throw new ArgumentException($"A {left.Rows}x{left.Columns} matrix cannot multiply a {right.Rows}x{right.Columns} matrix.", nameof(right));
        }

        return new Matrix<T>(left.Rows, right.Columns, (i, j) =>
        {
            var sum = T.Zero;
            for (var k = 0; k < left.Columns; k++) sum += left._entries[(i * left.Columns) + k] * right._entries[(k * right.Columns) + j];
            return sum;
        });
    }

    /// <summary>The product with a column vector.</summary>
    /// <param name="vector">As many entries as the matrix has columns.</param>
    /// <returns>As many entries as the matrix has rows.</returns>
    /// <exception cref="ArgumentException">The vector has the wrong length.</exception>
    public ImmutableArray<T> Multiply(params ReadOnlySpan<T> vector)
    {
        if (vector.Length != Columns) throw new ArgumentException($"A vector of length {vector.Length} cannot follow {Columns} columns.", nameof(vector));
        var product = ImmutableArray.CreateBuilder<T>(Rows);
        for (var i = 0; i < Rows; i++)
        {
            var sum = T.Zero;
            for (var j = 0; j < Columns; j++) sum += _entries[(i * Columns) + j] * vector[j];
            product.Add(sum);
        }

        return product.MoveToImmutable();
    }

    /// <summary>The matrix with rows and columns exchanged.</summary>
    public Matrix<T> Transpose() => new(Columns, Rows, (i, j) => _entries[(j * Columns) + i]);

    private static void CheckSameShape(Matrix<T> left, Matrix<T> right)
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
        {
            throw new ArgumentException($"A {left.Rows}x{left.Columns} and a {right.Rows}x{right.Columns} matrix have different shapes.", nameof(right));
        }
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LcnGeometry;

/// <summary>Eigenvalues of <c>J J^T</c> in floating point, at any scale.</summary>
/// <remarks>They are squared singular values: small ones are known far better than from the product.</remarks>
internal static class JacobianSpectrum
{
    /// <summary>The eigenvalues of <c>J J^T</c>, or of <c>J J^T Q</c>, in descending order; zero where rounding cannot tell them from it.</summary>
    /// <param name="jacobian">J.</param>
    /// <param name="form">Q, symmetric and positive definite; null for the identity.</param>
    public static ImmutableArray<double> Of(Matrix<Rational> jacobian, Matrix<Rational>? form = null)
    {
        var (matrix, unit) = Scaled(jacobian);
        var square = unit * unit;
        if (form is not null)
        {
            // With Q = C C^T the product J J^T Q has the eigenvalues of (C^T J)(C^T J)^T.
            var (scaled, formUnit) = Scaled(form);
            matrix = DenseMatrix.OfMatrix(scaled.Cholesky().Factor.TransposeThisAndMultiply(matrix));
            square *= formUnit;
        }

        // Singular values that rounding cannot tell from zero are zero.
        var values = matrix.Svd(computeVectors: false).S.OrderDescending().ToArray();
        var noise = values[0] * Math.Max(jacobian.Rows, jacobian.Columns) * (Math.BitIncrement(1.0) - 1);
        return [.. values.Select(value => value <= noise ? 0 : (Rational.RationalizeExactly(value * value) * square).ToDouble()), .. Enumerable.Repeat(0.0, Math.Max(0, jacobian.Rows - jacobian.Columns))];
    }

    // Entries of huge or tiny size would overflow in the middle of the computation.
    private static (DenseMatrix Matrix, Rational Unit) Scaled(Matrix<Rational> exact)
    {
        var largest = Rational.Zero;
        for (var i = 0; i < exact.Rows; i++)
        {
            for (var j = 0; j < exact.Columns; j++)
            {
                var magnitude = Rational.Abs(exact[i, j]);
                if (magnitude > largest) largest = magnitude;
            }
        }

        var unit = largest.IsZero ? Rational.One : Rational.PowerOfTwo(SignificantBits.Exponent(largest));
        return (DenseMatrix.Create(exact.Rows, exact.Columns, (i, j) => (exact[i, j] / unit).ToDouble()), unit);
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LcnGeometry;

/// <summary>Eigenvalues of symmetric matrices in floating point, at any scale.</summary>
internal static class SymmetricSpectrum
{
    /// <summary>The eigenvalues in descending order.</summary>
    /// <param name="size">The number of rows.</param>
    /// <param name="entry">The entries; those above the diagonal are taken to be those below it.</param>
    public static ImmutableArray<double> Of(int size, Func<int, int, Rational> entry)
    {
        var (matrix, unit) = Scaled(size, entry);
        return Eigenvalues(matrix, unit);
    }

    /// <summary>The eigenvalues of the product of a semidefinite matrix and a definite one.</summary>
    public static ImmutableArray<double> OfProduct(int size, Func<int, int, Rational> semidefinite, Func<int, int, Rational> definite)
    {
        // With Q = C C^T the product K Q has the eigenvalues of C^T K C, which is symmetric.
        var (kernel, kernelUnit) = Scaled(size, semidefinite);
        var (form, formUnit) = Scaled(size, definite);
        var factor = form.Cholesky().Factor;
        return Eigenvalues(DenseMatrix.OfMatrix(factor.TransposeThisAndMultiply(kernel * factor)), kernelUnit * formUnit);
    }

    private static ImmutableArray<double> Eigenvalues(DenseMatrix matrix, Rational unit)
    {
        var symmetric = (matrix + matrix.Transpose()) / 2;
        return [.. symmetric.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Select(value => (Rational.RationalizeExactly(value.Real) * unit).ToDouble()).OrderDescending()];
    }

    // Entries of huge or tiny size would overflow in the middle of the computation.
    private static (DenseMatrix Matrix, Rational Unit) Scaled(int size, Func<int, int, Rational> entry)
    {
        var largest = Rational.Zero;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var magnitude = Rational.Abs(entry(i, j));
                if (magnitude > largest) largest = magnitude;
            }
        }

        var unit = largest.IsZero ? Rational.One : Rational.PowerOfTwo(SignificantBits.Exponent(largest));
        return (DenseMatrix.Create(size, size, (i, j) => (entry(Math.Max(i, j), Math.Min(i, j)) / unit).ToDouble()), unit);
    }
}

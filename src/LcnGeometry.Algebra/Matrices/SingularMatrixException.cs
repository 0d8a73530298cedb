using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>A linear system or an inverse was asked for, and the square matrix maps a nonzero vector to zero.</summary>
/// <typeparam name="T">The entries.</typeparam>
public sealed class SingularMatrixException<T> : ArithmeticException
    where T : IIntegralDomain<T>
{
    /// <summary>Creates the exception for a matrix and a basis of its null space.</summary>
    public SingularMatrixException(Matrix<T> matrix, ImmutableArray<ImmutableArray<T>> nullspace)
        : base($"The {matrix.Rows}x{matrix.Columns} matrix is singular: it maps ({string.Join(", ", nullspace[0])}) to zero; " +
            $"its null space has dimension {nullspace.Length}.")
    {
        Matrix = matrix;
        Nullspace = nullspace;
    }

    /// <summary>The singular matrix.</summary>
    public Matrix<T> Matrix { get; }

    /// <summary>A basis of the vectors that the matrix maps to zero; never empty.</summary>
    public ImmutableArray<ImmutableArray<T>> Nullspace { get; }
}

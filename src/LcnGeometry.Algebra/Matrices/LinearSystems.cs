using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Solves square systems of linear equations exactly.</summary>
public static class LinearSystems
{
    /// <summary>The unique solution x of <c>matrix * x = right</c>.</summary>
    /// <param name="matrix">A square nonsingular matrix.</param>
    /// <param name="right">As many entries as the matrix has rows.</param>
    /// <param name="token">Stops the computation.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or the right-hand side has the wrong length.</exception>
    /// <exception cref="SingularMatrixException{T}">The matrix is singular; the exception carries its null space.</exception>
    public static ImmutableArray<T> Solve<T>(Matrix<T> matrix, ImmutableArray<T> right, CancellationToken token = default)
        where T : IField<T>
    {
        if (right.Length != matrix.Rows) throw new ArgumentException($"{matrix.Rows} equations need as many right-hand sides, not {right.Length}.", nameof(right));
        return Solve(matrix, new Matrix<T>(right.Length, 1, (i, _) => right[i]), token).Column(0);
    }

    /// <summary>The unique solution X of <c>matrix * X = right</c>, one column for each right-hand side.</summary>
    /// <param name="matrix">A square nonsingular matrix.</param>
    /// <param name="right">As many rows as the matrix.</param>
    /// <param name="token">Stops the computation.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or the right-hand side has the wrong number of rows.</exception>
    /// <exception cref="SingularMatrixException{T}">The matrix is singular; the exception carries its null space.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact field; there is no pivoting for size, so it is not meant for rounded numbers.</para>
    /// <para>
    /// <b>Method:</b> fraction-free Gauss-Jordan elimination of the matrix with the right-hand sides attached. Rational entries
    /// are made integers first, row by row, and solved by Cramer's rule modulo primes of 63 bits up to Hadamard's bound.
    /// </para>
    /// <para>
    /// <b>Cost:</b> O(n^2 (n + columns)) coefficient operations on values as long as minors; for integer rows of b bits about n b / 62
    /// times as many word operations.
    /// </para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// LinearSystems.Solve(Matrix&lt;Rational&gt;.FromRows([1, 2], [3, 4]), [1, 1]) // [-1, 1]
    /// </code></example>
    public static Matrix<T> Solve<T>(Matrix<T> matrix, Matrix<T> right, CancellationToken token = default)
        where T : IField<T>
    {
        if (!matrix.IsSquare) throw new ArgumentException($"The matrix is {matrix.Rows}x{matrix.Columns}; it must be square.", nameof(matrix));
        if (right.Rows != matrix.Rows) throw new ArgumentException($"{matrix.Rows} equations need as many right-hand sides, not {right.Rows}.", nameof(right));
        return matrix is Matrix<Rational> rationalMatrix && right is Matrix<Rational> rationalRight
            ? (Matrix<T>)(object)SolveRationals(rationalMatrix, rationalRight, token)
            : SolveGenerally(matrix, right, token);
    }

    /// <summary>The inverse of a square nonsingular matrix.</summary>
    /// <param name="matrix">A square nonsingular matrix.</param>
    /// <param name="token">Stops the computation.</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="SingularMatrixException{T}">The matrix is singular; the exception carries its null space.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact field.</para>
    /// <para><b>Method:</b> the system with the identity as right-hand sides.</para>
    /// <para><b>Cost:</b> that of the system, with n right-hand sides.</para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// LinearSystems.Inverse(Matrix&lt;Rational&gt;.FromRows([1, 2], [3, 4])) // [[-2, 1], [3/2, -1/2]]
    /// </code></example>
    public static Matrix<T> Inverse<T>(Matrix<T> matrix, CancellationToken token = default)
        where T : IField<T> => Solve(matrix, Matrix<T>.Identity(matrix.Rows), token);

    private static Matrix<Rational> SolveRationals(Matrix<Rational> matrix, Matrix<Rational> right, CancellationToken token)
    {
        var size = matrix.Rows;
        var integral = FractionFree.ClearDenominators(Attach(matrix, right)).Integral;
        var left = new Matrix<Integer>(size, size, (i, j) => integral[i, j]);
        if (ModularElimination.Rank(left, token) < size) throw new SingularMatrixException<Rational>(matrix, FractionFree.Nullspace(matrix, token));
        var (determinant, scaled) = ModularElimination.Solve(left, new Matrix<Integer>(size, right.Columns, (i, j) => integral[i, size + j]), token);
        return scaled.Map(entry => new Rational(entry, determinant));
    }

    private static Matrix<T> SolveGenerally<T>(Matrix<T> matrix, Matrix<T> right, CancellationToken token)
        where T : IField<T>
    {
        var size = matrix.Rows;
        var elimination = new BareissElimination<T>(Attach(matrix, right), above: true, token);
        if (elimination.PivotColumns.Count(column => column < size) < size)
        {
            throw new SingularMatrixException<T>(matrix, FractionFree.Nullspace(matrix, token));
        }

        var inverse = T.One / elimination.CommonPivot;
        return new Matrix<T>(size, right.Columns, (i, j) => inverse * elimination[i, size + j]);
    }

    private static Matrix<T> Attach<T>(Matrix<T> matrix, Matrix<T> right)
        where T : IIntegralDomain<T> =>
        new(matrix.Rows, matrix.Columns + right.Columns, (i, j) => j < matrix.Columns ? matrix[i, j] : right[i, j - matrix.Columns]);
}

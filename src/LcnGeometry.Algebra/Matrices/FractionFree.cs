using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Determinant, rank and null space without leaving the domain of the entries.</summary>
/// <remarks>Rational matrices are made integer matrices first, row by row; integer matrices take modular ways where that is faster.</remarks>
public static class FractionFree
{
    /// <summary>The determinant of a square matrix.</summary>
    /// <param name="matrix">A square matrix; the determinant of the matrix without rows is one.</param>
    /// <param name="token">Stops the computation.</param>
    /// <exception cref="ArgumentException"><paramref name="matrix"/> is not square.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain.</para>
    /// <para>
    /// <b>Method:</b> fraction-free elimination; every intermediate value is a minor of the matrix. For integers and rationals:
    /// elimination modulo primes of 63 bits until their product exceeds twice Hadamard's bound, then Chinese remaindering.
    /// </para>
    /// <para>
    /// <b>Cost:</b> O(n^3) coefficient operations on values as long as minors; for integers of b bits about n b / 62 times n^3 / 3
    /// word operations.
    /// </para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// FractionFree.Determinant(Matrix&lt;Integer&gt;.FromRows([1, 2], [3, 4])) // -2
    /// </code></example>
    public static T Determinant<T>(Matrix<T> matrix, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        if (!matrix.IsSquare) throw new ArgumentException($"A {matrix.Rows}x{matrix.Columns} matrix has no determinant; it must be square.", nameof(matrix));
        if (matrix is Matrix<Integer> integers) return (T)(object)ModularElimination.Determinant(integers, token);
        if (matrix is Matrix<Rational> rationals)
        {
            var (integral, scale) = ClearDenominators(rationals);
            return (T)(object)new Rational(ModularElimination.Determinant(integral, token), scale);
        }

        var elimination = new BareissElimination<T>(matrix, above: false, token);
        if (elimination.Rank < matrix.Rows) return T.Zero;
        return elimination.Sign > 0 ? elimination.CommonPivot : -elimination.CommonPivot;
    }

    /// <summary>The largest number of linearly independent rows over the field of fractions.</summary>
    /// <param name="matrix">Any matrix.</param>
    /// <param name="token">Stops the computation.</param>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain; meaningless over rounded numbers and enclosures.</para>
    /// <para>
    /// <b>Method:</b> fraction-free elimination. For integers and rationals: the rank modulo primes of 63 bits; if it is not full,
    /// until their product exceeds Hadamard's bound for the minors of the next size.
    /// </para>
    /// <para><b>Cost:</b> O(rows * columns * rank) coefficient operations on values as long as minors, or that many word operations for each prime.</para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// FractionFree.Rank(Matrix&lt;Integer&gt;.FromRows([1, 2], [2, 4])) // 1
    /// </code></example>
    public static int Rank<T>(Matrix<T> matrix, CancellationToken token = default)
        where T : IIntegralDomain<T> => matrix switch
        {
            Matrix<Integer> integers => ModularElimination.Rank(integers, token),
            Matrix<Rational> rationals => ModularElimination.Rank(ClearDenominators(rationals).Integral, token),
            _ => new BareissElimination<T>(matrix, above: false, token).Rank,
        };

    /// <summary>A basis, over the field of fractions, of the column vectors that the matrix maps to zero.</summary>
    /// <param name="matrix">Any matrix.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>
    /// Columns minus rank vectors with entries in the domain, each as long as a row. Empty when only zero is mapped to zero. For
    /// integer and rational matrices the entries of a vector are integers without common factor, the last nonzero one positive.
    /// </returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain; meaningless over rounded numbers and enclosures.</para>
    /// <para>
    /// <b>Method:</b> fraction-free Gauss-Jordan elimination. There is one vector for every column without pivot: its last nonzero
    /// entry stands in that column, and its entries in the other columns without pivot are zero. For integers and rationals the
    /// vectors come from Cramer's rule modulo primes of 63 bits and are checked against all rows.
    /// </para>
    /// <para><b>Cost:</b> O(rows * columns * rank) coefficient operations on values as long as minors, or that many word operations for each prime.</para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// FractionFree.Nullspace(Matrix&lt;Integer&gt;.FromRows([1, 2], [2, 4])) // [[-2, 1]]
    /// </code></example>
    public static ImmutableArray<ImmutableArray<T>> Nullspace<T>(Matrix<T> matrix, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        if (matrix is Matrix<Integer> integers) return (ImmutableArray<ImmutableArray<T>>)(object)ModularNullspace.Of(integers, token);
        if (matrix is Matrix<Rational> rationals)
        {
            var integral = ModularNullspace.Of(ClearDenominators(rationals).Integral, token);
            return [.. integral.Select(vector => (ImmutableArray<T>)(object)ImmutableArray.CreateRange(vector, Rational.FromInteger))];
        }

        var elimination = new BareissElimination<T>(matrix, above: true, token);
        var basis = ImmutableArray.CreateBuilder<ImmutableArray<T>>(matrix.Columns - elimination.Rank);
        for (var free = 0; free < matrix.Columns; free++)
        {
            if (elimination.PivotColumns.Contains(free)) continue;
            var vector = new T[matrix.Columns];
            Array.Fill(vector, T.Zero);
            vector[free] = elimination.CommonPivot;
            for (var i = 0; i < elimination.Rank; i++) vector[elimination.PivotColumns[i]] = -elimination[i, free];
            basis.Add(ImmutableArray.Create(vector));
        }

        return basis.MoveToImmutable();
    }

    /// <summary>Multiplies each row by the least common denominator of its entries.</summary>
    /// <returns>The integer rows and the product of all multipliers.</returns>
    internal static (Matrix<Integer> Integral, Integer Scale) ClearDenominators(Matrix<Rational> matrix)
    {
        var scales = new Integer[matrix.Rows];
        var product = Integer.One;
        for (var i = 0; i < matrix.Rows; i++)
        {
            scales[i] = matrix.Row(i).Aggregate(Integer.One, (scale, entry) => Integer.LeastCommonMultiple(scale, entry.Denominator));
            product *= scales[i];
        }

        var integral = new Matrix<Integer>(matrix.Rows, matrix.Columns, (i, j) =>
            matrix[i, j].Numerator * Integer.DivideExactly(scales[i], matrix[i, j].Denominator));
        return (integral, product);
    }
}

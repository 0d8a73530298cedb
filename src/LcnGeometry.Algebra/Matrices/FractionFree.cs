using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Determinant, rank and null space without leaving the domain of the entries.</summary>
public static partial class FractionFree
{
    /// <summary>The determinant of a square matrix.</summary>
    /// <param name="matrix">A square matrix; the determinant of the matrix without rows is one.</param>
    /// <exception cref="ArgumentException"><paramref name="matrix"/> is not square.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain.</para>
    /// <para><b>Method:</b> fraction-free elimination; every intermediate value is a minor of the matrix.</para>
    /// <para><b>Cost:</b> O(n^3) coefficient operations on values as long as minors.</para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// var d = FractionFree.Determinant(Matrix&lt;Integer&gt;.FromRows([1, 2], [3, 4])); // -2
    /// </code></example>
    public static T Determinant<T>(Matrix<T> matrix)
        where T : IIntegralDomain<T>
    {
        CheckSquare(matrix);
        var elimination = new BareissElimination<T>(matrix, above: false);
        if (elimination.Rank < matrix.Rows) return T.Zero;
        return elimination.Sign > 0 ? elimination.CommonPivot : -elimination.CommonPivot;
    }

    /// <summary>The largest number of linearly independent rows over the field of fractions.</summary>
    /// <param name="matrix">Any matrix.</param>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain; meaningless over rounded numbers and enclosures.</para>
    /// <para><b>Method:</b> fraction-free elimination.</para>
    /// <para><b>Cost:</b> O(rows * columns * rank) coefficient operations on values as long as minors.</para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// var r = FractionFree.Rank(Matrix&lt;Integer&gt;.FromRows([1, 2], [2, 4])); // 1
    /// </code></example>
    public static int Rank<T>(Matrix<T> matrix)
        where T : IIntegralDomain<T> => new BareissElimination<T>(matrix, above: false).Rank;

    /// <summary>A basis, over the field of fractions, of the column vectors that the matrix maps to zero.</summary>
    /// <param name="matrix">Any matrix.</param>
    /// <returns>Columns minus rank vectors with entries in the domain, each as long as a row. Empty when only zero is mapped to zero.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain; meaningless over rounded numbers and enclosures.</para>
    /// <para>
    /// <b>Method:</b> fraction-free Gauss-Jordan elimination. There is one vector for every column without pivot: its last nonzero
    /// entry stands in that column, and its entries in the other columns without pivot are zero.
    /// </para>
    /// <para><b>Cost:</b> O(rows * columns * rank) coefficient operations on values as long as minors.</para>
    /// <para><b>Source:</b> Erwin H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination.</para>
    /// </remarks>
    /// <example><code>
    /// var basis = FractionFree.Nullspace(Matrix&lt;Integer&gt;.FromRows([1, 2], [2, 4])); // (-2, 1)
    /// </code></example>
    public static ImmutableArray<ImmutableArray<T>> Nullspace<T>(Matrix<T> matrix)
        where T : IIntegralDomain<T>
    {
        var elimination = new BareissElimination<T>(matrix, above: true);
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

    private static void CheckSquare<T>(Matrix<T> matrix)
        where T : IIntegralDomain<T>
    {
        if (!matrix.IsSquare) throw new ArgumentException($"A {matrix.Rows}x{matrix.Columns} matrix has no determinant; it must be square.", nameof(matrix));
    }
}

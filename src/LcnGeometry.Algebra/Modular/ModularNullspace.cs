using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Null spaces of integer matrices from one elimination modulo a prime and one exact solution.</summary>
internal static class ModularNullspace
{
    /// <summary>A basis of primitive vectors, one for each column without pivot in the echelon form over the rationals.</summary>
    /// <remarks>
    /// A prime proposes the rows and columns of the pivots. The vectors solve the equations of those rows exactly; when they solve the
    /// others too, there are as many as the dimension, since the rank modulo a prime is never too large.
    /// </remarks>
    public static ImmutableArray<ImmutableArray<Integer>> Of(Matrix<Integer> matrix, CancellationToken token)
    {
        foreach (var modulus in Primes.Descending)
        {
            token.ThrowIfCancellationRequested();
            var image = new ModularMatrix(matrix, matrix.Columns, modulus);
            var (rows, pivots) = (image.PivotRows.ToArray(), image.PivotColumns);
            int[] free = [.. Enumerable.Range(0, matrix.Columns).Except(pivots)];
            var regular = new Matrix<Integer>(rows.Length, rows.Length, (i, j) => matrix[rows[i], pivots[j]]);
            var right = new Matrix<Integer>(rows.Length, free.Length, (i, j) => -matrix[rows[i], free[j]]);
            var (determinant, scaled) = ModularElimination.Solve(regular, right, token);
            var basis = ImmutableArray.CreateBuilder<ImmutableArray<Integer>>(free.Length);
            for (var j = 0; j < free.Length; j++)
            {
                var vector = new Integer[matrix.Columns];
                vector[free[j]] = determinant;
                for (var i = 0; i < rows.Length; i++) vector[pivots[i]] = scaled[i, j];
                if (vector.AsSpan(free[j] + 1).IndexOfAnyExcept(Integer.Zero) >= 0 || !matrix.Multiply(vector).All(entry => entry.IsZero)) break;
                basis.Add(Primitive(vector, vector[free[j]].Sign));
            }

            if (basis.Count == free.Length) return basis.MoveToImmutable();
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }

    private static ImmutableArray<Integer> Primitive(Integer[] vector, int sign)
    {
        var content = sign * vector.Aggregate(Integer.Zero, Integer.GreatestCommonDivisor);
        return [.. vector.Select(entry => Integer.DivideExactly(entry, content))];
    }
}

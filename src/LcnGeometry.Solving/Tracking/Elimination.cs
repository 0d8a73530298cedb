namespace LcnGeometry.Solving;

/// <summary>Solves small dense systems, several right-hand sides at once, each lane on its own.</summary>
/// <typeparam name="T">The arithmetic of the parts.</typeparam>
/// <remarks>
/// Gaussian elimination with pairwise pivoting: before an entry is eliminated the larger of the two rows moves up, lane by lane, which
/// needs selections but no branches. Its growth is small in practice, and every step is corrected by Newton's method anyway.
/// </remarks>
internal static class Elimination<T>
    where T : struct, IFloat<T>
{
    /// <summary>Solves in place: the last columns become the solutions.</summary>
    /// <param name="matrix">Rows of <paramref name="size"/> unknowns followed by the right-hand sides.</param>
    /// <param name="size">The number of rows and of unknowns.</param>
    /// <param name="width">The entries of a row.</param>
    public static void Solve(Span<ComplexNumber<T>> matrix, int size, int width)
    {
        for (var k = 0; k < size; k++)
        {
            var pivotRow = matrix.Slice(k * width, width);
            for (var i = k + 1; i < size; i++)
            {
                var row = matrix.Slice(i * width, width);
                T top = pivotRow[k].SquaredModulus, below = row[k].SquaredModulus;
                if (T.AnyLess(top, below)) Exchange(pivotRow[k..], row[k..], top, below);
            }

            var inverse = Invert(pivotRow[k]);
            for (var i = k + 1; i < size; i++)
            {
                var row = matrix.Slice(i * width, width);
                var factor = row[k] * inverse;
                for (var j = k + 1; j < width; j++) row[j] = ComplexNumber<T>.SubtractProduct(factor, pivotRow[j], row[j]);
            }

            for (var j = k + 1; j < width; j++) pivotRow[j] *= inverse;
        }

        for (var k = size - 1; k > 0; k--)
        {
            for (var column = size; column < width; column++)
            {
                var value = matrix[(k * width) + column];
                for (var i = 0; i < k; i++)
                {
                    ref var entry = ref matrix[(i * width) + column];
                    entry = ComplexNumber<T>.SubtractProduct(matrix[(i * width) + k], value, entry);
                }
            }
        }
    }

    private static ComplexNumber<T> Invert(ComplexNumber<T> value)
    {
        var scale = T.FromDouble(1) / value.SquaredModulus;
        return scale * value.Conjugate;
    }

    private static void Exchange(Span<ComplexNumber<T>> upper, Span<ComplexNumber<T>> lower, T top, T below)
    {
        for (var j = 0; j < upper.Length; j++)
        {
            ComplexNumber<T> a = upper[j], b = lower[j];
            upper[j] = new(T.WhereLess(top, below, b.Re, a.Re), T.WhereLess(top, below, b.Im, a.Im));
            lower[j] = new(T.WhereLess(top, below, a.Re, b.Re), T.WhereLess(top, below, a.Im, b.Im));
        }
    }
}

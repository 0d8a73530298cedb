using System.Numerics;

namespace LcnGeometry;

/// <summary>Small complex linear systems in doubles.</summary>
internal static class ComplexElimination
{
    /// <summary>The solution of a square system by elimination with pivots; null when a pivot vanishes.</summary>
    public static Complex[]? Solve(Complex[,] matrix, Complex[] right)
    {
        var columns = new Complex[right.Length, 1];
        for (var i = 0; i < right.Length; i++) columns[i, 0] = right[i];
        if (Solve(matrix, columns) is not { } solution) return null;
        return [.. Enumerable.Range(0, right.Length).Select(i => solution[i, 0])];
    }

    /// <summary>An approximate inverse; null when a pivot vanishes.</summary>
    public static Complex[,]? Invert(Complex[,] matrix)
    {
        var size = matrix.GetLength(0);
        var identity = new Complex[size, size];
        for (var i = 0; i < size; i++) identity[i, i] = 1;
        return Solve(matrix, identity);
    }

    /// <summary>The solutions of square systems with several right sides, one per column; null when a pivot vanishes.</summary>
    public static Complex[,]? Solve(Complex[,] matrix, Complex[,] right)
    {
        var size = matrix.GetLength(0);
        var width = right.GetLength(1);
        var (a, b) = ((Complex[,])matrix.Clone(), (Complex[,])right.Clone());
        for (var k = 0; k < size; k++)
        {
            var best = k;
            for (var i = k + 1; i < size; i++) if (Size(a[i, k]) > Size(a[best, k])) best = i;
            if (!(Size(a[best, k]) > 0)) return null;
            if (best != k)
            {
                for (var j = k; j < size; j++) (a[k, j], a[best, j]) = (a[best, j], a[k, j]);
                for (var j = 0; j < width; j++) (b[k, j], b[best, j]) = (b[best, j], b[k, j]);
            }

            for (var i = k + 1; i < size; i++)
            {
                var factor = a[i, k] / a[k, k];
                for (var j = k + 1; j < size; j++) a[i, j] -= factor * a[k, j];
                for (var j = 0; j < width; j++) b[i, j] -= factor * b[k, j];
            }
        }

        for (var k = size - 1; k >= 0; k--)
        {
            for (var j = 0; j < width; j++)
            {
                for (var i = k + 1; i < size; i++) b[k, j] -= a[k, i] * b[i, j];
                b[k, j] /= a[k, k];
            }
        }

        return b;
    }

    private static double Size(Complex value) => Math.Abs(value.Real) + Math.Abs(value.Imaginary);
}

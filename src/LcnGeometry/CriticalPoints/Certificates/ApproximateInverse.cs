using System.Numerics;

namespace LcnGeometry;

/// <summary>Inverts a matrix of fixed-point numbers without keeping track of rounding: whoever uses the result bounds its defect.</summary>
internal static class ApproximateInverse
{
    /// <summary>An approximate inverse by elimination with row pivoting; null if a pivot vanishes at this precision.</summary>
    internal static FixedComplex[,]? Of(FixedComplex[,] matrix)
    {
        var n = matrix.GetLength(0);
        var bits = n == 0 ? 0 : matrix[0, 0].Bits;
        var (a, inverse) = ((FixedComplex[,])matrix.Clone(), new FixedComplex[n, n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) inverse[i, j] = i == j ? FixedComplex.One(bits) : new FixedComplex(0, 0, bits);
        }

        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (a[i, k].Sum > a[pivot, k].Sum) pivot = i;
            }

            if (a[pivot, k].IsZero) return null;
            Swap(a, k, pivot);
            Swap(inverse, k, pivot);
            var factor = FixedComplex.One(bits) / a[k, k];
            for (var j = 0; j < n; j++)
            {
                a[k, j] *= factor;
                inverse[k, j] *= factor;
            }

            for (var i = 0; i < n; i++)
            {
                if (i == k || a[i, k].IsZero) continue;
                var multiple = a[i, k];
                for (var j = 0; j < n; j++)
                {
                    if (j >= k) a[i, j] -= multiple * a[k, j];
                    if (!inverse[k, j].IsZero) inverse[i, j] -= multiple * inverse[k, j];
                }
            }
        }

        return inverse;
    }

    /// <summary>The centers of a matrix of squares.</summary>
    internal static FixedComplex[,] CentersOf(ComplexSquare[,] matrix)
    {
        var centers = new FixedComplex[matrix.GetLength(0), matrix.GetLength(1)];
        for (var i = 0; i < centers.GetLength(0); i++)
        {
            for (var j = 0; j < centers.GetLength(1); j++) centers[i, j] = matrix[i, j].Center;
        }

        return centers;
    }

    /// <summary>Bounds on the defect: for each entry of the identity minus the approximate inverse times the matrix, the largest sum of the absolute values of the two parts, in units.</summary>
    internal static BigInteger[,] Defect(FixedComplex[,] inverse, ComplexSquare[,] matrix)
    {
        var n = inverse.GetLength(0);
        var defect = new BigInteger[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var bits = inverse[i, j].Bits;
                var sum = new ComplexSquare(i == j ? FixedComplex.One(bits) : new FixedComplex(0, 0, bits), 0);
                for (var k = 0; k < n; k++)
                {
                    if (!inverse[i, k].IsZero) sum -= new ComplexSquare(inverse[i, k], 0) * matrix[k, j];
                }

                defect[i, j] = sum.Sum;
            }
        }

        return defect;
    }

    private static void Swap(FixedComplex[,] matrix, int first, int second)
    {
        if (first == second) return;
        for (var j = 0; j < matrix.GetLength(1); j++) (matrix[first, j], matrix[second, j]) = (matrix[second, j], matrix[first, j]);
    }
}

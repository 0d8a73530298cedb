using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The exact test for positive definite symmetric matrices.</summary>
internal static class PositiveDefinite
{
    /// <summary>The first leading minor that is not positive, as its order and the pivot of symmetric elimination there; null if all are positive.</summary>
    internal static (int Order, Rational Value)? FirstBadPivot(Matrix<Rational> symmetric)
    {
        var n = symmetric.Rows;
        var a = new Rational[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) a[i, j] = symmetric[i, j];
        }

        for (var k = 0; k < n; k++)
        {
            if (a[k, k].Sign <= 0) return (k + 1, a[k, k]);
            for (var i = k + 1; i < n; i++)
            {
                if (a[i, k].IsZero) continue;
                var factor = a[i, k] / a[k, k];
                for (var j = k + 1; j < n; j++) a[i, j] -= factor * a[k, j];
            }
        }

        return null;
    }
}

namespace LcnGeometry;

/// <summary>Approximate eigenvalues and orthonormal eigenvectors of a symmetric matrix by Jacobi's rotations.</summary>
internal static class SymmetricEigenbasis
{
    private const int MostSweeps = 30;

    /// <summary>Eigenvalues and, as columns, eigenvectors; the matrix, row by row, is destroyed.</summary>
    public static (double[] Values, double[] Vectors) Of(double[] matrix, int size)
    {
        var vectors = new double[size * size];
        for (var i = 0; i < size; i++) vectors[(i * size) + i] = 1;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var rotated = false;
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++) rotated |= Rotate(matrix, vectors, size, p, q);
            }

            if (!rotated) break;
        }

        var values = new double[size];
        for (var i = 0; i < size; i++) values[i] = matrix[(i * size) + i];
        return (values, vectors);
    }

    private static bool Rotate(double[] matrix, double[] vectors, int size, int p, int q)
    {
        double apq = matrix[(p * size) + q], app = matrix[(p * size) + p], aqq = matrix[(q * size) + q];
        if (!(Math.Abs(apq) > 1e-17 * Math.Sqrt(Math.Abs(app * aqq)))) return false;
        var theta = (aqq - app) / (2 * apq);
        var t = double.IsInfinity(theta) ? 0 : Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < size; k++)
        {
            double kp = matrix[(k * size) + p], kq = matrix[(k * size) + q];
            matrix[(k * size) + p] = (c * kp) - (s * kq);
            matrix[(k * size) + q] = (s * kp) + (c * kq);
        }

        for (var k = 0; k < size; k++)
        {
            double pk = matrix[(p * size) + k], qk = matrix[(q * size) + k];
            matrix[(p * size) + k] = (c * pk) - (s * qk);
            matrix[(q * size) + k] = (s * pk) + (c * qk);
        }

        matrix[(p * size) + q] = matrix[(q * size) + p] = 0;
        for (var k = 0; k < size; k++)
        {
            double kp = vectors[(k * size) + p], kq = vectors[(k * size) + q];
            vectors[(k * size) + p] = (c * kp) - (s * kq);
            vectors[(k * size) + q] = (s * kp) + (c * kq);
        }

        return true;
    }
}

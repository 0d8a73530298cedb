using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Approximate inverses of small complex matrices, and proofs of regularity that use them.</summary>
internal static class SmallInverse
{
    /// <summary>An approximate inverse; some entries are not finite when the matrix is nearly singular.</summary>
    /// <remarks>Rows and columns are first scaled by powers of two, so that equations and unknowns of very different sizes do no harm.</remarks>
    public static Complex[] Of(Complex[] matrix, int size)
    {
        var (rows, columns) = Scales(matrix, size);

        // One lane does the work; the others repeat it.
        var width = 2 * size;
        var lanes = new ComplexNumber<Lanes>[size * width];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) lanes[(i * width) + j] = ComplexNumber<Lanes>.FromComplex(matrix[(i * size) + j] * rows[i] * columns[j]);
            lanes[(i * width) + size + i] = ComplexNumber<Lanes>.One;
        }

        Elimination<Lanes>.Solve(lanes, size, width);
        var inverse = new Complex[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var value = lanes[(i * width) + size + j];
                inverse[(i * size) + j] = new Complex(value.Re[0], value.Im[0]) * columns[i] * rows[j];
            }
        }

        return inverse;
    }

    private static (double[] Rows, double[] Columns) Scales(Complex[] matrix, int size)
    {
        double[] rows = new double[size], columns = new double[size];
        Array.Fill(rows, 1);
        Array.Fill(columns, 1);
        for (var pass = 0; pass < 3; pass++)
        {
            for (var i = 0; i < size; i++)
            {
                double inRow = 0, inColumn = 0;
                for (var j = 0; j < size; j++)
                {
                    inRow = Math.Max(inRow, Largest(matrix[(i * size) + j]) * rows[i] * columns[j]);
                    inColumn = Math.Max(inColumn, Largest(matrix[(j * size) + i]) * rows[j] * columns[i]);
                }

                // Square roots let rows and columns share what they have in common.
                rows[i] *= HalfStep(inRow);
                columns[i] *= HalfStep(inColumn);
            }
        }

        return (rows, columns);
    }

    private static double Largest(Complex value) => Math.Max(Math.Abs(value.Real), Math.Abs(value.Imaginary));

    private static double HalfStep(double size) => size > 0 && double.IsFinite(size) ? Math.ScaleB(1, -(Math.ILogB(size) / 2)) : 1;

    /// <summary>Whether every matrix in a matrix of enclosures is proved to be regular.</summary>
    /// <remarks>With an approximate inverse Y the rows of I - YA have absolute sums below one; where doubles cannot give such a Y, elimination in intervals never meets a pivot that may be zero.</remarks>
    public static bool IsRegular<T>(ComplexNumber<T>[] matrix, int size)
        where T : struct, IEnclosure<T> => HasInverse(matrix, size) || HasPivots([.. matrix], size);

    /// <summary>The entry of I - YA at a place, for an approximate inverse Y.</summary>
    public static ComplexNumber<T> Defect<T>(Complex[] inverse, ComplexNumber<T>[] matrix, int size, int row, int column)
        where T : struct, IScalar<T>
    {
        var entry = row == column ? ComplexNumber<T>.One : ComplexNumber<T>.Zero;
        for (var k = 0; k < size; k++)
        {
            entry = ComplexNumber<T>.SubtractProduct(ComplexNumber<T>.FromComplex(inverse[(row * size) + k]), matrix[(k * size) + column], entry);
        }

        return entry;
    }

    private static bool HasInverse<T>(ComplexNumber<T>[] matrix, int size)
        where T : struct, IEnclosure<T>
    {
        var inverse = Of([.. matrix.Select(x => new Complex(x.Re.Midpoint, x.Im.Midpoint))], size);
        if (!inverse.All(Complex.IsFinite)) return false;
        for (var i = 0; i < size; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < size; j++)
            {
                var entry = Defect(inverse, matrix, size, i, j);
                sum += entry.Re.Magnitude + entry.Im.Magnitude;
            }

            if (!(sum < 0.999)) return false;
        }

        return true;
    }

    private static bool HasPivots<T>(ComplexNumber<T>[] matrix, int size)
        where T : struct, IEnclosure<T>
    {
        for (var k = 0; k < size; k++)
        {
            var best = Enumerable.Range(k, size - k).MaxBy(i => Size(matrix[(i * size) + k]));
            if (best != k)
            {
                for (var j = 0; j < size; j++) (matrix[(k * size) + j], matrix[(best * size) + j]) = (matrix[(best * size) + j], matrix[(k * size) + j]);
            }

            var pivot = matrix[(k * size) + k];
            var square = pivot.SquaredModulus;
            if (!(pivot.Re.ExcludesZero || pivot.Im.ExcludesZero) || !square.ExcludesZero) return false;
            var inverse = T.Reciprocal(square) * pivot.Conjugate;
            for (var i = k + 1; i < size; i++)
            {
                var factor = matrix[(i * size) + k] * inverse;
                for (var j = k + 1; j < size; j++)
                {
                    matrix[(i * size) + j] = ComplexNumber<T>.SubtractProduct(factor, matrix[(k * size) + j], matrix[(i * size) + j]);
                }
            }
        }

        return true;
    }

    private static double Size<T>(ComplexNumber<T> value)
        where T : struct, IEnclosure<T> => Math.Max(Math.Abs(value.Re.Midpoint), Math.Abs(value.Im.Midpoint));
}

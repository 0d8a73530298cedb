using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Proves that the factors of each block are squarefree and have no root in common, infinity included.</summary>
internal static class SquarefreeProof
{
    /// <summary>Whether it is proved for all points of the box that was evaluated last.</summary>
    /// <remarks>A form of degree d is squarefree exactly when its two partial derivatives, of degree d - 1, have no common root: their Sylvester matrix is regular.</remarks>
    public static bool Holds<T>(ProductMap map, ProductEvaluation<T> evaluation)
        where T : struct, IEnclosure<T>
    {
        for (var b = 0; b < map.Blocks.Length; b++)
        {
            if (!IsSquarefree(evaluation.RadicalOf(b))) return false;
        }

        return true;
    }

    /// <summary>How far a form is from one with a repeated root: about the inverse of the condition of the matrix.</summary>
    public static double Separation(ReadOnlySpan<ComplexNumber<Lanes>> form)
    {
        if (form.Length < 3) return 1;
        var size = 2 * (form.Length - 2);
        var matrix = DerivativeMatrix(form).Select(x => new Complex(x.Re[0], x.Im[0])).ToArray();
        var inverse = SmallInverse.Of(matrix, size);
        if (!inverse.All(Complex.IsFinite)) return 0;
        return 1 / (matrix.Max(Complex.Abs) * inverse.Max(Complex.Abs));
    }

    private static bool IsSquarefree<T>(ReadOnlySpan<ComplexNumber<T>> form)
        where T : struct, IEnclosure<T> =>
        form.Length < 3 || SmallInverse.IsRegular(DerivativeMatrix<T>(Balance(form)), 2 * (form.Length - 2));

    /// <summary>The form in a variable that is a power of two times the old one, so that its outer coefficients are of one size.</summary>
    private static ComplexNumber<T>[] Balance<T>(ReadOnlySpan<ComplexNumber<T>> form)
        where T : struct, IEnclosure<T>
    {
        var balanced = form.ToArray();
        double first = balanced[0].Re.Magnitude + balanced[0].Im.Magnitude, last = balanced[^1].Re.Magnitude + balanced[^1].Im.Magnitude;
        if (!(first > 0 && last > 0 && double.IsFinite(first) && double.IsFinite(last))) return balanced;
        var shift = (int)Math.Round((Math.Log2(first) - Math.Log2(last)) / (balanced.Length - 1));
        var middle = balanced.Length / 2;
        if (Math.Abs(shift) * balanced.Length > 900) return balanced;
        for (var k = 0; k < balanced.Length; k++) balanced[k] = T.FromDouble(Math.ScaleB(1, shift * (k - middle))) * balanced[k];
        return balanced;
    }

    /// <summary>The Sylvester matrix of the two partial derivatives.</summary>
    public static ComplexNumber<T>[] DerivativeMatrix<T>(ReadOnlySpan<ComplexNumber<T>> form)
        where T : struct, IScalar<T>
    {
        var degree = form.Length - 1;
        var size = 2 * (degree - 1);
        var matrix = new ComplexNumber<T>[size * size];
        for (var row = 0; row < degree - 1; row++)
        {
            for (var k = 0; k < degree; k++)
            {
                matrix[(row * size) + row + k] = T.FromDouble(k + 1) * form[k + 1];
                matrix[((row + degree - 1) * size) + row + k] = T.FromDouble(degree - k) * form[k];
            }
        }

        return matrix;
    }
}

using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Ehrlich and Aberth's simultaneous iteration in doubles, for roots of any size.</summary>
internal static class AberthIteration
{
    /// <summary>Approximations to all roots, in the order of the starting points.</summary>
    /// <param name="polynomial">At most <see cref="PolynomialRoots.MaximumDegree"/>.</param>
    /// <param name="token">Stops between sweeps.</param>
    public static ScaledComplex[] Run(ScaledPolynomial polynomial, CancellationToken token)
    {
        var roots = NewtonPolygon.Starts(polynomial);
        var done = new bool[roots.Length];

        // Rounding errors of Horner's rule grow like the square root of the degree in practice.
        var noise = Math.ScaleB(4 + (2 * Math.Sqrt(polynomial.Degree)), -53);
        for (int sweep = 0, open = roots.Length; open > 0 && sweep < MaximumSweeps; sweep++)
        {
            token.ThrowIfCancellationRequested();
            for (var i = 0; i < roots.Length; i++)
            {
                if (done[i]) continue;
                done[i] = Improve(polynomial, roots, i, noise);
                if (done[i]) open--;
            }
        }

        return roots;
    }

    /// <summary>Sweeps before the iteration gives up on the roots still moving; ten are usual, clusters take more.</summary>
    private const int MaximumSweeps = 300;

    /// <summary>Moves one approximation; says whether it has settled.</summary>
    private static bool Improve(ScaledPolynomial polynomial, ScaledComplex[] roots, int index, double noise)
    {
        var root = roots[index];
        var (value, derivative, size) = polynomial.Evaluate(root);
        if (Complex.Abs(value) <= noise * size) return true;

        // Newton's step for the polynomial divided by the product over the other approximations.
        var inverse = (derivative / value) - Repulsion(roots, index);
        var step = Complex.Abs(inverse) < 1.0 / 256 ? Complex.FromPolarCoordinates(0.5, index) : Complex.One / inverse;
        roots[index] = ScaledComplex.Normalize(root.Unit - step, root.Exponent);
        if (roots[index].Unit == Complex.Zero) roots[index] = ScaledComplex.Normalize(root.Unit * 0.5, root.Exponent);
        return Complex.Abs(step) <= Math.ScaleB(Complex.Abs(root.Unit), -51);
    }

    /// <summary>The sum of 1/(z - w) over the other approximations w, in units of z.</summary>
    private static Complex Repulsion(ScaledComplex[] roots, int index)
    {
        var root = roots[index];
        double re = 0, im = 0;
        for (var j = 0; j < roots.Length; j++)
        {
            if (j == index) continue;
            var other = roots[j].InUnitsOf(root.Exponent);
            double x = root.Unit.Real - other.Real, y = root.Unit.Imaginary - other.Imaginary;
            var square = (x * x) + (y * y);
            if (square == 0 || double.IsInfinity(square)) continue;
            re += x / square;
            im -= y / square;
        }

        return new Complex(re, im);
    }
}

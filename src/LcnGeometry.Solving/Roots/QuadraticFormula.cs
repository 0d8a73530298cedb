using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>The two roots of a quadratic with nonzero outer coefficients, without overflow and without cancellation.</summary>
internal static class QuadraticFormula
{
    /// <summary>The roots of <c>a x^2 + b x + c</c>; a conjugate pair is exactly conjugate.</summary>
    public static Complex[] Solve(double a, double b, double c)
    {
        // x = 2^shift y balances the outer coefficients; a common power of two makes them of order one.
        int exponentA = Math.ILogB(a), exponentC = Math.ILogB(c);
        var shift = (exponentC - exponentA) / 2;
        var common = exponentA + (2 * shift);
        var half = Math.ScaleB(b, shift - common - 1);
        if (b != 0 && Math.ILogB(b) + shift - common > 400) return [-b / a, -c / b];
        double top = Math.ScaleB(a, -exponentA), bottom = Math.ScaleB(c, -common);

        var discriminant = DifferenceOfProducts(half, half, top, bottom);
        if (discriminant < 0)
        {
            var re = Math.ScaleB(-half / top, shift);
            var im = Math.ScaleB(Math.Sqrt(-discriminant) / Math.Abs(top), shift);
            return [new Complex(re, -im), new Complex(re, im)];
        }

        var sum = -(half + Math.CopySign(Math.Sqrt(discriminant), half));
        return [Math.ScaleB(sum / top, shift), Math.ScaleB(bottom / sum, shift)];
    }

    /// <summary><c>ab - cd</c> to within two units in the last place, by Kahan's use of the fused multiply-add.</summary>
    private static double DifferenceOfProducts(double a, double b, double c, double d)
    {
        var product = c * d;
        return Math.FusedMultiplyAdd(a, b, -product) + Math.FusedMultiplyAdd(-c, d, product);
    }
}

using System.Numerics;

namespace LcnGeometry;

/// <summary>A point of the Riemann sphere in space, infinity like any other; distances are chords, at most 2.</summary>
internal readonly record struct SpherePoint(double X, double Y, double Z)
{
    public SpherePoint Conjugate => this with { Y = -Y };

    /// <summary>The roots x/y of the form whose x^S/y^S is the given root.</summary>
    public static SpherePoint[] RootsOf(LimitRoot root, int stride)
    {
        var points = new SpherePoint[stride];
        if (double.IsInfinity(root.Re) || double.IsInfinity(root.Im))
        {
            Array.Fill(points, new SpherePoint(0, 0, 1));
            return points;
        }

        if (stride == 1) return [Of(root.Re, root.Im)];
        var (modulus, phase) = (Math.Pow(Complex.Abs(new Complex(root.Re, root.Im)), 1.0 / stride), Math.Atan2(root.Im, root.Re));
        for (var k = 0; k < stride; k++)
        {
            // A real root among them is exactly real.
            var turns = (phase / (2 * Math.PI)) + k;
            var isReal = 2 * turns % stride == 0;
            var angle = 2 * Math.PI * turns / stride;
            points[k] = isReal ? Of(modulus * Math.Round(Math.Cos(angle)), 0) : Of(modulus * Math.Cos(angle), modulus * Math.Sin(angle));
        }

        return points;
    }

    public static double Distance(SpherePoint a, SpherePoint b)
    {
        double x = a.X - b.X, y = a.Y - b.Y, z = a.Z - b.Z;
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }

    private static SpherePoint Of(double re, double im)
    {
        var size = Math.Max(Math.Abs(re), Math.Abs(im));
        if (size > 1e150) return new SpherePoint(0, 0, 1);
        var square = (re * re) + (im * im);
        return new SpherePoint(2 * re / (1 + square), 2 * im / (1 + square), (square - 1) / (square + 1));
    }
}

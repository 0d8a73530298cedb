using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Points given by factors up to scale and by a scale (t_0 : t_1), as one array of coefficients.</summary>
internal static class ProjectivePoints
{
    /// <summary>Scales every factor and (t_0, t_1) to norm one, keeping the function: what the factors lose goes to the scale.</summary>
    public static void Normalize(ProductMap map, Complex[] point)
    {
        var offset = 0;
        var scale = 1.0;
        foreach (var factor in map.Factors)
        {
            var part = point.AsSpan(offset, factor.Degree + 1);
            var norm = Rescale(part);
            for (var e = 0; e < factor.Exponent; e++) scale *= norm;
            offset += factor.Degree + 1;
        }

        point[offset] *= scale;
        Rescale(point.AsSpan(offset, 2));
    }

    /// <summary>The same point with the scale multiplied by a factor.</summary>
    public static Complex[] WithScale(Complex[] point, Complex factor)
    {
        var copy = (Complex[])point.Clone();
        copy[^2] *= factor;
        Rescale(copy.AsSpan(copy.Length - 2));
        return copy;
    }

    /// <summary>A number that tells points apart, the same for every representation of a point.</summary>
    /// <remarks>A ratio of two fixed linear forms in each factor, and one in the scale relative to the factors.</remarks>
    public static Complex[] Signature(ProductMap map, Complex[] point)
    {
        var signature = new Complex[map.Unknowns];
        int offset = 0, index = 0;
        var scale = point[^2] / point[^1];
        foreach (var factor in map.Factors)
        {
            var unit = Patch(point.AsSpan(offset, factor.Degree + 1));
            for (var i = 0; i < factor.Degree; i++) signature[index++] = point[offset + i] / unit;
            for (var e = 0; e < factor.Exponent; e++) scale *= unit;
            offset += factor.Degree + 1;
        }

        // A Cayley transform keeps infinite scales finite.
        var rotation = new Complex(0.31, 0.95);
        signature[index] = point[^1] == 0 ? Complex.One : (scale - rotation) / (scale + rotation);
        return signature;
    }

    /// <summary>Whether a lane's point is far from the center of its chart, which has norm one.</summary>
    public static bool IsFarOut<T>(ProductMap map, ComplexNumber<T>[] point, int lane)
        where T : struct, ILanes<T>
    {
        var offset = 0;
        for (var i = 0; i <= map.Factors.Length; i++)
        {
            var length = i < map.Factors.Length ? map.Factors[i].Degree + 1 : 2;
            var square = 0.0;
            for (var k = offset; k < offset + length; k++)
            {
                double re = point[k].Re.High(lane), im = point[k].Im.High(lane);
                square += (re * re) + (im * im);
            }

            if (square > 2) return true;
            offset += length;
        }

        return false;
    }

    /// <summary>Carries a point and a tangent over into the charts around given centers.</summary>
    public static void ChangeChart(ProductMap map, Complex[] centers, Complex[] point, Complex[] tangent)
    {
        var offset = 0;
        Complex scale = Complex.One, growth = Complex.Zero;
        foreach (var factor in map.Factors)
        {
            var (unit, rate) = ChangeChart(centers, point, tangent, offset, factor.Degree + 1);
            scale *= Complex.Pow(unit, factor.Exponent);
            growth += factor.Exponent * rate;
            offset += factor.Degree + 1;
        }

        // What the factors lose goes to the scale.
        tangent[offset] = scale * (tangent[offset] + (growth * point[offset]));
        point[offset] *= scale;
        ChangeChart(centers, point, tangent, offset, 2);
    }

    private static (Complex Unit, Complex Rate) ChangeChart(Complex[] centers, Complex[] point, Complex[] tangent, int offset, int length)
    {
        Complex unit = Complex.Zero, drift = Complex.Zero;
        for (var i = offset; i < offset + length; i++)
        {
            unit += Complex.Conjugate(centers[i]) * point[i];
            drift += Complex.Conjugate(centers[i]) * tangent[i];
        }

        var rate = drift / unit;
        for (var i = offset; i < offset + length; i++)
        {
            tangent[i] = (tangent[i] - (rate * point[i])) / unit;
            point[i] /= unit;
        }

        return (unit, rate);
    }

    private static Complex Patch(ReadOnlySpan<Complex> factor)
    {
        var sum = Complex.Zero;
        for (var i = 0; i < factor.Length; i++) sum += Complex.FromPolarCoordinates(1, 0.7 + (2.1 * i) + (0.13 * i * i)) * factor[i];
        return sum;
    }

    private static double Rescale(Span<Complex> part)
    {
        var sum = 0.0;
        foreach (var x in part) sum += (x.Real * x.Real) + (x.Imaginary * x.Imaginary);
        var norm = Math.Sqrt(sum);
        for (var i = 0; i < part.Length; i++) part[i] /= norm;
        return norm;
    }
}

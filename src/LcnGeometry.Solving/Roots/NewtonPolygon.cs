using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Starting points for root iterations: circles whose radii are the slopes of the Newton polygon.</summary>
internal static class NewtonPolygon
{
    /// <summary>One start per root, on the circles that tropical geometry predicts.</summary>
    /// <remarks>
    /// The radii are right up to a factor of at most 2n whatever the scale of the roots. Source: Bini, "Numerical computation of
    /// polynomial zeros by means of Aberth's method".
    /// </remarks>
    public static ScaledComplex[] Starts(ScaledPolynomial polynomial)
    {
        var hull = UpperHull(polynomial);
        var starts = new ScaledComplex[polynomial.Degree];
        var filled = 0;
        for (var edge = 0; edge + 1 < hull.Count; edge++)
        {
            int from = hull[edge], to = hull[edge + 1];
            var logRadius = (polynomial.Log2Of(from) - polynomial.Log2Of(to)) / (to - from);
            var exponent = (int)Math.Round(logRadius);
            var radius = Math.Pow(2, logRadius - exponent);

            // The offsets break every symmetry that the roots of a real polynomial may have.
            for (var k = 0; k < to - from; k++)
            {
                var angle = (2 * Math.PI * (((double)k / (to - from)) + ((double)from / polynomial.Degree))) + 0.7;
                starts[filled++] = ScaledComplex.Normalize(Complex.FromPolarCoordinates(radius, angle), exponent);
            }
        }

        return starts;
    }

    private static List<int> UpperHull(ScaledPolynomial polynomial)
    {
        var hull = new List<int>();
        for (var i = 0; i <= polynomial.Degree; i++)
        {
            if (double.IsNegativeInfinity(polynomial.Log2Of(i))) continue;
            while (hull.Count >= 2 && !IsAbove(polynomial, hull[^2], hull[^1], i)) hull.RemoveAt(hull.Count - 1);
            hull.Add(i);
        }

        return hull;
    }

    private static bool IsAbove(ScaledPolynomial polynomial, int left, int middle, int right)
    {
        var slopeIn = (polynomial.Log2Of(middle) - polynomial.Log2Of(left)) / (middle - left);
        var slopeOut = (polynomial.Log2Of(right) - polynomial.Log2Of(middle)) / (right - middle);
        return slopeIn > slopeOut;
    }
}

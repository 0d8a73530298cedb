using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Polynomials from their values at integers.</summary>
internal static class LineInterpolation
{
    /// <summary>The polynomial of at most the given degree with the given values at integers around zero, by Newton's divided differences.</summary>
    public static Polynomial<Rational> Of(int degree, Func<Rational, Rational> value)
    {
        var points = Enumerable.Range(0, degree + 1).Select(i => (Rational)(i % 2 == 0 ? i / 2 : -(i + 1) / 2)).ToArray();
        var values = points.Select(value).ToArray();
        for (var level = 1; level < points.Length; level++)
        {
            for (var i = points.Length - 1; i >= level; i--) values[i] = (values[i] - values[i - 1]) / (points[i] - points[i - level]);
        }

        // Horner on the Newton form.
        var polynomial = Polynomial<Rational>.Zero;
        for (var i = points.Length - 1; i >= 0; i--)
        {
            polynomial = (polynomial * new Polynomial<Rational>(-points[i], 1)) + Polynomial<Rational>.Constant(values[i]);
        }

        return polynomial;
    }

    /// <summary>The real zeros between -1 and 1, ascending, within 2^-30; null if every number is one.</summary>
    public static Rational[]? ZerosInside(Polynomial<Rational> polynomial, CancellationToken token) => polynomial.IsZero
        ? null
        : [.. RealRoots.Isolate(polynomial, token).Select(root => root.Value.Refine(Rational.PowerOfTwo(-30)).Midpoint).Where(t => t > -1 && t < 1)];
}

using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Enclosures of the values of polynomials on an interval, by Horner's scheme with numbers kept short.</summary>
internal static class IntervalEvaluation
{
    /// <summary>Contains every value at a point of the interval.</summary>
    /// <param name="polynomial">Coefficients by ascending exponent.</param>
    /// <param name="point">The interval.</param>
    /// <param name="bits">Intermediate results are rounded outward to multiples of two to the minus this.</param>
    public static RationalInterval At(Polynomial<RationalInterval> polynomial, RationalInterval point, int bits)
    {
        var sum = RationalInterval.Zero;
        for (var i = polynomial.Degree; i >= 0; i--) sum = ((sum * point) + polynomial[i]).RoundOutward(bits);
        return sum;
    }

    /// <inheritdoc cref="At(Polynomial{RationalInterval}, RationalInterval, int)"/>
    public static RationalInterval At(Polynomial<Integer> polynomial, RationalInterval point, int bits) =>
        At(polynomial.Map(x => new RationalInterval((Rational)x)), point, bits);
}

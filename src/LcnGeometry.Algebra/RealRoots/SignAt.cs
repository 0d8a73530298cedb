using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>Exact signs of an integer polynomial at rational points.</summary>
internal static class SignAt
{
    /// <summary>The sign at p/q: Horner's rule on the numerators.</summary>
    public static int Rational(Polynomial<Integer> polynomial, Rational point)
    {
        Integer numerator = point.Numerator, denominator = point.Denominator;
        var coefficients = polynomial.Coefficients;
        if (coefficients.IsEmpty) return 0;
        if (point.IsZero) return coefficients[0].Sign;
        Integer value = coefficients[^1], power = Integer.One;
        for (var i = coefficients.Length - 2; i >= 0; i--)
        {
            power *= denominator;
            value = (value * numerator) + (coefficients[i] * power);
        }

        return value.Sign;
    }

    /// <summary>The sign on a whole dyadic interval if interval arithmetic shows it, otherwise null.</summary>
    public static int? Dyadic(Polynomial<Integer> polynomial, BigInteger lower, BigInteger upper, int scale)
    {
        BigInteger least = polynomial.LeadingCoefficient, most = least;
        for (int i = polynomial.Degree - 1, shift = scale; i >= 0; i--, shift += scale)
        {
            (least, most) = Multiply(least, most, lower, upper);
            var coefficient = (BigInteger)polynomial[i] << shift;
            least += coefficient;
            most += coefficient;
        }

        return least.Sign > 0 ? 1 : most.Sign < 0 ? -1 : least.IsZero && most.IsZero ? 0 : null;
    }

    private static (BigInteger Least, BigInteger Most) Multiply(BigInteger a, BigInteger b, BigInteger c, BigInteger d)
    {
        BigInteger ac = a * c, ad = a * d, bc = b * c, bd = b * d;
        return (BigInteger.Min(BigInteger.Min(ac, ad), BigInteger.Min(bc, bd)), BigInteger.Max(BigInteger.Max(ac, ad), BigInteger.Max(bc, bd)));
    }
}

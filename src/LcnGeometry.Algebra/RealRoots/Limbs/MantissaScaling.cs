using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>The substitution x -> m x for an integer m that is not a power of two.</summary>
internal static class MantissaScaling
{
    private const int GuardBits = 8;

    /// <summary>A new polynomial with coefficients <c>c[i] m^i</c>, exactly, or divided by powers of two and rounded.</summary>
    /// <param name="source">Stays as it is.</param>
    /// <param name="error">The error of the source; on return that of the result.</param>
    /// <param name="mantissa">The m above, positive.</param>
    /// <param name="precision">The result is exact if the source is and no more bits are needed.</param>
    /// <param name="exponent">The variable of the result is still to be multiplied by this power of two.</param>
    public static LimbPolynomial Apply(LimbPolynomial source, ref TruncationError error, BigInteger mantissa, int precision, out int exponent)
    {
        int degree = source.Degree, longest = 64 * source.Words, bits = (int)mantissa.GetBitLength();
        var scaled = new BigInteger[degree + 1];
        if (!error.IsPresent && longest + (degree * (long)bits) <= precision)
        {
            exponent = 0;
            var power = BigInteger.One;
            for (var i = 0; i <= degree; i++, power *= mantissa) scaled[i] = LimbArithmetic.ToBigInteger(source[i]) * power;
            return LimbPolynomial.From(scaled);
        }

        // Powers of a number from 1 to 2, with so many bits that the products are wrong by less than one unit before they are rounded down.
        exponent = bits - 1;
        var fraction = Math.Max(longest, precision) + degree + GuardBits;
        var kept = error.IsPresent ? fraction : fraction + longest - precision;
        var rounded = BigInteger.One << fraction;
        for (var i = 0; i <= degree; i++, rounded = (rounded * mantissa) >> exponent)
        {
            var product = LimbArithmetic.ToBigInteger(source[i]) * rounded;
            scaled[i] = kept >= 0 ? product >> kept : product << -kept;
        }

        error = error.IsPresent ? error.TimesMantissa(mantissa) : TruncationError.TwoUnits;
        return LimbPolynomial.From(scaled);
    }
}

using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>Laguerre's iteration towards a cluster of roots: where to cut a node that plain cutting does not divide.</summary>
/// <remarks>
/// Only a proposal: a bad cut costs time, never correctness, so nothing here is rounded with care. Laguerre's step is exact when k roots are
/// at one place and all others at another one, which is how the roots of a node around a cluster of k roots look from inside it.
/// </remarks>
internal static class ClusterCenter
{
    private const int FewestBits = 4;
    private const int MostSteps = 20;

    /// <summary>The center of the cluster and how many of its bits are settled, or null when the iteration does not settle.</summary>
    /// <param name="polynomial">A node.</param>
    /// <param name="roots">The size of the cluster: the number of sign variations.</param>
    /// <param name="above">The cluster is above 2^above.</param>
    /// <param name="below">The cluster is below 2^below.</param>
    /// <param name="largest">The largest useful number of bits.</param>
    public static (Cut Center, int Bits)? Find(LimbPolynomial polynomial, int roots, int above, int below, int largest)
    {
        var coefficients = new BigInteger[polynomial.Degree + 1];
        for (var i = 0; i < coefficients.Length; i++) coefficients[i] = LimbArithmetic.ToBigInteger(polynomial[i]);

        // The point is mantissa * 2^exponent; it starts at the middle of the bounds.
        BigInteger mantissa = 3;
        int exponent = ((above + below) >> 1) - 1, settled = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            var length = (int)mantissa.GetBitLength();
            var (value, slope, bend) = Evaluate(coefficients, mantissa, length, exponent);
            if (value.IsZero) return (new Cut(mantissa, exponent), largest);

            // With u = mantissa / 2^length from 1/2 to 1, the step is value * degree / divisor; its size shows the settled bits.
            var divisor = Divisor(value, slope, bend, coefficients.Length - 1, roots);
            if (divisor.IsZero) return null;
            value *= coefficients.Length - 1;
            var correct = (int)(divisor.GetBitLength() - value.GetBitLength());
            if (step > 3 && correct <= settled + 1) return settled < FewestBits ? null : (new Cut(mantissa, exponent), settled);
            settled = correct;
            var lift = Math.Max(Math.Clamp((3 * correct) + 16, 32, largest + 32) - length, 0);
            mantissa = (mantissa << lift) - ((value << (length + lift)) / divisor);
            exponent -= lift;
            var position = exponent + (int)mantissa.GetBitLength();
            if (mantissa.Sign <= 0 || position < above || position > below + 1) return null;
            if (correct >= largest) return (new Cut(mantissa, exponent), largest);
        }

        return null;
    }

    /// <summary>A cut below a center by about one unit of a number of bits, and rounded to them.</summary>
    public static Cut Below(Cut center, int bits)
    {
        var (mantissa, exponent) = (center.Mantissa, center.Exponent);
        var excess = (int)mantissa.GetBitLength() - bits - 2;
        if (excess > 0) (mantissa, exponent) = (mantissa >> excess, exponent + excess);
        mantissa -= BigInteger.One << Math.Max((int)mantissa.GetBitLength() - bits - 1, 0);
        return mantissa.IsPowerOfTwo ? Cut.PowerOfTwo(exponent + (int)mantissa.GetBitLength() - 1) : new Cut(mantissa, exponent);
    }

    private static BigInteger Divisor(BigInteger value, BigInteger slope, BigInteger bend, int degree, int roots)
    {
        var square = ((slope * slope * (degree - 1)) - (value * bend * degree)) * (degree - roots) / roots;
        if (square.Sign <= 0) return slope * degree / roots;
        BigInteger root = Integer.SquareRootFloor(square);
        return slope.Sign < 0 ? slope - root : slope + root;
    }

    /// <summary>Value and two derivatives at mantissa / 2^length of the polynomial in u, x = 2^(exponent + length) u, by Horner's rule.</summary>
    private static (BigInteger Value, BigInteger Slope, BigInteger Bend) Evaluate(BigInteger[] coefficients, BigInteger mantissa, int length, int exponent)
    {
        int degree = coefficients.Length - 1, guard = degree + 64;
        var unit = exponent + length;
        if (unit < 0) guard -= unit * degree;
        BigInteger value = BigInteger.Zero, slope = BigInteger.Zero, bend = BigInteger.Zero;
        for (var i = degree; i >= 0; i--)
        {
            bend = ((bend * mantissa) >> length) + slope;
            slope = ((slope * mantissa) >> length) + value;
            value = ((value * mantissa) >> length) + (coefficients[i] << (guard + (unit * i)));
        }

        return (value, slope, 2 * bend);
    }
}

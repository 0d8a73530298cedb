using System.Numerics;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class TaylorShiftTests
{
    [Fact]
    public void Shifts_on_words_and_on_limbs_agree_with_the_definition() => PropertyRun.Trials(300, random =>
        CheckShift(random, random.Between(0, 40), random.Pick([3, 30, 60, 64, 100, 300, 900])));

    [Fact]
    public void Shifts_of_high_degree_agree_with_the_definition() => PropertyRun.Trials(4, random =>
    {
        CheckShift(random, 300, 50);
        CheckShift(random, random.Between(380, 400), 130);
    });

    [Fact]
    public void A_cut_is_a_scaling_and_a_shift() => PropertyRun.Trials(300, random =>
    {
        var coefficients = Random(random, random.Between(1, 12), random.Pick([5, 60, 200]));
        var exponent = random.Between(-9, 9);
        var lower = random.Chance(0.5);
        var error = default(TruncationError);
        var part = Part(coefficients, ref error, exponent, lower, int.MaxValue);
        Assert.False(error.IsPresent);

        // Proportional by a power of two.
        var expected = Expected(coefficients, exponent, lower);
        var (index, value) = expected.Index().First(pair => pair.Item != 0);
        var factor = (Rational)(Integer)part[index] / value;
        Assert.Equal(1, factor.Sign);
        Assert.True(BigInteger.IsPow2(factor.Numerator) && BigInteger.IsPow2(factor.Denominator));
        Assert.Equal(expected.Select(c => c * factor), part.Select(c => (Rational)(Integer)c));
    });

    [Fact]
    public void Errors_of_truncated_polynomials_stay_within_their_bounds() => PropertyRun.Trials(400, random =>
    {
        var degree = random.Between(1, 14);
        var exact = Random(random, degree, random.Pick([20, 90, 400]));
        var truncated = exact;
        var (error, none) = (default(TruncationError), default(TruncationError));
        for (var step = random.Between(1, 8); step > 0; step--)
        {
            var lower = random.Chance(0.5);
            var exponent = random.Between(-6, 6);
            if (random.Chance(0.3))
            {
                BigInteger mantissa = random.Between(3, 1 << random.Between(2, 20)) | 1;
                exact = Multiplied(exact, ref none, mantissa, int.MaxValue, out var noExponent);
                truncated = Multiplied(truncated, ref error, mantissa, 100, out var moved);
                Assert.Equal(0, noExponent);
                exact = Part(exact, ref none, exponent, lower, int.MaxValue);
                truncated = Part(truncated, ref error, exponent + moved, lower, 100);
            }
            else
            {
                exact = Part(exact, ref none, exponent, lower, int.MaxValue);
                truncated = Part(truncated, ref error, exponent, lower, 100);
            }

            CheckError(exact, truncated, error);
        }
    });

    private static void CheckShift(TestRandom random, int degree, int bits)
    {
        var coefficients = Random(random, degree, bits);
        var error = default(TruncationError);
        var common = coefficients.Where(c => c != 0).Min(c => (int)BigInteger.TrailingZeroCount(c));
        Assert.Equal(Expected(coefficients.Select(c => c >> common).ToArray(), 0, false).Select(c => c.Numerator.ToBigInteger()), Part(coefficients, ref error, 0, false, int.MaxValue));
    }

    /// <summary>Some multiple of the truncated coefficients by a power of two is within the bound of the exact ones.</summary>
    private static void CheckError(BigInteger[] exact, BigInteger[] truncated, TruncationError error)
    {
        var degree = exact.Length - 1;
        var thresholds = new int[degree + 1];
        if (error.IsPresent) error.Thresholds(degree, TruncationError.BinomialLengths(degree), thresholds);
        else Array.Fill(thresholds, -1000);

        // Both are known up to a power of two only; the largest coefficient tells it.
        var largest = Enumerable.Range(0, degree + 1).MaxBy(i => BigInteger.Abs(truncated[i]).GetBitLength() - thresholds[i]);
        if (BigInteger.Abs(truncated[largest]).GetBitLength() - thresholds[largest] < 4) return; // Nothing is known any more.
        var guess = (int)(BigInteger.Abs(exact[largest]).GetBitLength() - BigInteger.Abs(truncated[largest]).GetBitLength());
        Assert.Contains(Enumerable.Range(guess - 1, 3), shift => Enumerable.Range(0, degree + 1).All(i =>
        {
            var scale = Rational.PowerOfTwo(-shift);
            return Rational.Abs(((Integer)exact[i] * scale) - (Rational)(Integer)truncated[i]) <= Rational.PowerOfTwo(thresholds[i]);
        }));
    }

    private static BigInteger[] Part(BigInteger[] coefficients, ref TruncationError error, int exponent, bool lower, int precision)
    {
        var source = LimbPolynomial.From(coefficients);
        var profile = new int[coefficients.Length];
        CoefficientProfile.Fill(source, profile);
        if (error.IsPresent)
        {
            var thresholds = new int[profile.Length];
            error.Thresholds(profile.Length - 1, TruncationError.BinomialLengths(profile.Length - 1), thresholds);
            CoefficientProfile.MarkUnknown(profile, thresholds);
        }

        return Numbers(TaylorShift.Apply(source, profile, ref error, exponent, lower, precision));
    }

    private static BigInteger[] Multiplied(BigInteger[] coefficients, ref TruncationError error, BigInteger mantissa, int precision, out int exponent) =>
        Numbers(MantissaScaling.Apply(LimbPolynomial.From(coefficients), ref error, mantissa, precision, out exponent));

    private static BigInteger[] Numbers(LimbPolynomial polynomial) =>
        [.. Enumerable.Range(0, polynomial.Degree + 1).Select(i => LimbArithmetic.ToBigInteger(polynomial[i]))];

    private static Rational[] Expected(BigInteger[] coefficients, int exponent, bool lower)
    {
        var scaled = coefficients.Select((c, i) => (Rational)(Integer)c * Rational.PowerOfTwo(exponent * i)).ToArray();
        if (lower) Array.Reverse(scaled);
        for (var pass = 0; pass < scaled.Length - 1; pass++)
        {
            for (var i = scaled.Length - 2; i >= pass; i--) scaled[i] += scaled[i + 1];
        }

        return scaled;
    }

    private static BigInteger[] Random(TestRandom random, int degree, int bits)
    {
        var coefficients = new BigInteger[degree + 1];
        for (var i = 0; i <= degree; i++) coefficients[i] = random.Chance(0.1) ? -(BigInteger.One << random.Between(0, bits)) : random.Bits(bits);
        coefficients[0] |= 1;
        coefficients[degree] |= 1;
        return coefficients;
    }
}

using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>The substitution x -> 2^e (1 + x), or x -> 2^e / (1 + x) with the denominator cleared.</summary>
internal static class TaylorShift
{
    /// <summary>Fewer meaningless bits than this are carried along.</summary>
    private const int WorthDropping = 64;

    /// <summary>A new polynomial: the part of a polynomial above or below a cut, up to a power of two.</summary>
    /// <param name="source">Stays as it is.</param>
    /// <param name="profile">Of the source.</param>
    /// <param name="error">The error of the source; on return that of the result.</param>
    /// <param name="exponent">The cut is at 2^exponent.</param>
    /// <param name="lower">Whether the part below the cut is wanted.</param>
    /// <param name="precision">Exact coefficients much longer than this number of bits are truncated to it.</param>
    public static LimbPolynomial Apply(
        LimbPolynomial source, ReadOnlySpan<int> profile, ref TruncationError error, int exponent, bool lower, int precision)
    {
        var degree = source.Degree;
        long common = long.MaxValue, longest = long.MinValue, atTwo = long.MinValue;
        for (var i = 0; i <= degree; i++)
        {
            if (profile[i] == 0) continue;
            var moved = (long)exponent * i;
            var length = moved + CoefficientProfile.Length(profile[i]);
            common = Math.Min(common, error.IsPresent ? moved : moved + TrailingZeros(source[i]));
            longest = Math.Max(longest, length);
            atTwo = Math.Max(atTwo, length + (lower ? degree - i : i));
        }

        common += Truncate(ref error, exponent, lower, common, longest, precision, degree);

        // The sum of the absolute values of the shifted coefficients is at most the value at 2 of the unshifted ones.
        var bits = Math.Min(longest + degree + 1, atTwo + 32 - BitOperations.LeadingZeroCount((uint)degree)) - common;
        var target = LimbPolynomial.Rent(degree, checked((int)(Math.Max(bits, 0) / 64)) + 1);
        if (source.Words == 1 && target.Words == 1) MoveWords(source.Limbs, target.Limbs, exponent, common, lower);
        else Move(source, target, exponent, common, lower);
        if (target.Words == 1) WordShift.ByOne(target.Limbs);
        else LimbShift.ByOne(target);
        error = error.Shifted();
        return target;
    }

    /// <summary>Whether 2^exponent is a root of an exact polynomial.</summary>
    public static bool IsRoot(LimbPolynomial polynomial, int exponent)
    {
        BigInteger sum = 0;
        for (var i = polynomial.Degree; i >= 0; i--)
        {
            var coefficient = LimbArithmetic.ToBigInteger(polynomial[i]);
            sum = exponent >= 0 ? (sum << exponent) + coefficient : sum + (coefficient << (-exponent * (polynomial.Degree - i)));
        }

        return sum.IsZero;
    }

    /// <summary>Decides how many further bits all coefficients lose, and accounts for it.</summary>
    private static long Truncate(
        ref TruncationError error, int exponent, bool lower, long common, long longest, int precision, int degree)
    {
        if (!error.IsPresent)
        {
            var excess = longest - common - precision;
            if (excess < WorthDropping) return 0;
            error = TruncationError.OneUnit;
            return excess;
        }

        error = error.Scaled(exponent, lower, common);
        var meaningless = error.MeaninglessBits(degree);
        if (meaningless < WorthDropping) return 0;
        error = error.Dropped(meaningless);
        return meaningless;
    }

    private static void Move(LimbPolynomial source, LimbPolynomial target, int exponent, long common, bool lower)
    {
        var degree = source.Degree;
        for (var i = 0; i <= degree; i++)
        {
            LimbArithmetic.Move(source[i], target[lower ? degree - i : i], checked((int)((exponent * (long)i) - common)));
        }
    }

    private static void MoveWords(ReadOnlySpan<ulong> source, Span<ulong> target, int exponent, long common, bool lower)
    {
        for (var i = 0; i < source.Length; i++)
        {
            var bits = (exponent * (long)i) - common;
            target[lower ? source.Length - 1 - i : i] = bits >= 0
                ? bits < 64 ? source[i] << (int)bits : 0
                : unchecked((ulong)((long)source[i] >> (int)Math.Min(-bits, 63)));
        }
    }

    private static int TrailingZeros(ReadOnlySpan<ulong> limbs)
    {
        var i = 0;
        while (limbs[i] == 0) i++;
        return (i * 64) + BitOperations.TrailingZeroCount(limbs[i]);
    }
}

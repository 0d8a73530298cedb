using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>The substitution x -> 2^e (1 + x), or x -> 2^e / (1 + x) on the reversed polynomial, up to a power of two.</summary>
internal static class TaylorShift
{
    /// <summary>A new polynomial with coefficients <c>2^(e i) c[i]</c>, freed from common powers of two, then shifted by one.</summary>
    /// <param name="source">Stays as it is.</param>
    /// <param name="profile">Of the source.</param>
    /// <param name="exponent">The e above; any sign.</param>
    /// <param name="reversed">Whether the coefficients are first put in reverse order.</param>
    public static LimbPolynomial Apply(LimbPolynomial source, ReadOnlySpan<int> profile, int exponent, bool reversed)
    {
        var degree = source.Degree;

        // Coefficient i moves by exponent * i - common bits: exactly, because the common power divides every scaled coefficient.
        long common = long.MaxValue, longest = long.MinValue, atTwo = long.MinValue;
        for (var i = 0; i <= degree; i++)
        {
            var from = reversed ? degree - i : i;
            if (profile[from] == 0) continue;
            var moved = (long)exponent * i;
            common = Math.Min(common, moved + TrailingZeros(source[from]));
            longest = Math.Max(longest, moved + Math.Abs(profile[from]));
            atTwo = Math.Max(atTwo, moved + Math.Abs(profile[from]) + i);
        }

        // The sum of the absolute values of the shifted coefficients is at most the value at 2 of the unshifted ones.
        var bits = Math.Min(longest + degree + 1, atTwo + 32 - BitOperations.LeadingZeroCount((uint)degree)) - common;
        var target = LimbPolynomial.Rent(degree, checked((int)(bits / 64)) + 1);
        if (source.Words == 1 && target.Words == 1)
        {
            ReadOnlySpan<ulong> old = source.Limbs;
            var made = target.Limbs;
            for (var i = 0; i <= degree; i++) made[i] = MoveWord(old[reversed ? degree - i : i], (exponent * (long)i) - common);
            WordShift.ByOne(made);
            return target;
        }

        for (var i = 0; i <= degree; i++)
        {
            LimbArithmetic.Move(source[reversed ? degree - i : i], target[i], checked((int)((exponent * (long)i) - common)));
        }

        LimbShift.ByOne(target);
        return target;
    }

    private static int TrailingZeros(ReadOnlySpan<ulong> limbs)
    {
        var i = 0;
        while (limbs[i] == 0) i++;
        return (i * 64) + BitOperations.TrailingZeroCount(limbs[i]);
    }

    private static ulong MoveWord(ulong word, long bits) => bits >= 0
        ? bits < 64 ? word << (int)bits : 0
        : unchecked((ulong)((long)word >> (int)Math.Min(-bits, 63)));
}

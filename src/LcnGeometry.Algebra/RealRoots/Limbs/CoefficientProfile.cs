using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>
/// Signs and sizes of coefficients, all that sign rules and root bounds look at: 0 for zero, otherwise plus or minus a length L
/// of at least 1 with <c>2^(L-1) &lt;= |coefficient| &lt;= 2^L</c>.
/// </summary>
internal static class CoefficientProfile
{
    public static void Fill(LimbPolynomial polynomial, Span<int> profile)
    {
        var limbs = (ReadOnlySpan<ulong>)polynomial.Limbs;
        var words = polynomial.Words;
        if (words == 1)
        {
            for (var i = 0; i < profile.Length; i++) profile[i] = Of(limbs[i]);
            return;
        }

        for (var i = 0; i < profile.Length; i++) profile[i] = Of(limbs.Slice(i * words, words));
    }

    /// <summary>The number of sign changes; zeros are skipped.</summary>
    public static int Variations(ReadOnlySpan<int> profile)
    {
        int variations = 0, last = 0;
        foreach (var entry in profile)
        {
            if (entry == 0) continue;
            if ((entry ^ last) < 0 && last != 0) variations++;
            last = entry;
        }

        return variations;
    }

    /// <summary>A number of limbs that holds every coefficient.</summary>
    public static int Words(ReadOnlySpan<int> profile)
    {
        var longest = 1;
        foreach (var entry in profile) longest = Math.Max(longest, Math.Abs(entry));
        return (longest / 64) + 1;
    }

    private static int Of(ReadOnlySpan<ulong> limbs)
    {
        var top = limbs.Length - 1;
        var extension = unchecked((ulong)((long)limbs[top] >> 63));
        while (top > 0 && limbs[top] == extension) top--;
        var length = (top * 64) + 64 - BitOperations.LeadingZeroCount(limbs[top] ^ extension);
        return extension == 0 ? length : -Math.Max(length, 1);
    }

    private static int Of(ulong word)
    {
        var extension = unchecked((ulong)((long)word >> 63));
        var length = 64 - BitOperations.LeadingZeroCount(word ^ extension);
        return extension == 0 ? length : -Math.Max(length, 1);
    }
}

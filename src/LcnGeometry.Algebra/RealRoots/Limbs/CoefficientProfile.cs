using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>
/// Signs and sizes of coefficients, all that sign rules and root bounds look at: 0 for zero, otherwise plus or minus a length L
/// of at least 1 with <c>2^(L-1) &lt;= |coefficient| &lt;= 2^L</c>; with a mark when the sign is unknown, and then only the upper bound holds.
/// </summary>
/// <remarks>For truncated polynomials both bounds on a true coefficient are one bit weaker.</remarks>
internal static class CoefficientProfile
{
    private const int Unknown = 1 << 30;

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

    /// <summary>The length of an entry.</summary>
    public static int Length(int entry) => Math.Abs(entry) & ~Unknown;

    /// <summary>Whether the sign of an entry is unknown.</summary>
    public static bool IsUnknown(int entry) => entry >= Unknown;

    /// <summary>Marks the coefficients that are not clearly larger than their possible error.</summary>
    /// <param name="profile">Of the truncated coefficients.</param>
    /// <param name="thresholds">Numbers t: the error is below 2^t.</param>
    public static void MarkUnknown(Span<int> profile, ReadOnlySpan<int> thresholds)
    {
        for (var i = 0; i < profile.Length; i++)
        {
            var length = Math.Abs(profile[i]);
            if (length - 1 <= thresholds[i]) profile[i] = Unknown + Math.Max(Math.Max(length, thresholds[i]) + 1, 1);
        }
    }

    /// <summary>The number of sign changes; zeros are skipped. False when unknown signs leave it open.</summary>
    public static bool TryVariations(ReadOnlySpan<int> profile, out int variations)
    {
        int last = 0, unknown = 0;
        variations = 0;
        foreach (var entry in profile)
        {
            if (entry == 0) continue;
            if (IsUnknown(entry))
            {
                unknown++;
                continue;
            }

            // One unknown sign between two different ones changes nothing; any other unknown sign may.
            var changes = (entry ^ last) < 0 && last != 0;
            if (unknown > 1 || (unknown == 1 && !changes)) return false;
            if (changes) variations++;
            (last, unknown) = (entry, 0);
        }

        return unknown == 0;
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

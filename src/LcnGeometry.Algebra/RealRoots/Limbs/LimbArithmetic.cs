namespace LcnGeometry.Algebra;

/// <summary>Two's-complement numbers on 64-bit limbs, least significant first.</summary>
internal static class LimbArithmetic
{
    /// <summary>Writes a number times a power of two; the result must fit, and a negative power must divide the number.</summary>
    public static void Move(ReadOnlySpan<ulong> source, Span<ulong> target, int bits)
    {
        var extension = unchecked((ulong)((long)source[^1] >> 63));
        int limbs = bits >> 6, rest = bits & 63;
        for (var i = 0; i < target.Length; i++)
        {
            var from = i - limbs;
            var word = Limb(source, from, extension);
            if (rest != 0) word = (word << rest) | (Limb(source, from - 1, extension) >> (64 - rest));
            target[i] = word;
        }
    }

    /// <summary>Adds a number of the same length.</summary>
    public static void Add(Span<ulong> target, ReadOnlySpan<ulong> summand)
    {
        unchecked
        {
            ulong carry = 0;
            for (var i = 0; i < target.Length && i < summand.Length; i++)
            {
                var first = target[i] + carry;
                carry = first < carry ? 1UL : 0UL;
                var sum = first + summand[i];
                if (sum < first) carry++;
                target[i] = sum;
            }
        }
    }

    private static ulong Limb(ReadOnlySpan<ulong> limbs, int index, ulong extension) =>
        index < 0 ? 0 : index < limbs.Length ? limbs[index] : extension;
}

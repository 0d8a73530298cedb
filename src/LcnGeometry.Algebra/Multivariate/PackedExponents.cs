namespace LcnGeometry.Algebra;

/// <summary>Exponent vectors packed into machine words so that the monomial order is the order of unsigned words.</summary>
/// <remarks>
/// <para>
/// The vector (a1, .., an) is stored as the partial sums a1+..+an, a1+..+a(n-1), .., a1, each in 16 bits, four to a word,
/// the first in the highest bits. Comparing these sums lexicographically is exactly the graded reverse lexicographic order.
/// </para>
/// <para>
/// The sums add up when monomials are multiplied, and none exceeds the first, the total degree. So a product is an addition
/// of words, and a single test of the total degree excludes every overflow from one field into the next.
/// </para>
/// </remarks>
internal static class PackedExponents
{
    /// <summary>What 16 bits hold.</summary>
    public const int LargestDegree = ushort.MaxValue;

    private const int FieldsPerWord = 4;
    private const int FieldBits = 16;

    public static int WordsFor(int variables) => (variables + FieldsPerWord - 1) / FieldsPerWord;

    /// <summary>Packs exponents after checking them.</summary>
    public static void Pack(ReadOnlySpan<int> exponents, Span<ulong> packed)
    {
        packed.Clear();
        var sum = 0;
        for (var i = 0; i < exponents.Length; i++)
        {
            if (exponents[i] < 0) throw new ArgumentOutOfRangeException(nameof(exponents), $"The exponent {exponents[i]} is negative.");
            sum = RequireDegree((long)sum + exponents[i]);
            var (word, shift) = Locate(exponents.Length - 1 - i);
            packed[word] |= (ulong)sum << shift;
        }
    }

    public static void Unpack(ReadOnlySpan<ulong> packed, Span<int> exponents)
    {
        var previous = 0;
        for (var i = 0; i < exponents.Length; i++)
        {
            var sum = PartialSum(packed, exponents.Length, i + 1);
            exponents[i] = sum - previous;
            previous = sum;
        }
    }

    /// <summary>The exponent of one variable.</summary>
    public static int Exponent(ReadOnlySpan<ulong> packed, int variables, int variable) =>
        PartialSum(packed, variables, variable + 1) - PartialSum(packed, variables, variable);

    public static int TotalDegree(ReadOnlySpan<ulong> packed) => packed.IsEmpty ? 0 : (int)(packed[0] >> (FieldBits * (FieldsPerWord - 1)));

    public static int Compare(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
        }

        return 0;
    }

    /// <summary>The product of monomials; the sum of the total degrees has been checked.</summary>
    public static void Multiply(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> product)
    {
        for (var i = 0; i < product.Length; i++) product[i] = left[i] + right[i];
    }

    /// <summary>The quotient of monomials; false when some exponent would be negative.</summary>
    public static bool TryDivide(ReadOnlySpan<ulong> dividend, ReadOnlySpan<ulong> divisor, int variables, Span<ulong> quotient)
    {
        var previous = 0;
        for (var i = 1; i <= variables; i++)
        {
            var difference = PartialSum(dividend, variables, i) - PartialSum(divisor, variables, i);
            if (difference < previous) return false;
            previous = difference;
        }

        for (var i = 0; i < quotient.Length; i++) quotient[i] = dividend[i] - divisor[i];
        return true;
    }

    /// <exception cref="OverflowException">The degree does not fit.</exception>
    public static int RequireDegree(long totalDegree) => totalDegree <= LargestDegree
        ? (int)totalDegree
        : throw new OverflowException($"A total degree of {totalDegree} is above the limit of {LargestDegree} for polynomials in several variables.");

    /// <summary>The sum of the first <paramref name="count"/> exponents.</summary>
    private static int PartialSum(ReadOnlySpan<ulong> packed, int variables, int count)
    {
        if (count == 0) return 0;
        var (word, shift) = Locate(variables - count);
        return (int)((packed[word] >> shift) & LargestDegree);
    }

    private static (int Word, int Shift) Locate(int field) =>
        (field / FieldsPerWord, FieldBits * (FieldsPerWord - 1 - (field % FieldsPerWord)));
}

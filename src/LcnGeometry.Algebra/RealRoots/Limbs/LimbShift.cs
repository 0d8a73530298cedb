using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LcnGeometry.Algebra;

/// <summary>The Taylor shift by one on coefficients of several limbs.</summary>
/// <remarks>
/// <para>
/// A coefficient is split into digits of 32 bits, each in a 64-bit lane, so that several additions pass before carries must move.
/// All is modulo a power of two above the range of the result, hence signs need no care.
/// </para>
/// <para>
/// Lane l of column c holds digit <c>l * columns + c</c>: a carry goes to the same lane of the next column, except from the last
/// column, where lanes move up by one. Carries move once between two rounds of additions, when the next round reads its input.
/// </para>
/// </remarks>
internal static class LimbShift
{
    private const int Lanes = 4;

    /// <summary>Up to this degree four passes of additions stay below 64 bits: C(degree + 4, 4) is below 2^30, and digits begin below 2^33.</summary>
    private const int LargestDegreeForFourPasses = 390;

    /// <summary>Up to this degree two passes do: C(degree + 2, 2) is below 2^30.</summary>
    private const int LargestDegreeForTwoPasses = 46_000;

    /// <summary>Replaces p(x) by p(x + 1); every coefficient of the result fits its limbs.</summary>
    public static void ByOne(LimbPolynomial polynomial)
    {
        int degree = polynomial.Degree, count = degree + 1, columns = ((2 * polynomial.Words) + Lanes - 1) / Lanes;
        var rented = ArrayPool<ulong>.Shared.Rent((columns + 1) * count * Lanes);
        var scratch = rented.AsSpan(0, (columns + 1) * count * Lanes);
        Unpack(polynomial, scratch, columns);
        var vectors = MemoryMarshal.Cast<ulong, Vector256<ulong>>(scratch);
        var most = degree <= LargestDegreeForFourPasses ? 4 : degree <= LargestDegreeForTwoPasses ? 2 : 1;
        for (int pass = 0, passes; pass < degree; pass += passes)
        {
            passes = degree - pass >= most ? most : Math.Min(degree - pass, 2);

            // From the last column down: a column takes the carries of the one before it, which is still as the last round left it.
            var carries = vectors[(columns * count)..];
            MoveLanes(vectors.Slice((columns - 1) * count, count), carries, pass);
            for (var column = columns - 1; column >= 0; column--)
            {
                var digits = vectors.Slice(column * count, count);
                Add(digits, column > 0 ? vectors.Slice((column - 1) * count, count) : carries, pass, passes);
            }
        }

        Pack(scratch, polynomial, columns);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    private static void Add(Span<Vector256<ulong>> digits, ReadOnlySpan<Vector256<ulong>> carries, int pass, int passes)
    {
        if (passes == 4) AddFourTimes(digits, carries, pass);
        else if (passes == 2) AddTwice(digits, carries, pass);
        else AddOnce(digits, carries, pass);
    }

    private static void AddFourTimes(Span<Vector256<ulong>> digits, ReadOnlySpan<Vector256<ulong>> carries, int pass)
    {
        Vector256<ulong> a = default, b = default, c = default, d = default;
        for (var i = digits.Length - 1; i >= pass + 3; i--)
        {
            a += Carried(digits[i], carries[i]);
            b += a;
            c += b;
            d += c;
            digits[i] = d;
        }

        a += Carried(digits[pass + 2], carries[pass + 2]);
        b += a;
        digits[pass + 2] = c + b;
        a += Carried(digits[pass + 1], carries[pass + 1]);
        digits[pass + 1] = b + a;
        digits[pass] = Carried(digits[pass], carries[pass]) + a;
    }

    private static void AddTwice(Span<Vector256<ulong>> digits, ReadOnlySpan<Vector256<ulong>> carries, int pass)
    {
        Vector256<ulong> a = default, b = default;
        for (var i = digits.Length - 1; i > pass; i--)
        {
            a += Carried(digits[i], carries[i]);
            b += a;
            digits[i] = b;
        }

        digits[pass] = Carried(digits[pass], carries[pass]) + a;
    }

    private static void AddOnce(Span<Vector256<ulong>> digits, ReadOnlySpan<Vector256<ulong>> carries, int pass)
    {
        Vector256<ulong> a = default;
        for (var i = digits.Length - 1; i >= pass; i--)
        {
            a += Carried(digits[i], carries[i]);
            digits[i] = a;
        }
    }

    /// <summary>The low half of every lane plus the high half of the digit before it.</summary>
    private static Vector256<ulong> Carried(Vector256<ulong> digit, Vector256<ulong> before) =>
        (digit & Vector256.Create(0xFFFF_FFFFUL)) + (before >>> 32);

    private static void MoveLanes(ReadOnlySpan<Vector256<ulong>> last, Span<Vector256<ulong>> carries, int pass)
    {
        for (var i = pass; i < last.Length; i++)
        {
            carries[i] = Vector256.Shuffle(last[i], Vector256.Create(0UL, 0UL, 1UL, 2UL)) & Vector256.Create(0UL, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        }
    }

    private static void Unpack(LimbPolynomial polynomial, Span<ulong> scratch, int columns)
    {
        scratch.Clear();
        var limbs = (ReadOnlySpan<ulong>)polynomial.Limbs;
        int words = polynomial.Words, stride = (polynomial.Degree + 1) * Lanes;
        for (var word = 0; word < words; word++)
        {
            int low = Place(2 * word, columns, stride), high = Place((2 * word) + 1, columns, stride);
            for (var i = word; i < limbs.Length; i += words, low += Lanes, high += Lanes)
            {
                scratch[low] = limbs[i] & uint.MaxValue;
                scratch[high] = limbs[i] >> 32;
            }
        }
    }

    private static void Pack(Span<ulong> scratch, LimbPolynomial polynomial, int columns)
    {
        var limbs = polynomial.Limbs;
        int words = polynomial.Words, stride = (polynomial.Degree + 1) * Lanes;
        for (var word = 0; word < words; word++)
        {
            int low = Place(2 * word, columns, stride), high = Place((2 * word) + 1, columns, stride), next = Place((2 * word) + 2, columns, stride);
            for (var i = word; i < limbs.Length; i += words, low += Lanes, high += Lanes, next += Lanes)
            {
                var upper = scratch[high] + (scratch[low] >> 32);
                limbs[i] = (scratch[low] & uint.MaxValue) | (upper << 32);
                if (word + 1 < words) scratch[next] += upper >> 32;
            }
        }
    }

    /// <summary>Where a digit of the first coefficient lies.</summary>
    private static int Place(int digit, int columns, int stride) => ((digit % columns) * stride) + (digit / columns);
}

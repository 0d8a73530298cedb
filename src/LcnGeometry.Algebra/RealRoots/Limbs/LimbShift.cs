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
/// column, where lanes move up by one.
/// </para>
/// </remarks>
internal static class LimbShift
{
    private const int Lanes = 4;

    /// <summary>Up to this degree four passes of additions stay below 64 bits: C(degree + 4, 4) is at most 2^31.</summary>
    private const int LargestDegreeForFourPasses = 470;

    /// <summary>Up to this degree two passes do: C(degree + 2, 2) is at most 2^31.</summary>
    private const int LargestDegreeForTwoPasses = 65_000;

    /// <summary>Replaces p(x) by p(x + 1); every coefficient of the result fits its limbs.</summary>
    public static void ByOne(LimbPolynomial polynomial)
    {
        int degree = polynomial.Degree, columns = ((2 * polynomial.Words) + Lanes - 1) / Lanes;
        var rented = ArrayPool<ulong>.Shared.Rent(columns * (degree + 1) * Lanes);
        var scratch = rented.AsSpan(0, columns * (degree + 1) * Lanes);
        Unpack(polynomial, scratch, columns);
        var vectors = MemoryMarshal.Cast<ulong, Vector256<ulong>>(scratch);
        var passes = degree <= LargestDegreeForFourPasses ? 4 : degree <= LargestDegreeForTwoPasses ? 2 : 1;
        var pass = 0;
        for (; passes > 1 && pass + passes <= degree; pass += passes)
        {
            for (var column = 0; column < columns; column++)
            {
                var coefficients = vectors.Slice(column * (degree + 1), degree + 1);
                if (passes == 4) AddFourPasses(coefficients, pass);
                else AddTwoPasses(coefficients, pass);
            }

            Carry(vectors, columns, degree, pass);
        }

        for (; pass < degree; pass++)
        {
            for (var column = 0; column < columns; column++) AddPass(vectors.Slice(column * (degree + 1), degree + 1), pass);
            Carry(vectors, columns, degree, pass);
        }

        Pack(scratch, polynomial, columns);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    private static void AddFourPasses(Span<Vector256<ulong>> coefficients, int pass)
    {
        Vector256<ulong> a = default, b = default, c = default, d = default;
        for (var i = coefficients.Length - 1; i >= pass + 3; i--)
        {
            a += coefficients[i];
            b += a;
            c += b;
            d += c;
            coefficients[i] = d;
        }

        a += coefficients[pass + 2];
        b += a;
        coefficients[pass + 2] = c + b;
        a += coefficients[pass + 1];
        coefficients[pass + 1] = b + a;
        coefficients[pass] += a;
    }

    private static void AddTwoPasses(Span<Vector256<ulong>> coefficients, int pass)
    {
        Vector256<ulong> a = default, b = default;
        for (var i = coefficients.Length - 1; i > pass; i--)
        {
            a += coefficients[i];
            b += a;
            coefficients[i] = b;
        }

        coefficients[pass] += a;
    }

    private static void AddPass(Span<Vector256<ulong>> coefficients, int pass)
    {
        Vector256<ulong> a = default;
        for (var i = coefficients.Length - 1; i >= pass; i--)
        {
            a += coefficients[i];
            coefficients[i] = a;
        }
    }

    /// <summary>Moves the upper half of every lane to the next digit once, which leaves at most 33 bits.</summary>
    private static void Carry(Span<Vector256<ulong>> vectors, int columns, int degree, int pass)
    {
        var stride = degree + 1;
        var lowHalf = Vector256.Create(0xFFFF_FFFFUL);
        var aboveLaneZero = Vector256.Create(0UL, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        for (var i = pass; i <= degree; i++)
        {
            var last = vectors[((columns - 1) * stride) + i] >>> 32;
            var carry = Vector256.Shuffle(last, Vector256.Create(0UL, 0UL, 1UL, 2UL)) & aboveLaneZero;
            for (var at = i; at < vectors.Length; at += stride)
            {
                var digit = vectors[at];
                vectors[at] = (digit & lowHalf) + carry;
                carry = digit >>> 32;
            }
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

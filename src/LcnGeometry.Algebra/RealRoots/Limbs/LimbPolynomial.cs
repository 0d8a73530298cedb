using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>An integer polynomial on a flat buffer: every coefficient is a two's-complement number of the same number of 64-bit limbs.</summary>
/// <remarks>The buffer is rented and may be longer than needed; whoever holds the polynomial returns it with <see cref="Release"/>.</remarks>
internal readonly struct LimbPolynomial
{
    private readonly ulong[] _limbs;
    private readonly int _start;

    private LimbPolynomial(ulong[] limbs, int start, int degree, int words) =>
        (_limbs, _start, Degree, Words) = (limbs, start, degree, words);

    public int Degree { get; }

    /// <summary>Limbs per coefficient.</summary>
    public int Words { get; }

    /// <summary>All limbs, coefficient after coefficient, least significant limb first.</summary>
    public Span<ulong> Limbs => _limbs.AsSpan(_start * Words, (Degree + 1) * Words);

    public Span<ulong> this[int exponent] => _limbs.AsSpan((_start + exponent) * Words, Words);

    /// <summary>A buffer whose contents are undefined.</summary>
    public static LimbPolynomial Rent(int degree, int words) =>
        new(System.Buffers.ArrayPool<ulong>.Shared.Rent((degree + 1) * words), 0, degree, words);

    /// <summary>The coefficients of a polynomial from an exponent upward, with -x in place of x on demand.</summary>
    public static LimbPolynomial Load(ReadOnlySpan<Integer> coefficients, bool mirrored)
    {
        var bits = 0;
        foreach (var coefficient in coefficients) bits = Math.Max(bits, coefficient.BitLength);
        var polynomial = Rent(coefficients.Length - 1, (bits / 64) + 1);
        for (var i = 0; i < coefficients.Length; i++)
        {
            var coefficient = mirrored && int.IsOddInteger(i) ? -coefficients[i] : coefficients[i];
            if (coefficient.IsSmall)
            {
                var limbs = polynomial[i];
                limbs.Fill(coefficient.Sign < 0 ? ulong.MaxValue : 0);
                limbs[0] = unchecked((ulong)coefficient.SmallValue);
            }
            else
            {
                Write(coefficient.ToBigInteger(), polynomial[i]);
            }
        }

        return polynomial;
    }

    /// <summary>The same polynomial divided by a power of x that divides it.</summary>
    public LimbPolynomial WithoutLowest(int count) => new(_limbs, _start + count, Degree - count, Words);

    /// <summary>The same coefficients on fewer limbs, in place; they must fit.</summary>
    public LimbPolynomial Narrow(int words)
    {
        if (words == Words) return this;
        var limbs = Limbs;
        for (var i = 0; i <= Degree; i++) limbs.Slice(i * Words, words).CopyTo(_limbs.AsSpan(i * words, words));
        return new LimbPolynomial(_limbs, 0, Degree, words);
    }

    public void Release() => System.Buffers.ArrayPool<ulong>.Shared.Return(_limbs);

    private static void Write(BigInteger value, Span<ulong> limbs)
    {
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(limbs);
        bytes.Fill(value.Sign < 0 ? byte.MaxValue : byte.MinValue);
        value.TryWriteBytes(bytes, out _);
        if (BitConverter.IsLittleEndian) return;
        for (var i = 0; i < limbs.Length; i++) limbs[i] = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(limbs[i]);
    }
}

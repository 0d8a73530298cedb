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
            if (coefficient.IsSmall) LimbArithmetic.Write(coefficient.SmallValue, polynomial[i]);
            else LimbArithmetic.Write(coefficient.ToBigInteger(), polynomial[i]);
        }

        return polynomial;
    }

    /// <summary>The polynomial with the given coefficients.</summary>
    public static LimbPolynomial From(ReadOnlySpan<BigInteger> coefficients)
    {
        long bits = 0;
        foreach (var coefficient in coefficients) bits = Math.Max(bits, coefficient.GetBitLength());
        var polynomial = Rent(coefficients.Length - 1, checked((int)(bits / 64)) + 1);
        for (var i = 0; i < coefficients.Length; i++) LimbArithmetic.Write(coefficients[i], polynomial[i]);
        return polynomial;
    }

    /// <summary>The same polynomial divided by a power of x that divides it.</summary>
    public LimbPolynomial WithoutLowest(int count) => new(_limbs, _start + count, Degree - count, Words);

    /// <summary>A copy on a buffer of its own.</summary>
    public LimbPolynomial Copy()
    {
        var copy = Rent(Degree, Words);
        Limbs.CopyTo(copy.Limbs);
        return copy;
    }

    public void Release() => System.Buffers.ArrayPool<ulong>.Shared.Return(_limbs);
}

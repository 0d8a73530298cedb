using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>A positive number <c>mantissa * 2^exponent</c> with a mantissa of 32 bits; sums and products are rounded up.</summary>
internal readonly record struct ErrorWeight
{
    private const int FractionBits = 16;
    private readonly ulong _mantissa; // in [2^31, 2^32)
    private readonly long _exponent;

    private ErrorWeight(ulong mantissa, long exponent) => (_mantissa, _exponent) = (mantissa, exponent);

    public static ErrorWeight One { get; } = new(1UL << 31, -31);

    public static ErrorWeight operator +(ErrorWeight left, ErrorWeight right)
    {
        if (left._exponent < right._exponent) (left, right) = (right, left);
        var shift = left._exponent - right._exponent;
        return Normalized(left._mantissa + (shift == 0 ? right._mantissa : shift < 32 ? (right._mantissa >> (int)shift) + 1 : 1), left._exponent);
    }

    /// <summary>The product with a positive integer divided by the greatest power of two in it.</summary>
    public ErrorWeight TimesMantissa(BigInteger integer)
    {
        var excess = (int)integer.GetBitLength() - 32;
        var factor = (ulong)(excess > 0 ? integer >> excess : integer << -excess) + (excess > 0 ? 1UL : 0UL);
        var high = Math.BigMul(_mantissa, factor, out var low);
        return Normalized((high << 33) + (low >> 31) + 1, _exponent);
    }

    public ErrorWeight AtLeast(ErrorWeight other) =>
        (_exponent, _mantissa).CompareTo((other._exponent, other._mantissa)) >= 0 ? this : other;

    public ErrorWeight TimesPowerOfTwo(long exponent) => new(_mantissa, _exponent + exponent);

    /// <summary>At most <c>power * log2(this)</c>.</summary>
    public long LogarithmBelow(int power) => (power * Logarithm()) >> FractionBits;

    /// <summary>A number L such that <c>i * L</c> is at least <c>2^16 i log2(this)</c>.</summary>
    public long ScaledLogarithmAbove() => Logarithm() + 2;

    /// <summary>The integer not below a sum of scaled logarithms.</summary>
    public static long Unscale(long scaled) => (scaled + (1 << FractionBits) - 1) >> FractionBits;

    private static ErrorWeight Normalized(ulong mantissa, long exponent)
    {
        while (mantissa >= 1UL << 32) (mantissa, exponent) = ((mantissa + 1) >> 1, exponent + 1);
        return new ErrorWeight(mantissa, exponent);
    }

    /// <summary>The logarithm with 16 binary digits, too small by less than two units: the digits come from repeated squaring.</summary>
    private long Logarithm()
    {
        var logarithm = 31 + _exponent;
        var x = _mantissa;
        for (var digit = 0; digit < FractionBits; digit++)
        {
            x = (x * x) >> 31;
            var carry = (int)(x >> 32);
            x >>= carry;
            logarithm = (logarithm << 1) | (uint)carry;
        }

        return logarithm;
    }
}

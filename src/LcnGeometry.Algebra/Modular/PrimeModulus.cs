using System.Buffers.Binary;
using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>Arithmetic of residues modulo one prime between 2^62 and 2^63.</summary>
/// <remarks>
/// <para>Residues are the numbers from 0 to the modulus less one. The operations expect and give residues.</para>
/// <para>
/// A double word is reduced with a precomputed reciprocal: Niels Möller, Torbjörn Granlund, Improved division by invariant integers.
/// A row operation multiplies by one fixed residue, so it uses a quotient computed once for that residue (the method of Victor Shoup's NTL).
/// </para>
/// <para>The default value is not a modulus.</para>
/// </remarks>
internal readonly struct PrimeModulus
{
    private readonly ulong _divisor; // twice the modulus: its top bit is set, as the reciprocal requires
    private readonly ulong _reciprocal; // floor((2^128 - 1) / divisor) - 2^64

    /// <param name="prime">A prime between 2^62 and 2^63; the caller vouches for primality.</param>
    public PrimeModulus(ulong prime)
    {
        if (prime >> 62 != 1) throw new ArgumentOutOfRangeException(nameof(prime), $"{prime} is not between 2^62 and 2^63.");
        Value = prime;
        _divisor = prime << 1;
        _reciprocal = (ulong)(UInt128.MaxValue / _divisor - (UInt128.One << 64));
    }

    /// <summary>The prime.</summary>
    public ulong Value { get; }

    public ulong Add(ulong left, ulong right) => Lift(unchecked(left + right - Value));

    public ulong Subtract(ulong left, ulong right) => Lift(unchecked(left - right));

    public ulong Negate(ulong value) => value == 0 ? 0 : Value - value;

    public ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return Reduce(high, low);
    }

    /// <summary>A power of a residue; the zeroth power of everything is one.</summary>
    public ulong Pow(ulong value, ulong exponent)
    {
        var result = 1UL;
        for (var square = value; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = Multiply(result, square);
            square = Multiply(square, square);
        }

        return result;
    }

    /// <summary>The inverse of a residue, by Euclid's algorithm.</summary>
    /// <exception cref="DivideByZeroException">The residue is zero.</exception>
    public ulong Invert(ulong value)
    {
        if (value == 0) throw new DivideByZeroException($"Zero has no inverse modulo {Value}.");

        // Each remainder is the cofactor times the value, up to multiples of the modulus; the signs of the cofactors alternate.
        var (previous, remainder) = (Value, value);
        var (previousCofactor, cofactor) = (0UL, 1UL);
        var negative = false;
        while (remainder > 1)
        {
            var (quotient, next) = Math.DivRem(previous, remainder);
            (previous, remainder) = (remainder, next);
            (previousCofactor, cofactor) = (cofactor, previousCofactor + (quotient * cofactor));
            negative = !negative;
        }

        return negative ? Value - cofactor : cofactor;
    }

    /// <summary>The residue of an integer.</summary>
    public ulong Reduce(Integer value)
    {
        if (value.IsSmall)
        {
            var remainder = value.SmallValue % (long)Value;
            return (ulong)(remainder < 0 ? remainder + (long)Value : remainder);
        }

        var magnitude = BigInteger.Abs(value.ToBigInteger());
        Span<byte> bytes = new byte[(magnitude.GetByteCount(isUnsigned: true) + 7) & ~7];
        magnitude.TryWriteBytes(bytes, out _, isUnsigned: true);
        var residue = 0UL;
        for (var i = bytes.Length - 8; i >= 0; i -= 8) residue = Reduce(residue, BinaryPrimitives.ReadUInt64LittleEndian(bytes[i..]));
        return value.Sign < 0 ? Negate(residue) : residue;
    }

    /// <summary>The row operation <c>target[i] -= factor * source[i]</c> for every index of the source.</summary>
    public void SubtractMultiple(Span<ulong> target, ReadOnlySpan<ulong> source, ulong factor)
    {
        var (modulus, quotient) = (Value, ShoupQuotient(factor));
        target = target[..source.Length];
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = Lift(unchecked(target[i] - MultiplyFixed(factor, quotient, source[i], modulus)), modulus);
        }
    }

    /// <summary>The row operation <c>row[i] *= factor</c>.</summary>
    public void Scale(Span<ulong> row, ulong factor)
    {
        var (modulus, quotient) = (Value, ShoupQuotient(factor));
        for (var i = 0; i < row.Length; i++) row[i] = MultiplyFixed(factor, quotient, row[i], modulus);
    }

    /// <summary>The product with a factor whose quotient is known; the low words of a number in [0, 2 modulus) suffice.</summary>
    private static ulong MultiplyFixed(ulong factor, ulong quotient, ulong value, ulong modulus) =>
        Lift(unchecked((factor * value) - (Math.BigMul(quotient, value, out _) * modulus) - modulus), modulus);

    /// <summary>Adds the modulus to a difference that is negative as a signed word; without a branch, which could not be predicted.</summary>
    private static ulong Lift(ulong difference, ulong modulus) => unchecked(difference + (modulus & (ulong)((long)difference >> 63)));

    private ulong Lift(ulong difference) => Lift(difference, Value);

    /// <summary><c>floor(factor * 2^64 / modulus)</c>.</summary>
    private ulong ShoupQuotient(ulong factor)
    {
        DivideByInvariant(factor << 1, 0, out var quotient);
        return quotient;
    }

    /// <summary>The residue of the double word <c>high * 2^64 + low</c>, where <paramref name="high"/> is below the modulus.</summary>
    private ulong Reduce(ulong high, ulong low) => DivideByInvariant((high << 1) | (low >> 63), low << 1, out _) >> 1;

    /// <summary>Divides the double word by twice the modulus; <paramref name="high"/> must be below the divisor.</summary>
    private ulong DivideByInvariant(ulong high, ulong low, out ulong quotient)
    {
        unchecked
        {
            var quotientHigh = Math.BigMul(_reciprocal, high, out var quotientLow);
            quotientLow += low;
            quotientHigh += high + (quotientLow < low ? 1UL : 0UL) + 1;
            var remainder = low - (quotientHigh * _divisor);
            if (remainder > quotientLow)
            {
                quotientHigh--;
                remainder += _divisor;
            }

            if (remainder >= _divisor)
            {
                quotientHigh++;
                remainder -= _divisor;
            }

            quotient = quotientHigh;
            return remainder;
        }
    }
}

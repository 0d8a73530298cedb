using System.Numerics;

namespace LcnGeometry.Algebra;

public readonly partial struct Integer
{
    /// <summary>Addition.</summary>
    public static Integer operator +(Integer left, Integer right)
    {
        if (left._big is null && right._big is null)
        {
            var sum = unchecked(left._small + right._small);
            if (((left._small ^ sum) & (right._small ^ sum)) >= 0) return new Integer(sum);
        }

        return new Integer(left.ToBigInteger() + right.ToBigInteger());
    }

    /// <summary>Subtraction.</summary>
    public static Integer operator -(Integer left, Integer right)
    {
        if (left._big is null && right._big is null)
        {
            var difference = unchecked(left._small - right._small);
            if (((left._small ^ right._small) & (left._small ^ difference)) >= 0) return new Integer(difference);
        }

        return new Integer(left.ToBigInteger() - right.ToBigInteger());
    }

    /// <summary>Negation.</summary>
    public static Integer operator -(Integer value) => value._big is null && value._small != long.MinValue
        ? new Integer(-value._small)
        : new Integer(-value.ToBigInteger());

    /// <summary>Multiplication.</summary>
    public static Integer operator *(Integer left, Integer right)
    {
        if (left._big is null && right._big is null)
        {
            var high = Math.BigMul(left._small, right._small, out var low);
            if (high == low >> 63) return new Integer(low);
        }

        return new Integer(left.ToBigInteger() * right.ToBigInteger());
    }

    /// <summary>The value times a power of two.</summary>
    /// <param name="value">Any integer.</param>
    /// <param name="bits">A number of bits, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of bits is negative.</exception>
    public static Integer operator <<(Integer value, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        return value._big is null && bits < 63 && value.BitLength + bits < 64
            ? new Integer(value._small << bits)
            : new Integer(value.ToBigInteger() << bits);
    }

    /// <summary>The floor of the value divided by a power of two.</summary>
    /// <param name="value">Any integer.</param>
    /// <param name="bits">A number of bits, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of bits is negative.</exception>
    public static Integer operator >>(Integer value, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        return value._big is null
            ? new Integer(value._small >> Math.Min(bits, 63))
            : new Integer(value.ToBigInteger() >> bits);
    }

    /// <summary>The absolute value.</summary>
    public static Integer Abs(Integer value) => value.Sign < 0 ? -value : value;

    /// <summary>The value raised to a power.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">At least 0; the zeroth power of everything is one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public static Integer Pow(Integer value, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        return new Integer(BigInteger.Pow(value.ToBigInteger(), exponent));
    }

    /// <inheritdoc/>
    /// <remarks>The remainder has the sign of the dividend, as in C#.</remarks>
    public static (Integer Quotient, Integer Remainder) DivideWithRemainder(Integer dividend, Integer divisor)
    {
        if (divisor.IsZero) throw new DivideByZeroException($"{dividend} divided by zero.");
        if (dividend._big is null && divisor._big is null && divisor._small != -1)
        {
            var (quotient, remainder) = Math.DivRem(dividend._small, divisor._small);
            return (new Integer(quotient), new Integer(remainder));
        }

        var bigQuotient = BigInteger.DivRem(dividend.ToBigInteger(), divisor.ToBigInteger(), out var bigRemainder);
        return (new Integer(bigQuotient), new Integer(bigRemainder));
    }

    /// <inheritdoc/>
    public static Integer DivideExactly(Integer dividend, Integer divisor)
    {
        var (quotient, remainder) = DivideWithRemainder(dividend, divisor);
        return remainder.IsZero ? quotient : throw new InexactDivisionException(dividend, divisor);
    }

    /// <inheritdoc/>
    /// <remarks>Never negative.</remarks>
    public static Integer GreatestCommonDivisor(Integer left, Integer right)
    {
        if (left._big is null && right._big is null)
        {
            var gcd = GreatestCommonDivisor(AbsoluteValue(left._small), AbsoluteValue(right._small));
            return gcd <= long.MaxValue ? new Integer((long)gcd) : new Integer((BigInteger)gcd);
        }

        return new Integer(BigInteger.GreatestCommonDivisor(left.ToBigInteger(), right.ToBigInteger()));
    }

    /// <summary>The least common multiple, never negative.</summary>
    public static Integer LeastCommonMultiple(Integer left, Integer right) => left.IsZero || right.IsZero
        ? Zero
        : Abs(DivideExactly(left, GreatestCommonDivisor(left, right)) * right);

    /// <summary>The greatest integer whose square is at most the value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static Integer SquareRootFloor(Integer value)
    {
        if (value.Sign < 0) throw new ArgumentOutOfRangeException(nameof(value), $"{value} is negative and has no real square root.");
        if (value.IsZero) return Zero;
        var n = value.ToBigInteger();
        var root = BigInteger.One << ((value.BitLength + 1) / 2);
        while (true)
        {
            var next = (root + n / root) >> 1;
            if (next >= root) return new Integer(root);
            root = next;
        }
    }

    /// <summary>Binary Euclid on machine words of at most 2^63.</summary>
    internal static ulong GreatestCommonDivisor(ulong left, ulong right)
    {
        if (left == 0) return right;
        if (right == 0) return left;
        var shift = BitOperations.TrailingZeroCount(left | right);
        left >>= BitOperations.TrailingZeroCount(left);
        right >>= BitOperations.TrailingZeroCount(right);
        while (left != right)
        {
            // Both are odd and below 2^63. The smaller one and the odd part of the difference, without a branch to predict.
            var difference = unchecked((long)(right - left));
            var sign = difference >> 63;
            left = unchecked(left + (ulong)(difference & sign));
            right = unchecked((ulong)((difference ^ sign) - sign)) >> BitOperations.TrailingZeroCount(difference);
        }

        return left << shift;
    }
}

namespace LcnGeometry.Algebra;

public readonly partial struct RationalInterval
{
    /// <summary>The sums of elements.</summary>
    public static RationalInterval operator +(RationalInterval left, RationalInterval right) =>
        new(left.Lower + right.Lower, left.Upper + right.Upper);

    /// <summary>The differences of elements.</summary>
    public static RationalInterval operator -(RationalInterval left, RationalInterval right) =>
        new(left.Lower - right.Upper, left.Upper - right.Lower);

    /// <summary>The negated elements.</summary>
    public static RationalInterval operator -(RationalInterval value) => new(-value.Upper, -value.Lower);

    /// <summary>The products of elements.</summary>
    public static RationalInterval operator *(RationalInterval left, RationalInterval right)
    {
        // The sign of a factor tells which endpoints meet; only two factors around 0 need all four products.
        if (left.Lower.Sign >= 0) return Scale(right, left.Lower, left.Upper);
        if (left.Upper.Sign <= 0) return -Scale(right, -left.Upper, -left.Lower);
        if (right.Lower.Sign >= 0) return Scale(left, right.Lower, right.Upper);
        if (right.Upper.Sign <= 0) return -Scale(left, -right.Upper, -right.Lower);
        return new RationalInterval(
            Smaller(left.Lower * right.Upper, left.Upper * right.Lower),
            Larger(left.Lower * right.Lower, left.Upper * right.Upper));
    }

    /// <summary>The quotients of elements.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> contains 0.</exception>
    public static RationalInterval operator /(RationalInterval left, RationalInterval right) => right.ContainsZero
        ? throw new DivideByZeroException($"{right} contains 0.")
        : left * new RationalInterval(Rational.Invert(right.Upper), Rational.Invert(right.Lower));

    /// <summary>The quotients of elements.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> contains 0.</exception>
    public static RationalInterval DivideExactly(RationalInterval dividend, RationalInterval divisor) => dividend / divisor;

    /// <summary>The absolute values of elements.</summary>
    public static RationalInterval Abs(RationalInterval value) => new(value.Mignitude, value.Magnitude);

    /// <summary>The powers of elements; tighter than repeated multiplication, which forgets that both factors are the same.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">At least 0; the zeroth power of everything is one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public static RationalInterval Pow(RationalInterval value, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        if (exponent == 0) return One;
        var monotone = int.IsOddInteger(exponent) ? value : Abs(value);
        return new RationalInterval(Rational.Pow(monotone.Lower, exponent), Rational.Pow(monotone.Upper, exponent));
    }

    /// <summary>The interval with its endpoints moved outward to multiples of <c>2^-bits</c>, which keeps them short.</summary>
    /// <param name="bits">The number of binary digits kept after the point; negative for multiples of powers of two.</param>
    /// <returns>An interval that contains this one and is wider by less than <c>2^(1-bits)</c>.</returns>
    public RationalInterval RoundOutward(int bits)
    {
        Rational scale = Rational.PowerOfTwo(bits), unit = Rational.PowerOfTwo(checked(-bits));
        return new RationalInterval(Rational.Floor(Lower * scale) * unit, -(Rational.Floor(-Upper * scale) * unit));
    }

    /// <summary>The products of elements with the numbers from <paramref name="low"/> to <paramref name="high"/>, both at least 0.</summary>
    private static RationalInterval Scale(RationalInterval value, Rational low, Rational high) => new(
        value.Lower * (value.Lower.Sign >= 0 ? low : high),
        value.Upper * (value.Upper.Sign >= 0 ? high : low));
}

using System.Numerics;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Integers against <see cref="BigInteger"/>, on values at the edges of machine words.</summary>
public sealed class IntegerTests
{
    [Fact]
    public void Arithmetic_agrees_with_big_integers() => PropertyRun.Trials(3000, random =>
    {
        Integer x = random.NextInteger(), y = random.NextInteger();
        BigInteger a = x, b = y;
        Same(a + b, x + y);
        Same(a - b, x - y);
        Same(a * b, x * y);
        Same(-a, -x);
        Same(BigInteger.Abs(a), Integer.Abs(x));
        Same(BigInteger.GreatestCommonDivisor(a, b), Integer.GreatestCommonDivisor(x, y));
        if (y.IsZero) return;
        var (quotient, remainder) = Integer.DivideWithRemainder(x, y);
        Assert.Equal((a / b, a % b), ((BigInteger)quotient, (BigInteger)remainder));
        Same(a, Integer.DivideExactly(x * y, y));
        if (!x.IsZero) Same(BigInteger.Abs(a / BigInteger.GreatestCommonDivisor(a, b) * b), Integer.LeastCommonMultiple(x, y));
    });

    [Fact]
    public void Every_edge_of_a_word_meets_every_other() => Assert.All(Edges(), a =>
    {
        foreach (var b in Edges())
        {
            Integer x = a, y = b;
            Same(a + b, x + y);
            Same(a - b, x - y);
            Same(a * b, x * y);
            Assert.Equal(a.CompareTo(b), Math.Sign(x.CompareTo(y)));
            Assert.Equal(a == b, x == y);
            Assert.Equal(a != b, x != y);
            Assert.Equal((a < b, a <= b, a > b, a >= b), (x < y, x <= y, x > y, x >= y));
            Same(BigInteger.GreatestCommonDivisor(a, b), Integer.GreatestCommonDivisor(x, y));
            if (b.IsZero) continue;
            Assert.Equal((a / b, a % b), ((BigInteger)Integer.DivideWithRemainder(x, y).Quotient, (BigInteger)Integer.DivideWithRemainder(x, y).Remainder));
        }
    });

    [Fact]
    public void Values_that_fit_a_word_are_stored_in_one() => Assert.All(Edges(), value =>
    {
        Integer integer = value;
        Assert.Equal(value >= long.MinValue && value <= long.MaxValue, integer.IsSmall);

        // The same value by a detour through large ones.
        var detour = integer + (Integer.One << 200) - (Integer.One << 200);
        Assert.Equal(integer.IsSmall, detour.IsSmall);
        Assert.Equal(integer, detour);
        Assert.Equal(integer.GetHashCode(), detour.GetHashCode());
    });

    [Fact]
    public void Shifts_and_powers_agree_with_big_integers() => PropertyRun.Trials(1000, random =>
    {
        var x = random.NextInteger();
        BigInteger a = x;
        var bits = random.Between(0, 140);
        Same(a << bits, x << bits);
        Same(a >> bits, x >> bits);
        var exponent = random.Between(0, 6);
        Same(BigInteger.Pow(a, exponent), Integer.Pow(x, exponent));
        Assert.Equal((int)BigInteger.Abs(a).GetBitLength(), x.BitLength);
        Assert.Equal(a.IsEven, x.IsEven);
        Assert.Equal(a.IsZero, x.IsZero);
        Assert.Equal(a.IsOne, x.IsOne);
        Assert.Equal(a.Sign, x.Sign);
        Assert.Equal(a.ToString(), x.ToString());
    });

    [Fact]
    public void The_square_root_is_rounded_down() => PropertyRun.Trials(1000, random =>
    {
        var x = Integer.Abs(random.Chance(0.5) ? random.NextInteger() * random.NextInteger() : random.NextInteger());
        if (random.Chance(0.3)) x *= x;
        if (random.Chance(0.2) && !x.IsZero) x -= 1;
        var root = Integer.SquareRootFloor(x);
        Assert.True(root * root <= x && x < (root + 1) * (root + 1));
    });

    [Fact]
    public void Conversions_keep_the_value_or_overflow() => Assert.All(Edges(), value =>
    {
        Integer integer = value;
        if (value >= long.MinValue && value <= long.MaxValue) Assert.Equal((long)value, (long)integer);
        else Assert.Throws<OverflowException>(() => (long)integer);
        if (value >= int.MinValue && value <= int.MaxValue) Assert.Equal((int)value, (int)integer);
        else Assert.Throws<OverflowException>(() => (int)integer);
    });

    [Fact]
    public void Undefined_operations_are_refused()
    {
        Integer large = BigInteger.One << 100;
        Assert.Throws<DivideByZeroException>(() => Integer.DivideWithRemainder(large, 0));
        Assert.Throws<DivideByZeroException>(() => Integer.DivideExactly(0, 0));
        Assert.Throws<InexactDivisionException>(() => Integer.DivideExactly(large, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Integer.SquareRootFloor(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Integer.Pow(2, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => large << -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => large >> -1);
    }

    /// <summary>Zero, one, and what lies around the powers of two where a representation or an overflow test changes.</summary>
    internal static IEnumerable<BigInteger> Edges()
    {
        foreach (var exponent in new[] { 0, 1, 31, 32, 52, 53, 62, 63, 64, 65, 127, 128 })
        {
            for (var offset = -2; offset <= 2; offset++)
            {
                yield return (BigInteger.One << exponent) + offset;
                yield return -(BigInteger.One << exponent) + offset;
            }
        }

        foreach (var root in new long[] { 3037000499, 3037000500 })
        {
            yield return root;
            yield return -root;
        }
    }

    private static void Same(BigInteger expected, Integer actual) => Assert.Equal(expected, actual.ToBigInteger());
}

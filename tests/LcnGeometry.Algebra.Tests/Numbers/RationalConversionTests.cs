using System.Globalization;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class RationalConversionTests
{
    private static readonly Rational LargestDouble = Rational.RationalizeExactly(double.MaxValue);

    [Fact]
    public void A_double_goes_to_a_rational_and_back() => PropertyRun.Trials(3000, random =>
    {
        var value = BitConverter.UInt64BitsToDouble(random.Next() & (random.Chance(0.2) ? 0x800FFFFFFFFFFFFFUL : ulong.MaxValue));
        if (!double.IsFinite(value)) return;
        var exact = Rational.RationalizeExactly(value);
        Assert.Equal(value, exact.ToDouble());

        // The runtime prints as many exact decimals as are asked for; the smallest bit has weight 2^-1074.
        Assert.Equal(Rational.Parse(value.ToString("E1100", CultureInfo.InvariantCulture)), exact);
    });

    [Fact]
    public void The_nearest_double_is_chosen() => PropertyRun.Trials(3000, random =>
    {
        var x = Near(random);
        var nearest = x.ToDouble();
        Assert.Equal(x.Sign, Math.Sign(nearest) == 0 ? x.Sign : Math.Sign(nearest));
        if (double.IsInfinity(nearest))
        {
            // Halfway between the largest double and the power of two above it rounds to even, that is up.
            Assert.True(Rational.Abs(x) >= LargestDouble + Rational.PowerOfTwo(970));
            return;
        }

        var distance = Rational.Abs(x - Rational.RationalizeExactly(nearest));
        foreach (var neighbor in new[] { Math.BitDecrement(nearest), Math.BitIncrement(nearest) })
        {
            if (double.IsInfinity(neighbor))
            {
                Assert.True(Rational.Abs(x) < LargestDouble + Rational.PowerOfTwo(970));
                continue;
            }

            var other = Rational.Abs(x - Rational.RationalizeExactly(neighbor));
            Assert.True(distance <= other);
            if (distance == other) Assert.Equal(0, BitConverter.DoubleToInt64Bits(nearest) & 1);
        }
    });

    [Fact]
    public void Decimal_texts_give_the_double_that_the_runtime_reads() => PropertyRun.Trials(1000, random =>
    {
        var digits = string.Concat(Enumerable.Range(0, random.Between(1, 30)).Select(_ => (char)('0' + random.Between(0, 9))));
        var text = string.Create(CultureInfo.InvariantCulture, $"{(random.Chance(0.5) ? "-" : "")}{digits}.{digits}e{random.Between(-345, 310)}");
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), Rational.Parse(text).ToDouble());
    });

    [Fact]
    public void Ties_go_to_even_and_the_ends_of_the_range_are_kept()
    {
        var half = new Rational(1, 2);
        Rational even = Rational.PowerOfTwo(53);
        Assert.Equal(9007199254740992.0, (even + 1).ToDouble());
        Assert.Equal(9007199254740996.0, (even + 3).ToDouble());
        Assert.Equal(9007199254740994.0, (even + 1 + Rational.PowerOfTwo(-2000)).ToDouble());
        Assert.Equal(0.0, (half * Rational.PowerOfTwo(-1074)).ToDouble());
        Assert.Equal(double.Epsilon, ((half + Rational.PowerOfTwo(-2000)) * Rational.PowerOfTwo(-1074)).ToDouble());
        Assert.Equal(2 * double.Epsilon, (new Rational(3, 2) * Rational.PowerOfTwo(-1074)).ToDouble());
        Assert.Equal(double.MaxValue, LargestDouble.ToDouble());
        Assert.Equal(double.MaxValue, (LargestDouble + Rational.PowerOfTwo(969)).ToDouble());
        Assert.Equal(double.PositiveInfinity, (LargestDouble + Rational.PowerOfTwo(970)).ToDouble());
        Assert.Equal(double.NegativeInfinity, (-Rational.PowerOfTwo(5000)).ToDouble());
        Assert.Equal(0.0, Rational.PowerOfTwo(-5000).ToDouble());
        Assert.Equal(2.2250738585072014E-308, (Rational.PowerOfTwo(-1022) - (half * Rational.PowerOfTwo(-1074))).ToDouble());
    }

    [Fact]
    public void What_is_not_finite_has_no_rational_value() => Assert.All(
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity],
        value => Assert.Throws<ArgumentOutOfRangeException>(() => Rational.RationalizeExactly(value)));

    /// <summary>Any rational, or one at or beside the middle of two neighboring doubles, or at the edge of the range.</summary>
    private static Rational Near(TestRandom random)
    {
        if (random.Chance(0.2)) return random.NextRational() * Rational.PowerOfTwo(random.Between(-1200, 1100));
        var bits = random.Next();
        if (random.Chance(0.3)) bits &= 0x801FFFFFFFFFFFFFUL;
        var value = BitConverter.UInt64BitsToDouble(bits);
        if (random.Chance(0.05)) value = double.MaxValue;
        var next = Math.BitIncrement(value);
        if (!double.IsFinite(value) || !double.IsFinite(next)) return LargestDouble + (random.Between(0, 4) * Rational.PowerOfTwo(969));
        var middle = (Rational.RationalizeExactly(value) + Rational.RationalizeExactly(next)) * new Rational(1, 2);
        return middle + (random.Between(-1, 1) * Rational.PowerOfTwo(random.Between(-3000, -1080)));
    }
}

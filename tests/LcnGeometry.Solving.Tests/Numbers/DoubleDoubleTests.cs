using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using Pair = LcnGeometry.Solving.DoubleDouble<LcnGeometry.Solving.Binary64>;

namespace LcnGeometry.Solving.Tests.Numbers;

public class DoubleDoubleTests
{
    [Fact]
    public void Relative_errors_are_below_two_to_the_minus_103() => PropertyRun.Trials(3000, random =>
    {
        Pair x = Next(random), y = random.Chance(0.2) ? Near(random, x) : Next(random), z = Next(random);
        Rational a = Exact(x), b = Exact(y), c = Exact(z);
        Close(a + b, x + y, -103, "+");
        Close(a - b, x - y, -103, "-");
        Close(a * b, x * y, -103, "*");
        Close(-a, -x, -1000, "negation");
        if (!b.IsZero) Close(a / b, x / y, -99, "/");
        var product = Exact(x * y);
        Close(product + c, Pair.MultiplyAdd(x, y, z), -103, "x y + z");
        Close(c - product, Pair.SubtractProduct(x, y, z), -103, "z - x y");
    });

    [Fact]
    public void The_square_of_a_root_is_the_number() => PropertyRun.Trials(3000, random =>
    {
        var x = Next(random);
        if (x.High.Value < 0) x = -x;
        var root = Exact(Pair.Sqrt(x));
        Assert.True(Rational.Abs((root * root) - Exact(x)) <= Rational.PowerOfTwo(-98) * Exact(x));
        Assert.Equal(Rational.Zero, Exact(Pair.Sqrt(Pair.FromDouble(0))));
    });

    [Fact]
    public void Results_are_normalized() => PropertyRun.Trials(5000, random =>
    {
        Pair x = Next(random), y = random.Chance(0.3) ? Near(random, x) : Next(random);
        foreach (var value in new[] { x + y, x - y, x * y, x / y, Pair.Sqrt(x * x) }) Assert.Equal(value.High.Value, value.High.Value + value.Low.Value);
    });

    [Fact]
    public void Selection_and_comparison_follow_the_leading_doubles() => PropertyRun.Trials(500, random =>
    {
        Pair x = Next(random), y = Next(random);
        var less = x.High.Value < y.High.Value;
        Assert.Equal(less, Pair.AnyLess(x, y));
        Assert.Equal(Exact(less ? x : y), Exact(Pair.WhereLess(x, y, x, y)));
    });

    private static Pair Next(TestRandom random)
    {
        var high = random.Chance(0.2) ? random.Between(1, 9) : random.NextModerate();
        var low = random.Between(0, 4) switch
        {
            0 => 0,
            1 => high * 1.1e-16,
            2 => high * -1.1e-16,
            3 => high * 1e-25,
            _ => high * 1.1e-16 * ((2 * random.Unit()) - 1),
        };
        var sum = high + low;
        return new(new(sum), new(low - (sum - high)));
    }

    /// <summary>A number that cancels most digits when subtracted.</summary>
    private static Pair Near(TestRandom random, Pair x) =>
        new(new(random.Chance(0.5) ? x.High.Value : -x.High.Value), new(x.Low.Value * random.Pick([1.0, -1.0, 0.999999999, 0.0])));

    private static void Close(Rational exact, Pair value, int exponent, string what) => Assert.True(
        Rational.Abs(exact - Exact(value)) <= Rational.PowerOfTwo(exponent) * Rational.Abs(exact),
        $"{what}: the relative error is {(exact.IsZero ? 1 : (exact - Exact(value)) / exact).ToDouble()}");

    private static Rational Exact(Pair value) => Rational.RationalizeExactly(value.High.Value) + Rational.RationalizeExactly(value.Low.Value);
}

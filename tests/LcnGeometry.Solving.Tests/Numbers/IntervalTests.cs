using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Numbers;

public class IntervalTests
{
    // An operation that overflows may answer NaN; then it must prove nothing. Otherwise it holds every exact result.
    [Fact]
    public void Every_operation_holds_the_exact_results() => PropertyRun.Trials(3000, random =>
    {
        Interval x = random.NextEnds(RandomDoubles.NextDouble), y = random.Chance(0.1) ? x : random.NextEnds(RandomDoubles.NextDouble);
        Rational a = random.NextElement(x), b = random.NextElement(y);
        Check(x + y, a + b, "+");
        Check(x - y, a - b, "-");
        Check(x * y, a * b, "*");
        Check(-x, -a, "negation");
        Check(x.Square(), a * a, "square");
        Check(Interval.MultiplyAdd(x, y, x), (a * b) + a, "x y + x");
        Check(Interval.SubtractProduct(x, y, y), b - (a * b), "y - x y");
        if (y.ExcludesZero) Check(x / y, a / b, "/");
        else Assert.Throws<DivideByZeroException>(() => x / y);
        if (y.ExcludesZero) Check(Interval.Reciprocal(y), Rational.One / b, "1/y");

        void Check(Interval result, Rational exact, string what)
        {
            if (double.IsNaN(result.Lower) || double.IsNaN(result.Upper)) ProvesNothing(result);
            else Assert.True(RandomDoubles.Holds(result, exact), $"{x} {what} {y} is {result}, without {exact}.");
        }
    });

    [Fact]
    public void Results_are_at_most_two_neighbors_wider_than_necessary() => PropertyRun.Trials(5000, random =>
    {
        double a = random.NextModerate(), b = random.NextModerate();
        Interval x = Interval.FromDouble(a), y = Interval.FromDouble(b);
        foreach (var (interval, nearest) in new[] { (x + y, a + b), (x - y, a - b), (x * y, a * b), (x / y, a / b), (Interval.Sqrt(x * x), Math.Abs(a)) })
        {
            Assert.InRange(interval.Lower, nearest - (4.5e-16 * Math.Abs(nearest)) - 1e-323, nearest);
            Assert.InRange(interval.Upper, nearest, nearest + (4.5e-16 * Math.Abs(nearest)) + 1e-323);
        }
    });

    [Fact]
    public void The_root_holds_every_number_whose_square_is_inside() => PropertyRun.Trials(5000, random =>
    {
        var x = random.NextEnds(RandomDoubles.NextDouble);
        if (x.Lower < 0)
        {
            Assert.Throws<ArgumentException>(() => Interval.Sqrt(x));
            return;
        }

        var root = Interval.Sqrt(x);
        var exact = random.NextElement(x);
        Assert.True(root.Lower >= 0);
        Assert.True(Rational.RationalizeExactly(root.Lower) is var low && low * low <= exact);
        Assert.True(!double.IsFinite(root.Upper) || (Rational.RationalizeExactly(root.Upper) is var high && high * high >= exact));
    });

    [Fact]
    public void Enclosing_an_exact_number_takes_no_more_than_its_two_neighbors() => PropertyRun.Trials(5000, random =>
    {
        var value = random.Between(0, 3) switch
        {
            0 => Rational.RationalizeExactly(random.NextDouble()),
            1 => Rational.RationalizeExactly(random.NextDouble()) * new Rational(random.Between(-9, 9), 7),
            2 => random.NextRational() * Rational.PowerOfTwo(random.Between(-1200, 1200)),
            _ => random.NextRational(),
        };
        var interval = Interval.Enclose(value);
        Assert.True(RandomDoubles.Holds(interval, value), $"{interval} does not hold {value}.");
        Assert.True(interval.Lower == interval.Upper || Math.BitIncrement(interval.Lower) == interval.Upper, $"{interval} is wide.");
        Assert.Equal(interval.Lower == interval.Upper, double.IsFinite(value.ToDouble()) && Rational.RationalizeExactly(value.ToDouble()) == value);
    });

    [Fact]
    public void Sizes_bound_every_element() => PropertyRun.Trials(5000, random =>
    {
        var x = random.NextEnds(RandomDoubles.NextDouble);
        var a = random.NextElement(x);
        var size = Rational.Abs(a);
        Assert.True(size <= Rational.RationalizeExactly(x.Magnitude) && size >= Rational.RationalizeExactly(x.Mignitude));
        Assert.Equal(x.Lower > 0 || x.Upper < 0, x.ExcludesZero);
        Assert.Equal(x.Lower > 0, x.IsPositive);
        Assert.Equal(x.Upper < 0, x.IsNegative);
        if (double.IsFinite(x.Radius))
        {
            var distance = Rational.Abs(a - Rational.RationalizeExactly(x.Midpoint));
            Assert.True(distance <= Rational.RationalizeExactly(x.Radius), $"{x} reaches beyond its radius {x.Radius}.");
            Assert.True(RandomDoubles.Holds(Interval.Around(x.Midpoint, x.Radius), a));
        }
    });

    [Fact]
    public void The_middle_of_a_finite_interval_is_inside_it() => PropertyRun.Trials(5000, random =>
    {
        var x = random.NextEnds(RandomDoubles.NextDouble);
        Assert.True(x.Contains(x.Midpoint), $"{x} does not hold its middle {x.Midpoint}.");
        Assert.Equal(Rational.RationalizeExactly(x.Midpoint), x.RationalizeMidpoint());
        Assert.Equal(x.ToPoint(), Interval.FromDouble(x.Midpoint));
    });

    [Fact]
    public void Sets_are_compared_as_sets() => PropertyRun.Trials(3000, random =>
    {
        Interval x = NextSmall(random), y = NextSmall(random);
        Assert.Equal(x.Lower > y.Lower && x.Upper < y.Upper, x.IsInside(y));
        var common = Enumerable.Range(-4, 9).Where(v => x.Contains(v) && y.Contains(v)).ToArray();
        Assert.Equal(common.Length == 0, x.IsDisjoint(y));
        if (common.Length == 0) Assert.Throws<ArgumentException>(() => x.Intersect(y));
        else Assert.Equal(Interval.Between(common[0], common[^1]), x.Intersect(y));
    });

    [Fact]
    public void Overflow_certifies_nothing()
    {
        var huge = Interval.Between(-double.MaxValue, double.MaxValue);
        var beyond = Interval.FromDouble(double.MaxValue) * Interval.FromDouble(2);
        foreach (var result in new[] { beyond - beyond, beyond * (beyond - beyond), huge * huge, beyond * Interval.FromDouble(0) })
        {
            Assert.False(result.IsInside(Interval.Between(-1e300, 1e300)));
            Assert.False(result.IsDisjoint(Interval.FromDouble(1)));
            Assert.False(result.IsNegative);
        }

        Assert.Throws<DivideByZeroException>(() => beyond / (beyond - beyond));
        ProvesNothing(beyond - beyond);
        Assert.True(beyond.Upper >= double.MaxValue);
        Assert.True((Interval.FromDouble(1e-200) * Interval.FromDouble(1e-200)).Upper > 0);
        Assert.True((Interval.FromDouble(1e-200) * Interval.FromDouble(-1e-200)).Lower < 0);
    }

    [Fact]
    public void Ends_in_the_wrong_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Interval.Between(1, 0));
        Assert.Throws<ArgumentException>(() => Interval.Between(double.NaN, 0));
        Assert.Throws<ArgumentException>(() => Interval.Between(0, double.NaN));
        Assert.Equal("[-0.1, 0.25]", Interval.Between(-0.1, 0.25).ToString());
    }

    private static Interval NextSmall(TestRandom random)
    {
        int first = random.Between(-4, 4), second = random.Between(-4, 4);
        return Interval.Between(Math.Min(first, second), Math.Max(first, second));
    }

    private static void ProvesNothing(Interval value)
    {
        Assert.False(value.IsPositive && value.IsNegative);
        Assert.False(value.IsInside(Interval.Between(-double.MaxValue, double.MaxValue)));
        if (double.IsNaN(value.Lower)) Assert.False(value.IsPositive);
        if (double.IsNaN(value.Upper)) Assert.False(value.IsNegative);
    }
}

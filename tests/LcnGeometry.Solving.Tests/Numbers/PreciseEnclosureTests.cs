using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Numbers;

/// <summary>The enclosures beyond doubles, against exact rational numbers.</summary>
public class PreciseEnclosureTests
{
    [Fact]
    public void Wide_intervals_hold_the_exact_results() => Holds<WideInterval>(1000, RandomDoubles.NextDouble);

    [Fact]
    public void Wide_intervals_of_moderate_numbers_hold_the_exact_results() => Holds<WideInterval>(1000, RandomDoubles.NextModerate);

    [Fact]
    public void Fixed_intervals_hold_the_exact_results() => Holds<FixedInterval<Bits640>>(500, RandomDoubles.NextModerate);

    [Fact]
    public void Fixed_intervals_of_few_bits_hold_the_exact_results() => Holds<FixedInterval<FewBits>>(2000, random => random.Between(-99, 99) / 16.0);

    [Fact]
    public void Wide_intervals_are_narrow() => Narrow<WideInterval>(Rational.PowerOfTwo(-96));

    [Fact]
    public void Fixed_intervals_are_narrow() => Narrow<FixedInterval<Bits640>>(Rational.PowerOfTwo(-500));

    [Fact]
    public void Infinite_numbers_certify_nothing()
    {
        var beyond = WideInterval.FromDouble(double.MaxValue) * WideInterval.FromDouble(8);
        var unbounded = WideInterval.Around(WideInterval.FromDouble(0), 1e300);
        foreach (var value in new[] { beyond, beyond - beyond, beyond * WideInterval.FromDouble(0), WideInterval.Enclose(Rational.PowerOfTwo(2000)) })
        {
            Assert.False(value.IsInside(unbounded));
            Assert.False(value.Magnitude < double.MaxValue);
        }

        Assert.False((beyond - beyond).ExcludesZero);
        Assert.False(WideInterval.Enclose(Rational.PowerOfTwo(2000)).ExcludesZero);
    }

    // Laws by sampling: the image of elements is an element, and what is claimed about the set is true of its elements.
    private static void Holds<T>(int trials, Func<TestRandom, double> next)
        where T : struct, IEnclosure<T> => PropertyRun.Trials(trials, random =>
        {
            var (x, a) = Draw<T>(random, next);
            var (y, b) = Draw<T>(random, next);
            Contains(x, a, "x");
            Contains(x + y, a + b, "x + y");
            Contains(x - y, a - b, "x - y");
            Contains(x * y, a * b, "x y");
            Contains(-x, -a, "-x");
            Contains(T.MultiplyAdd(x, y, x), (a * b) + a, "x y + x");
            Contains(T.SubtractProduct(x, y, y), b - (a * b), "y - x y");
            Contains(x.ToPoint(), x.RationalizeMidpoint(), "middle");
            if (!a.IsZero && x.ExcludesZero) Contains(T.Reciprocal(x), Rational.One / a, "1/x");
            if (a.IsZero) Assert.False(x.ExcludesZero);
            if (double.IsFinite(x.Magnitude)) Assert.True(Rational.Abs(a) <= Rational.RationalizeExactly(x.Magnitude));
            if (x.IsInside(y)) Contains(y, a, "the set around x");
        });

    private static void Narrow<T>(Rational relative)
        where T : struct, IEnclosure<T> => PropertyRun.Trials(500, random =>
        {
            Rational a = new(random.Between(1, 999), random.Between(1, 99)), b = new(random.Between(1, 999), random.Between(1, 99));
            T x = T.Enclose(a), y = T.Enclose(b);
            foreach (var (value, exact) in new[] { (x + y, a + b), (x * y, a * b), (x - y, a - b), (T.Reciprocal(x), Rational.One / a) })
            {
                // The difference from its own middle is an interval around zero as wide as the value.
                var width = (value - T.Enclose(exact)).Magnitude;
                Assert.True(Rational.RationalizeExactly(width) <= relative * (a + b + (a * b) + 1000), $"{width} around {exact}");
            }

            Assert.True(x.ExcludesZero);
            Assert.True(x.IsInside(T.Around(x, 1e-20)) && !T.Around(x, 1e-20).IsInside(x));
        });

    private static (T Set, Rational Element) Draw<T>(TestRandom random, Func<TestRandom, double> next)
        where T : struct, IEnclosure<T>
    {
        var value = Rational.RationalizeExactly(next(random));
        if (random.Chance(0.3)) value /= 3;
        var set = T.Enclose(value);
        if (random.Chance(0.5)) return (set, value);
        var radius = random.Pick([1e-25, 1e-18, 1e-10, 1e-3, 2.0]) * (random.Chance(0.5) ? 1 : Math.Abs(value.ToDouble()));
        if (!double.IsFinite(radius)) radius = 1;
        set = T.Around(set, radius);
        var exact = Rational.RationalizeExactly(radius);
        return (set, set.RationalizeMidpoint() + (exact * new Rational(random.Pick([-7, -3, 0, 2, 7]), 7)));
    }

    private static void Contains<T>(T set, Rational value, string what)
        where T : struct, IEnclosure<T>
    {
        // value - set holds zero; and the interval of doubles around the set holds the value.
        var difference = T.Enclose(value) - set;
        Assert.False(difference.ExcludesZero, $"{what} does not hold {value.ToDouble()}");
        Interval doubles;
        try
        {
            doubles = set.ToInterval();
        }
        catch (ArgumentException)
        {
            Assert.False(double.IsFinite(set.Magnitude), $"{what} has no interval");
            return;
        }

        if (!double.IsNaN(doubles.Lower) && !double.IsNaN(doubles.Upper)) Assert.True(RandomDoubles.Holds(doubles, value), $"{what}: {doubles} does not hold {value.ToDouble()}");
    }

    internal readonly struct FewBits : IPrecision
    {
        public static int Bits => 6;
    }
}

using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Numbers;

public class LaneBallTests
{
    [Fact]
    public void Every_lane_holds_the_exact_results() => PropertyRun.Trials(1500, random => Holds(random, RandomDoubles.NextModerate));

    // Near overflow and underflow a lane may prove nothing, but never something false.
    [Fact]
    public void Every_lane_is_sound_for_any_doubles() => PropertyRun.Trials(1500, random => Holds(random, RandomDoubles.NextDouble));

    [Fact]
    public void What_is_said_to_lie_inside_does() => PropertyRun.Trials(3000, random =>
    {
        double middle = random.NextModerate(), radius = Math.Abs(middle) * random.Pick([0, 1e-16, 1e-8, 1.0]);
        var shift = middle * random.Pick([0, 1e-16, 3e-16, 1e-8, 0.5]);
        var outer = radius + (Math.Abs(shift) * random.Pick([0.999999, 1.0, 1.000001])) + (Math.Abs(middle) * random.Pick([0, 1.2e-16, 1e-15]));
        LaneBall small = LaneBall.Around(Lanes.FromDouble(middle), Lanes.FromDouble(radius)), large = LaneBall.Around(Lanes.FromDouble(middle + shift), Lanes.FromDouble(outer));
        var distance = Rational.Abs(Rational.RationalizeExactly(middle) - Rational.RationalizeExactly(middle + shift));
        var inside = distance + Rational.RationalizeExactly(radius) < Rational.RationalizeExactly(outer);
        if (small.IsInside(large, 1)) Assert.True(inside);
        Assert.Equal(Math.Abs(middle) > radius, small.ExcludesZero(3));
    });

    [Fact]
    public void Overflow_certifies_nothing()
    {
        var huge = LaneBall.FromDouble(double.MaxValue) * LaneBall.FromDouble(2);
        foreach (var value in new[] { huge, huge - huge, huge * LaneBall.FromDouble(0), LaneBall.Enclose(Interval.Enclose(Rational.PowerOfTwo(1500))) })
        {
            Assert.False(value.IsInside(LaneBall.Around(Lanes.FromDouble(0), Lanes.FromDouble(double.MaxValue)), 0));
            Assert.False(value.Magnitude[0] < double.MaxValue);
        }

        Assert.False((huge - huge).ExcludesZero(0));
    }

    private static void Holds(TestRandom random, Func<TestRandom, double> next)
    {
        var x = Draw(random, next, out var a);
        var y = Draw(random, next, out var b);
        var z = Draw(random, next, out var c);
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            Check(x + y, a[lane] + b[lane], "x + y");
            Check(x - y, a[lane] - b[lane], "x - y");
            Check(-x, -a[lane], "-x");
            Check(x * y, a[lane] * b[lane], "x y");
            Check(LaneBall.MultiplyAdd(x, y, z), (a[lane] * b[lane]) + c[lane], "x y + z");
            Check(LaneBall.SubtractProduct(x, y, z), c[lane] - (a[lane] * b[lane]), "z - x y");
            Check(x.With(lane, y), b[lane], "y");

            void Check(LaneBall ball, Rational exact, string what)
            {
                double middle = ball.Middle[lane], radius = ball.Radius[lane];
                if (!double.IsFinite(middle) || !double.IsFinite(radius))
                {
                    Assert.False(ball.IsInside(LaneBall.Around(Lanes.FromDouble(0), Lanes.FromDouble(double.MaxValue)), lane));
                    return;
                }

                var distance = Rational.Abs(exact - Rational.RationalizeExactly(middle));
                Assert.True(distance <= Rational.RationalizeExactly(radius), $"{what}: {exact.ToDouble()} is not within {radius} of {middle}");
                Assert.True(!double.IsFinite(ball.Magnitude[lane]) || Rational.Abs(exact) <= Rational.RationalizeExactly(ball.Magnitude[lane]));
                Assert.True(RandomDoubles.Holds(ball.ToInterval(lane), exact));
                if (exact.IsZero) Assert.False(ball.ExcludesZero(lane));
            }
        }
    }

    private static LaneBall Draw(TestRandom random, Func<TestRandom, double> next, out Rational[] elements)
    {
        var middles = Enumerable.Range(0, Lanes.Count).Select(_ => next(random)).ToArray();
        var radii = middles.Select(m => random.Chance(0.4) ? 0 : Math.Min(Math.Abs(m), 1e290) * random.Pick([1e-16, 1e-10, 0.5, 1.0])).ToArray();
        elements = [.. middles.Zip(radii, (m, r) => Rational.RationalizeExactly(m) + (Rational.RationalizeExactly(r) * new Rational(random.Pick([-3, -1, 0, 2, 3]), 3)))];
        return LaneBall.Around(Lanes.Of(middles), Lanes.Of(radii));
    }
}

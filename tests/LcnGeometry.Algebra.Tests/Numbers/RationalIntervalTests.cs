using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class RationalIntervalTests
{
    [Fact]
    public void Results_are_the_smallest_enclosures() => PropertyRun.Trials(500, random =>
    {
        RationalInterval x = random.NextInterval(), y = random.NextInterval();
        Rational[] products = [x.Lower * y.Lower, x.Lower * y.Upper, x.Upper * y.Lower, x.Upper * y.Upper];
        Assert.Equal(new RationalInterval(products.Min(), products.Max()), x * y);
        Assert.Equal(new RationalInterval(x.Lower + y.Lower, x.Upper + y.Upper), x + y);
        Assert.Equal(new RationalInterval(x.Lower - y.Upper, x.Upper - y.Lower), x - y);
        if (y.ContainsZero) return;
        Rational[] quotients = [x.Lower / y.Lower, x.Lower / y.Upper, x.Upper / y.Lower, x.Upper / y.Upper];
        Assert.Equal(new RationalInterval(quotients.Min(), quotients.Max()), x / y);
    });

    [Fact]
    public void Powers_and_absolute_values_are_the_smallest_enclosures() => PropertyRun.Trials(300, random =>
    {
        var x = random.NextInterval();
        var exponent = random.Between(0, 5);
        var power = RationalInterval.Pow(x, exponent);
        var ends = new[] { x.Lower, x.Upper }.Concat(x.ContainsZero ? [Rational.Zero] : []).ToArray();
        var values = ends.Select(end => Rational.Pow(end, exponent)).ToArray();
        Assert.Equal(new RationalInterval(values.Min(), values.Max()), power);
        var sizes = ends.Select(Rational.Abs).ToArray();
        Assert.Equal(new RationalInterval(sizes.Min(), sizes.Max()), RationalInterval.Abs(x));
        Assert.Equal((sizes.Min(), sizes.Max()), (x.Mignitude, x.Magnitude));
        var product = RationalInterval.One;
        for (var i = 0; i < exponent; i++) product *= x;
        Assert.True(product.Contains(power));
    });

    [Fact]
    public void Sets_behave_as_sets() => PropertyRun.Trials(300, random =>
    {
        RationalInterval x = random.NextInterval(), y = random.NextInterval();
        var hull = RationalInterval.Hull(x, y);
        Assert.True(hull.Contains(x) && hull.Contains(y));
        var a = Element(random, x);
        Assert.True(x.Contains(a) && x.Contains(x.Midpoint) && x.Contains(new RationalInterval(a)));
        Assert.False(x.Contains(x.Upper + 1) || x.Contains(x.Lower - 1));
        Assert.Equal(x.Contains(Rational.Zero), x.ContainsZero);
        Assert.Equal(x.Intersects(y), y.Intersects(x));
        Assert.Equal((x.Lower.Sign > 0, x.Upper.Sign < 0), (x.IsPositive, x.IsNegative));
        Assert.Equal(x.Width.IsZero, x.IsPoint);
        if (x.Intersects(y))
        {
            var common = x.Intersect(y);
            Assert.True(x.Contains(common) && y.Contains(common));
            Assert.Equal(x.Contains(a) && y.Contains(a), common.Contains(a));
        }
        else
        {
            Assert.False(y.Contains(a));
            Assert.Throws<ArgumentException>(() => x.Intersect(y));
        }
    });

    [Fact]
    public void Rounding_outward_gives_short_endpoints_close_by() => PropertyRun.Trials(300, random =>
    {
        var x = random.NextInterval();
        var bits = random.Between(-70, 70);
        var rounded = x.RoundOutward(bits);
        Assert.True(rounded.Contains(x));
        Assert.True((rounded.Lower * Rational.PowerOfTwo(bits)).IsInteger && (rounded.Upper * Rational.PowerOfTwo(bits)).IsInteger);
        Assert.True(x.Lower - rounded.Lower < Rational.PowerOfTwo(-bits) && rounded.Upper - x.Upper < Rational.PowerOfTwo(-bits));
    });

    [Fact]
    public void Polynomials_may_have_intervals_as_coefficients() => PropertyRun.Trials(100, random =>
    {
        var enclosures = random.NextPolynomial(4, RandomAlgebra.NextInterval);
        var inside = enclosures.Map(interval => Element(random, interval));
        var point = random.NextRational();
        Assert.True(enclosures.Evaluate(point).Contains(inside.Evaluate(point)));
        var square = enclosures * enclosures;
        for (var i = 0; i <= square.Degree; i++) Assert.True(square[i].Contains((inside * inside)[i]));
    });

    [Fact]
    public void Points_intervals_and_refusals()
    {
        RationalInterval point = new Rational(1, 3);
        Assert.Equal("[1/3, 1/3]", point.ToString());
        Assert.Equal("[-1, 2]", new RationalInterval(-1, 2).ToString());
        Assert.True(point == new RationalInterval(new Rational(1, 3)) && point != RationalInterval.One);
        Assert.Contains("[2, 1]", Assert.Throws<ArgumentException>(() => new RationalInterval(2, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<DivideByZeroException>(() => RationalInterval.One / new RationalInterval(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RationalInterval.Pow(point, -1));
        Assert.False(new RationalInterval(-1, 1).IsZero);
        Assert.True(default(RationalInterval).IsZero);
    }

    /// <summary>An element: an end, the middle or one in between.</summary>
    internal static Rational Element(TestRandom random, RationalInterval interval)
    {
        var share = new Rational(random.Between(0, 8), 8);
        return interval.Lower + (share * interval.Width);
    }
}

using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Numbers;

public class RealTests
{
    [Fact]
    public void On_small_integers_the_arithmetic_is_that_of_the_rationals() => PropertyRun.Trials(200, random =>
    {
        int a = random.Between(-1000, 1000), b = random.Between(-1000, 1000), c = 1 << random.Between(0, 20);
        Real x = a, y = b, z = c;
        Rational p = a, q = b, r = c;
        Assert.Equal(((p * q) + (p / r) - q).ToDouble(), ((x * y) + (x / z) - y).Value);
        Assert.Equal((-p).Sign, (-x).Sign);
        Assert.Equal(p.CompareTo(q), x.CompareTo(y));
    });

    [Fact]
    public void Without_rounding_the_laws_of_an_ordered_ring_hold()
    {
        RingLaws.Check<Real>(random => random.Between(-999, 999), integer: random => random.Between(-9999, 9999));
        OrderedRingLaws.Check<Real>(random => random.Between(-999, 999));
    }

    [Fact]
    public void A_polynomial_over_reals_evaluates_like_one_over_rationals()
    {
        var exact = new Polynomial<Rational>(3, -7, 0, 2);
        var real = exact.Map(coefficient => new Real(coefficient.ToDouble()));
        Assert.Equal(exact.Evaluate(5).ToDouble(), real.Evaluate(5).Value);
        Assert.Equal(exact.Derivative().Evaluate(5).ToDouble(), real.Derivative().Evaluate(5).Value);
    }

    [Fact]
    public void Integers_are_rounded_to_nearest()
    {
        Assert.Equal(9007199254740992.0, Real.FromInteger(9007199254740993L).Value);
        Assert.Equal(9007199254740996.0, Real.FromInteger(9007199254740995L).Value);
        Assert.Equal(double.PositiveInfinity, Real.FromInteger(BigInteger.Pow(10, 400)).Value);
    }

    [Fact]
    public void Zero_is_one_element_and_divides_nothing()
    {
        Assert.Equal(Real.Zero, new Real(-0.0));
        Assert.Equal(Real.Zero.GetHashCode(), new Real(-0.0).GetHashCode());
        Assert.True(new Real(-0.0).IsZero);
        Assert.Throws<DivideByZeroException>(() => Real.One / new Real(-0.0));
    }

    [Fact]
    public void Text_does_not_depend_on_the_culture() => Assert.Equal("-0.5", Cultures.Same(() => new Real(-0.5).ToString()));
}

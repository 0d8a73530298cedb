using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public class RealAlgebraicNumberTests
{
    private static readonly Polynomial<Rational> SquareMinusTwo = new(-2, 0, 1);

    [Fact]
    public void Square_roots_of_two_are_what_they_are()
    {
        var roots = RealRoots.Isolate(SquareMinusTwo);
        Assert.Equal([-Math.Sqrt(2), Math.Sqrt(2)], roots.Select(root => root.Value.ToDouble()));
        var positive = roots[1].Value;
        Assert.False(positive.IsRational);
        Assert.Null(positive.RationalValue);
        Assert.Equal(1, positive.Sign);
        Assert.Equal(0, positive.SignOf(new Polynomial<Rational>(-4, 0, 0, 0, 1)));
        Assert.Equal(-1, positive.SignOf(new Polynomial<Rational>(-3, 2)));
        Assert.Equal(1, positive.SignOf(new Polynomial<Rational>(-2, 0, 0, 1)));
        Assert.Equal("1.4142135623730951...", positive.ToString());
        var narrow = positive.Refine(Rational.PowerOfTwo(-200));
        Assert.True(narrow.Width <= Rational.PowerOfTwo(-200));
        Assert.True((narrow.Lower * narrow.Lower) < 2 && (narrow.Upper * narrow.Upper) > 2);
    }

    [Fact]
    public void Equal_numbers_with_different_polynomials_are_equal()
    {
        var first = RealRoots.Isolate(SquareMinusTwo)[1].Value;
        var second = RealRoots.Isolate(SquareMinusTwo * new Polynomial<Rational>(-3, 0, 0, 1))[1].Value;
        Assert.NotEqual(first.DefiningPolynomial, second.DefiningPolynomial);
        Assert.True(first == second);
        Assert.Equal(0, first.CompareTo(second));
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.True(first != RealRoots.Isolate(SquareMinusTwo)[0].Value);
        Assert.True(first.CompareTo(null) > 0);
    }

    [Fact]
    public void Rational_roots_are_recognized()
    {
        // (3x - 1)(x^2 - 2)(7x + 22)
        var product = new Polynomial<Rational>(-1, 3) * SquareMinusTwo * new Polynomial<Rational>(22, 7);
        var roots = RealRoots.Isolate(product);
        Assert.Equal([new Rational(-22, 7), null, new Rational(1, 3), null], roots.Select(root => root.Value.RationalValue));
        Assert.Equal(new Polynomial<Integer>(-2, 0, 1), roots[1].Value.DefiningPolynomial);
        Assert.Equal(RealAlgebraicNumber.FromRational(new Rational(1, 3)), roots[2].Value);
    }

    [Fact]
    public void Order_agrees_with_rational_order() => PropertyRun.Trials(200, random =>
    {
        Rational a = RandomForms.Number(random), b = RandomForms.Number(random);
        RealAlgebraicNumber left = RealAlgebraicNumber.FromRational(a), right = RealAlgebraicNumber.FromRational(b);
        Assert.Equal(a.CompareTo(b), left.CompareTo(right));
        Assert.Equal(a == b, left == right);
        Assert.Equal(a.ToDouble(), left.ToDouble());
    });

    [Fact]
    public void Any_two_roots_compare_as_their_enclosures_do() => PropertyRun.Trials(60, random =>
    {
        // Three polynomials that share factors, so that equal numbers come with different polynomials.
        Polynomial<Integer>[] factors = [.. Enumerable.Range(0, 3).Select(_ => RandomPolynomials.Dense(random, random.Between(1, 4), 5))];
        var numbers = new[] { factors[0] * factors[1], factors[1] * factors[2], factors[0] * factors[2] }
            .SelectMany(product => RealRoots.Isolate(product.Map(Rational.FromInteger))).Select(root => root.Value).ToList();
        var enclosures = numbers.Select(number => number.Refine(Rational.PowerOfTwo(-300))).ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            for (var j = 0; j < numbers.Count; j++)
            {
                // Roots of these sizes differ by far more than 2^-300 or not at all.
                var expected = enclosures[i].Intersects(enclosures[j]) ? 0 : enclosures[i].Lower.CompareTo(enclosures[j].Lower);
                Assert.Equal(expected, numbers[i].CompareTo(numbers[j]));
                Assert.Equal(expected == 0, numbers[i] == numbers[j]);
                if (expected == 0) Assert.Equal(numbers[i].GetHashCode(), numbers[j].GetHashCode());
            }
        }
    });

    [Fact]
    public void Signs_of_polynomials_agree_with_narrow_enclosures_and_zeros_are_recognized() => PropertyRun.Trials(150, random =>
    {
        Polynomial<Integer> first = RandomPolynomials.Any(random, 5), second = RandomPolynomials.Dense(random, 3, 4);
        foreach (var (number, _) in RealRoots.Isolate((first * second).Map(Rational.FromInteger)))
        {
            var other = RandomPolynomials.Dense(random, 4, 6);
            Assert.Equal(0, number.SignOf((other * first * second).Map(Rational.FromInteger)));
            Assert.Equal(number.SignOf(first.Map(Rational.FromInteger)) == 0, number.SignOf((first * first).Map(Rational.FromInteger)) == 0);
            var sign = number.SignOf(other.Map(Rational.FromInteger));
            var enclosure = number.Refine(Rational.PowerOfTwo(-400));
            var value = other.Map(c => new RationalInterval(c)).Evaluate(enclosure);
            Assert.True(sign == 0 ? value.ContainsZero : sign > 0 ? value.IsPositive : value.IsNegative, $"sign {sign}, value {value.Lower.ToDouble()}");
        }
    });

    [Fact]
    public void The_nearest_double_is_nearest() => PropertyRun.Trials(150, random =>
    {
        foreach (var (number, _) in RealRoots.Isolate(RandomPolynomials.Any(random, 6).Map(Rational.FromInteger)))
        {
            var nearest = number.ToDouble();
            if (!double.IsFinite(nearest)) continue;
            Rational below = Rational.RationalizeExactly(Math.BitDecrement(nearest)), here = Rational.RationalizeExactly(nearest), above = Rational.RationalizeExactly(Math.BitIncrement(nearest));
            Assert.True(number.CompareTo((below + here) / 2) >= 0);
            Assert.True(number.CompareTo((here + above) / 2) <= 0);
        }
    });

    [Fact]
    public void Doubles_at_the_ends_of_their_range()
    {
        static double Cube(Rational value) => RealRoots.Isolate(new Polynomial<Rational>(-value, 0, 0, 1))[0].Value.ToDouble();
        Assert.Equal(double.PositiveInfinity, Cube(2 * Rational.PowerOfTwo(3 * 1024)));
        Assert.Equal(0.0, Cube(2 * Rational.PowerOfTwo(-3 * 1100)));
        Assert.Equal(double.Epsilon, Cube(2 * Rational.PowerOfTwo(-3 * 1075)));
        Assert.Equal(-Math.Pow(2, -1022) * Math.Cbrt(2), Cube(-2 * Rational.PowerOfTwo(-3 * 1022)), 1e-320);
    }

    [Fact]
    public void Rational_roots_are_always_recognized() => PropertyRun.Trials(150, random =>
    {
        var root = new Rational(random.Between(-5000, 5000), random.Between(1, 5000));
        var polynomial = new Polynomial<Rational>(-root, 1) * RandomPolynomials.Dense(random, random.Between(0, 6), 12).Map(Rational.FromInteger);
        Assert.Contains(RealRoots.Isolate(polynomial), found => found.Value.RationalValue == root);
    });

    [Fact]
    public void Refinement_keeps_the_root_and_the_width() => PropertyRun.Trials(100, random =>
    {
        foreach (var (number, _) in RealRoots.Isolate(RandomPolynomials.Any(random, 7).Map(Rational.FromInteger)))
        {
            var bits = random.Between(-5, 400);
            var enclosure = number.Refine(Rational.PowerOfTwo(-bits));
            Assert.True(enclosure.Width <= Rational.PowerOfTwo(-bits));
            Assert.True(number.Interval.Contains(enclosure));
            if (enclosure.IsPoint) Assert.Equal(0, SignAt.Rational(number.DefiningPolynomial, enclosure.Lower));
            else Assert.Equal(-1, SignAt.Rational(number.DefiningPolynomial, enclosure.Lower) * SignAt.Rational(number.DefiningPolynomial, enclosure.Upper));
        }
    });

    [Fact]
    public void A_width_must_be_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RealAlgebraicNumber.FromRational(1).Refine(0));
}

using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

/// <summary>The steps that certified roots rest on, each against exact rational arithmetic.</summary>
public class RootEnclosureStepsTests
{
    [Fact]
    public void Value_bounds_hold_and_are_sharp_to_the_claimed_units() => PropertyRun.Trials(150, random =>
    {
        var degree = random.Between(1, 25);
        var polynomial = Random(random, degree);
        var bits = random.Between(40, 200);
        var point = Point(random, bits);
        var value = new FixedPointEvaluation(polynomial, point, bits);
        var (re, im) = Exact(polynomial, point);
        var bound = value.ValueBound.UpperLog2;
        Assert.True((re * re) + (im * im) <= Rational.PowerOfTwo(2 * bound));

        // Above 64 units, of 2^-bits of the largest term each, the bound may not be far above the value.
        var unit = polynomial.Coefficients.ToArray().Select((c, i) => c.IsZero ? int.MinValue : c.BitLength + (i * (point.Exponent + 2))).Max() - bits;
        if (bound > unit + 6) Assert.True((re * re) + (im * im) >= Rational.PowerOfTwo(2 * (bound - 3)));
    });

    [Fact]
    public void Newton_discs_hold_a_root() => PropertyRun.Trials(100, random =>
    {
        var roots = Enumerable.Range(0, random.Between(1, 8)).Select(_ => new Rational(random.Between(-20, 20), random.Between(1, 6))).Distinct().ToArray();
        var polynomial = PolynomialContent.Of(TestForms.Product(roots.Select(TestForms.Root)).Dehomogenize()).Primitive;
        var bits = random.Between(60, 120);
        var near = random.Pick(roots) + new Rational(random.Between(1, 1000), (Integer)1 << random.Between(5, 60));
        var point = new DyadicComplex((BigInteger)Rational.Floor(near * Rational.PowerOfTwo(100)), random.Between(0, 1) * BigInteger.Pow(2, random.Between(0, 90)), 100);
        if (point.Exponent == DyadicComplex.ExponentOfZero) return;
        point = point.RoundedTo(bits);
        if (new FixedPointEvaluation(polynomial, point, bits).NewtonRadius() is not { } radius) return;
        var (re, im) = Parts(point);
        Assert.Contains(roots, root => ((re - root) * (re - root)) + (im * im) <= Rational.PowerOfTwo(2 * radius));
    });

    [Fact]
    public void Isolated_balls_hold_the_known_roots_one_each() => PropertyRun.Trials(60, random =>
    {
        var real = Enumerable.Range(0, random.Between(0, 5)).Select(_ => new Rational(random.Between(-60, 60), random.Between(1, 9))).Where(root => !root.IsZero).Distinct().ToArray();
        var pairs = Enumerable.Range(0, random.Between(real.Length == 0 ? 1 : 0, 3)).Select(_ => (Re: new Rational(random.Between(-9, 9), 2), Im: new Rational(random.Between(1, 1000), 1000))).Distinct().ToArray();
        var form = TestForms.Product([.. real.Select(TestForms.Root), .. pairs.Select(pair => TestForms.Pair(pair.Re, pair.Im))]);
        var polynomial = PolynomialContent.Of(form.Dehomogenize()).Primitive;
        var balls = RootIsolation.Isolate(polynomial, CancellationToken.None);
        Assert.Equal(real.Length, balls.Count(ball => ball.IsReal));
        Assert.Equal(pairs.Length, balls.Count(ball => !ball.IsReal));
        foreach (var ball in balls.Concat(balls.Select(ball => RootRefinement.Refine(polynomial, ball, -300, CancellationToken.None))))
        {
            var (re, im) = Parts(ball.Center);
            bool Near(Rational x, Rational y) => ((x - re) * (x - re)) + ((y - im) * (y - im)) <= Rational.PowerOfTwo(2 * ball.RadiusExponent);
            Assert.Single(ball.IsReal ? real.Select(root => (root, Rational.Zero)) : pairs.Select(pair => (pair.Re, pair.Im)), root => Near(root.Item1, root.Item2));
        }

        Assert.All(balls, ball => Assert.True(RootRefinement.Refine(polynomial, ball, -300, CancellationToken.None).RadiusExponent <= -300));
    });

    [Fact]
    public void Rounding_keeps_the_bits_asked_for_also_after_a_carry() => PropertyRun.Trials(200, random =>
    {
        var point = new DyadicComplex(random.Chance(0.3) ? (BigInteger.One << 80) - 1 : random.Bits(80), random.Bits(random.Between(1, 80)), random.Between(-50, 50));
        if (point.Exponent == DyadicComplex.ExponentOfZero) return;
        var bits = random.Between(4, 70);
        var rounded = point.RoundedTo(bits);
        Assert.True(rounded.Scale <= bits - 2 - rounded.Exponent);
        Assert.True((point - rounded).Exponent <= point.Exponent - bits + 3);
        Assert.Equal(rounded, rounded.RoundedTo(bits));
    });

    [Fact]
    public void Magnitudes_bound_products_of_any_size() => PropertyRun.Trials(100, random =>
    {
        var product = Magnitude.One;
        Rational exact = 1;
        for (var k = 0; k < 40; k++)
        {
            BigInteger factor = random.Bits(random.Between(2, 200)) | 1;
            var shift = random.Between(-300, 300);
            var magnitude = Magnitude.Of(factor, BigInteger.Zero, shift);
            var value = Rational.Abs((Rational)(Integer)factor) * Rational.PowerOfTwo(shift);
            (product, exact) = random.Chance(0.5) ? (product * magnitude, exact * value) : (product / magnitude, exact / value);
        }

        Assert.True(exact <= Rational.PowerOfTwo(product.UpperLog2));
        Assert.True(exact * 4 >= Rational.PowerOfTwo(product.UpperLog2));
    });

    private static Polynomial<Integer> Random(TestRandom random, int degree)
    {
        var coefficients = Enumerable.Range(0, degree + 1).Select(_ => random.Chance(0.2) ? Integer.Zero : (Integer)random.Bits(random.Between(1, 150))).ToArray();
        if (coefficients[^1].IsZero) coefficients[^1] = 1;
        return new Polynomial<Integer>(coefficients);
    }

    private static DyadicComplex Point(TestRandom random, int bits) =>
        new DyadicComplex(random.Bits(bits) | 1, random.Chance(0.3) ? 0 : random.Bits(random.Between(1, bits)), random.Between(-60, 250)).RoundedTo(bits);

    private static (Rational Re, Rational Im) Parts(DyadicComplex point) =>
        ((Rational)(Integer)point.Re * Rational.PowerOfTwo(-point.Scale), (Rational)(Integer)point.Im * Rational.PowerOfTwo(-point.Scale));

    private static (Rational Re, Rational Im) Exact(Polynomial<Integer> polynomial, DyadicComplex point)
    {
        var (x, y) = Parts(point);
        Rational re = 0, im = 0;
        for (var i = polynomial.Degree; i >= 0; i--) (re, im) = ((re * x) - (im * y) + polynomial[i], (re * y) + (im * x));
        return (re, im);
    }
}

using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>Outward rounding: results of operations on squares contain the exact results on elements, which are computed with rationals.</summary>
public class ComplexSquareTests
{
    [Fact]
    public void Sums_differences_and_products_contain_those_of_elements() => PropertyRun.Trials(4000, random =>
    {
        var bits = random.Pick([8, 40, 200]);
        var (a, x) = Next(random, bits);
        var (b, y) = Next(random, bits);
        Contains(a + b, (x.Re + y.Re, x.Im + y.Im));
        Contains(a - b, (x.Re - y.Re, x.Im - y.Im));
        Contains(a * b, ((x.Re * y.Re) - (x.Im * y.Im), (x.Re * y.Im) + (x.Im * y.Re)));
        Contains(a.Times(7), (7 * x.Re, 7 * x.Im));
        Contains(a.WithBits(bits + 13), x);
        if (a.IsDisjointFrom(b)) Assert.NotEqual(x, y);
        if (a.ExcludesZero) Assert.False(x.Re.IsZero && x.Im.IsZero);
        Assert.True(Rational.Abs(x.Re) + Rational.Abs(x.Im) <= Units(a.Sum, bits));
        Assert.True(Rational.Abs(x.Re) <= Units(a.Largest, bits) && Rational.Abs(x.Im) <= Units(a.Largest, bits));
    });

    [Fact]
    public void Inverses_contain_those_of_elements()
    {
        var found = 0;
        PropertyRun.Trials(4000, random =>
        {
            var (a, x) = Next(random, random.Pick([20, 60, 200]));
            if (a.Inverse() is not { } inverse) return;
            found++;
            var norm = (x.Re * x.Re) + (x.Im * x.Im);
            Contains(inverse, (x.Re / norm, -x.Im / norm));
        });
        Assert.True(found > 100);
    }

    [Fact]
    public void Rationals_are_enclosed_in_a_unit_and_exactly_if_they_can_be() => PropertyRun.Trials(500, random =>
    {
        var value = random.NextRational();
        var square = ComplexSquare.Of(value, 50);
        Contains(square, (value, 0));
        Assert.True(square.Radius <= 1);
        Assert.Equal(50 >= value.Denominator.BitLength - 1 && value.Denominator == Integer.One << (value.Denominator.BitLength - 1), square.Radius.IsZero);
    });

    [Fact]
    public void Forms_with_a_multiple_root_are_never_certain_and_others_are_with_enough_digits() => PropertyRun.Trials(60, random =>
    {
        var degree = random.Between(2, 7);
        var roots = Enumerable.Range(0, degree).Select(i => new Rational((5 * i) + random.Between(-2, 2), random.Between(3, 4))).Distinct().ToList();
        Polynomial<Rational> form = Polynomial<Rational>.One;
        foreach (var root in roots) form *= new Polynomial<Rational>(-root, 1);
        var size = roots.Count + 1;
        var infinity = random.Chance(0.3) ? 1 : 0;
        Assert.True(SquarefreeForm.IsCertain(Squares(form, size + infinity)));

        var near = new Polynomial<Rational>(-(roots[0] + Rational.PowerOfTwo(-random.Between(1, 50))), 1);
        Assert.True(SquarefreeForm.IsCertain(Squares(form * near, size + 1 + infinity)));
        Assert.False(SquarefreeForm.IsCertain(Squares(form * new Polynomial<Rational>(-roots[0], 1), size + 1 + infinity)));
        Assert.False(SquarefreeForm.IsCertain(Squares(form, size + 2)));
        Assert.False(SquarefreeForm.IsCertain(Squares(Polynomial<Rational>.Zero, size)));
        Assert.False(SquarefreeForm.IsCertain(Squares(form * Polynomial<Rational>.X * Polynomial<Rational>.X, size + 2)));
    });

    [Fact]
    public void Approximate_inverses_have_small_defects_and_singular_matrices_large_ones() => PropertyRun.Trials(60, random =>
    {
        var n = random.Between(1, 6);
        var entries = new ComplexSquare[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) entries[i, j] = ComplexSquare.Of(new Rational(random.Between(-99, 99), 7), 160);
        }

        if (n > 1 && random.Chance(0.5))
        {
            for (var j = 0; j < n; j++) entries[n - 1, j] = entries[0, j].Times(2);
            if (ApproximateInverse.Of(ApproximateInverse.CentersOf(entries)) is not { } useless) return;
            Assert.Contains(ApproximateInverse.Defect(useless, entries).Cast<BigInteger>(), entry => entry >= BigInteger.One << 150);
        }
        else if (ApproximateInverse.Of(ApproximateInverse.CentersOf(entries)) is { } inverse)
        {
            Assert.All(ApproximateInverse.Defect(inverse, entries).Cast<BigInteger>(), entry => Assert.True(entry < BigInteger.One << 100));
        }
    });

    private static ComplexSquare[] Squares(Polynomial<Rational> form, int size) => [.. form.CoefficientsPadded(size).Select(c => ComplexSquare.Of(c, 400))];

    /// <summary>A square and an element of it: often a corner, often on an axis, often a point.</summary>
    private static (ComplexSquare Square, (Rational Re, Rational Im) Element) Next(TestRandom random, int bits)
    {
        var length = random.Between(1, bits + 10);
        var center = new FixedComplex(random.Bits(length), random.Chance(0.3) ? 0 : random.Bits(length), bits);
        var radius = random.Chance(0.3) ? BigInteger.Zero : BigInteger.Abs(random.Bits(random.Between(1, bits)));
        return (new ComplexSquare(center, radius), (Units(center.Re, bits) + Offset(), Units(center.Im, bits) + Offset()));

        Rational Offset() => Units(radius, bits) * (random.Chance(0.5) ? random.Pick([-1, 0, 1]) : new Rational(random.Between(-1000, 1000), 1000));
    }

    private static void Contains(ComplexSquare square, (Rational Re, Rational Im) element)
    {
        var (bits, radius) = (square.Center.Bits, Units(square.Radius, square.Center.Bits));
        Assert.True(Rational.Abs(element.Re - Units(square.Center.Re, bits)) <= radius);
        Assert.True(Rational.Abs(element.Im - Units(square.Center.Im, bits)) <= radius);
    }

    private static Rational Units(BigInteger units, int bits) => (Rational)(Integer)units * Rational.PowerOfTwo(-bits);
}

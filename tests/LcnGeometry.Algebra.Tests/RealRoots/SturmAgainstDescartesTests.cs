using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Two independent routes to the same counts and intervals.</summary>
public class SturmAgainstDescartesTests
{
    [Fact]
    public void Both_count_the_same_distinct_roots() => PropertyRun.Trials(800, random =>
    {
        var polynomial = RandomPolynomials.Any(random, 14);
        Assert.Equal(new SturmSequence(polynomial).CountRealRoots(), DescartesIsolation.Count(polynomial));
    });

    [Fact]
    public void Both_count_the_same_roots_with_multiplicity() => PropertyRun.Trials(300, random =>
    {
        var polynomial = RandomPolynomials.Any(random, 10);
        Assert.Equal(SturmSequence.CountWithMultiplicity(polynomial), DescartesIsolation.CountWithMultiplicity(polynomial));
    });

    [Fact]
    public void Both_count_the_same_roots_in_any_interval() => PropertyRun.Trials(400, random =>
    {
        var polynomial = RandomPolynomials.Any(random, 9);
        var sturm = new SturmSequence(polynomial);
        Rational? lower = RandomEnd(random, polynomial), upper = RandomEnd(random, polynomial);
        if (lower > upper) (lower, upper) = (upper, lower);
        Assert.Equal(sturm.CountRealRoots(lower, upper), DescartesIsolation.Count(polynomial, lower, upper));
    });

    [Fact]
    public void An_interval_holds_its_upper_end_only()
    {
        var polynomial = new Polynomial<Integer>(0, -2, 3, -1); // -x (x - 1) (x - 2)
        foreach (var count in new Func<Rational?, Rational?, int>[] { new SturmSequence(polynomial).CountRealRoots, (a, b) => DescartesIsolation.Count(polynomial, a, b) })
        {
            Assert.Equal(1, count(0, 1));
            Assert.Equal(2, count(0, 2));
            Assert.Equal(3, count(-1, 2));
            Assert.Equal(0, count(1, 1));
            Assert.Equal(1, count(null, 0));
            Assert.Equal(1, count(1, null));
            Assert.Equal(3, count(null, null));
            Assert.Throws<ArgumentException>(() => count(2, 1));
        }
    }

    [Fact]
    public void The_zero_polynomial_has_no_count()
    {
        var zero = Polynomial<Integer>.Zero;
        Assert.Throws<ZeroPolynomialException>(() => new SturmSequence(zero));
        Assert.Throws<ZeroPolynomialException>(() => SturmSequence.CountWithMultiplicity(zero));
        Assert.Throws<ZeroPolynomialException>(() => DescartesIsolation.Count(zero));
        Assert.Throws<ZeroPolynomialException>(() => DescartesIsolation.Count(zero, 0, 1));
        Assert.Throws<ZeroPolynomialException>(() => DescartesIsolation.CountWithMultiplicity(zero));
        Assert.Throws<ZeroPolynomialException>(() => DescartesIsolation.Isolate(zero));
        Assert.Throws<ZeroPolynomialException>(() => RealRoots.Count(Polynomial<Rational>.Zero));
        Assert.Throws<ZeroPolynomialException>(() => RealRoots.CountWithMultiplicity(Polynomial<Rational>.Zero));
        Assert.Throws<ZeroPolynomialException>(() => RealRoots.Isolate(Polynomial<Rational>.Zero));
    }

    [Fact]
    public void A_constant_has_no_root()
    {
        var constant = new Polynomial<Integer>(-7);
        Assert.Equal(0, DescartesIsolation.Count(constant));
        Assert.Equal(0, DescartesIsolation.Count(constant, -1, 1));
        Assert.Equal(0, new SturmSequence(constant).CountRealRoots());
        Assert.Empty(new SturmSequence(constant).Isolate());
        Assert.Empty(DescartesIsolation.Isolate(constant));
        Assert.Empty(RealRoots.Isolate(new Polynomial<Rational>(new Rational(1, 3))));
    }

    [Fact]
    public void Isolating_intervals_of_Descartes_hold_one_root_each_by_Sturm() => PropertyRun.Trials(400, random =>
    {
        var polynomial = RandomPolynomials.Any(random, 11);
        var sturm = new SturmSequence(polynomial);
        CheckIsolation(polynomial, sturm, DescartesIsolation.Isolate(polynomial));
    });

    [Fact]
    public void Isolating_intervals_of_Sturm_hold_one_root_each() => PropertyRun.Trials(100, random =>
    {
        var polynomial = RandomPolynomials.Any(random, 8);
        var sturm = new SturmSequence(polynomial);
        CheckIsolation(polynomial, sturm, sturm.Isolate());
    });

    /// <summary>Nothing, a small rational number, or a place near a root or on one.</summary>
    private static Rational? RandomEnd(TestRandom random, Polynomial<Integer> polynomial)
    {
        if (random.Chance(0.2)) return null;
        if (random.Chance(0.4)) return RandomForms.Number(random);
        var intervals = DescartesIsolation.Isolate(polynomial);
        return intervals.IsEmpty ? Rational.Zero : random.Chance(0.5) ? random.Pick(intervals).Lower : random.Pick(intervals).Upper;
    }

    private static void CheckIsolation(Polynomial<Integer> polynomial, SturmSequence sturm, IReadOnlyList<RationalInterval> intervals)
    {
        Assert.Equal(sturm.CountRealRoots(), intervals.Count);
        for (var i = 0; i < intervals.Count; i++)
        {
            var interval = intervals[i];
            if (i > 0) Assert.True(intervals[i - 1].Upper <= interval.Lower, $"{intervals[i - 1]} and {interval} overlap.");
            if (interval.IsPoint)
            {
                Assert.Equal(0, SignAt.Rational(polynomial, interval.Lower));
                continue;
            }

            Assert.Equal(1, sturm.CountRealRoots(interval.Lower, interval.Upper));
            Assert.NotEqual(0, SignAt.Rational(polynomial, interval.Lower));
            Assert.NotEqual(0, SignAt.Rational(polynomial, interval.Upper));
        }
    }
}

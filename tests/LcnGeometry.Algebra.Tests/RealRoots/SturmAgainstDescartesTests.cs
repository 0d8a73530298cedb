using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Two independent routes to the same counts and intervals.</summary>
public class SturmAgainstDescartesTests
{
    [Fact]
    public void Both_count_the_same_distinct_roots() => PropertyRun.Trials(1500, random =>
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

using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>What every Euclidean domain owes beyond a domain: division with remainder that ends, and greatest common divisors.</summary>
public static class EuclideanLaws
{
    /// <inheritdoc cref="DomainLaws.Check"/>
    public static void Check<T>(Func<TestRandom, T> next, T? nonUnit = default, int trials = 200,
        [CallerMemberName] string member = "", [CallerFilePath] string file = "")
        where T : IEuclideanDomain<T> =>
        PropertyRun.Trials(trials, random => CheckOnce(next, nonUnit, random), member, file);

    private static void CheckOnce<T>(Func<TestRandom, T> next, T? nonUnit, TestRandom random)
        where T : IEuclideanDomain<T>
    {
        DomainLaws.CheckOnce(next, nonUnit, random);
        var (x, y, z) = (next(random), next(random), next(random));
        Assert.Throws<DivideByZeroException>(() => T.DivideWithRemainder(x, T.Zero));
        if (!y.IsZero)
        {
            var (quotient, remainder) = T.DivideWithRemainder(x, y);
            Assert.Equal(x, (quotient * y) + remainder);
            Assert.True(T.DivideWithRemainder(remainder, y).Quotient.IsZero);
            Assert.True(T.DivideWithRemainder(x * y, y).Remainder.IsZero);
        }

        var gcd = T.GreatestCommonDivisor(x, y);
        Assert.Equal(x.IsZero && y.IsZero, gcd.IsZero);
        Assert.Equal(gcd, T.GreatestCommonDivisor(y, x));
        Assert.Equal(gcd, T.GreatestCommonDivisor(x + (z * y), y));
        Assert.Equal(gcd, T.GreatestCommonDivisor(-x, y));
        Assert.Equal(gcd, Euclid(x, y));
        if (gcd.IsZero) return;
        Assert.Equal(T.GreatestCommonDivisor(T.DivideExactly(x, gcd), T.DivideExactly(y, gcd)), T.GreatestCommonDivisor(T.One, T.Zero));
        if (!z.IsZero) T.DivideExactly(T.GreatestCommonDivisor(x * z, y * z), z);
    }

    /// <summary>The textbook algorithm, brought to the ring's normal form.</summary>
    private static T Euclid<T>(T x, T y)
        where T : IEuclideanDomain<T>
    {
        while (!y.IsZero) (x, y) = (y, T.DivideWithRemainder(x, y).Remainder);
        return T.GreatestCommonDivisor(x, T.Zero);
    }
}

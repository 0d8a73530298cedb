using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>What every integral domain owes beyond a ring: no zero divisors, and exact division.</summary>
public static class DomainLaws
{
    /// <inheritdoc cref="RingLaws.Check"/>
    /// <param name="nonUnit">An element that does not divide one; none in a field.</param>
    public static void Check<T>(Func<TestRandom, T> next, T? nonUnit = default, int trials = 200,
        [CallerMemberName] string member = "", [CallerFilePath] string file = "")
        where T : IIntegralDomain<T> =>
        PropertyRun.Trials(trials, random => CheckOnce(next, nonUnit, random), member, file);

    internal static void CheckOnce<T>(Func<TestRandom, T> next, T? nonUnit, TestRandom random)
        where T : IIntegralDomain<T>
    {
        RingLaws.CheckOnce(next, random);
        var (x, y) = (next(random), next(random));
        Assert.Equal(x.IsZero || y.IsZero, (x * y).IsZero);
        Assert.Throws<DivideByZeroException>(() => T.DivideExactly(x, T.Zero));
        Assert.Equal(x, T.DivideExactly(x, T.One));
        if (y.IsZero) return;
        Assert.Equal(x, T.DivideExactly(x * y, y));
        Assert.Equal(T.Zero, T.DivideExactly(T.Zero, y));
        if (nonUnit is null || nonUnit.IsZero) return;
        var error = Assert.Throws<InexactDivisionException>(() => T.DivideExactly((x * nonUnit) + T.One, nonUnit));
        Assert.Equal((x * nonUnit) + T.One, error.Dividend);
        Assert.Equal(nonUnit, error.Divisor);
    }
}

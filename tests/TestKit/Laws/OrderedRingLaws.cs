using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>What every ordered ring owes: a total order that sums and products of positive elements respect.</summary>
public static class OrderedRingLaws
{
    /// <inheritdoc cref="RingLaws.Check"/>
    public static void Check<T>(Func<TestRandom, T> next, int trials = 200, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
        where T : IOrderedRing<T> =>
        PropertyRun.Trials(trials, random => CheckOnce(next, random), member, file);

    private static void CheckOnce<T>(Func<TestRandom, T> next, TestRandom random)
        where T : IOrderedRing<T>
    {
        T[] sorted = [next(random), next(random), next(random)];
        var (x, y, z) = (sorted[0], sorted[1], sorted[2]);
        Assert.Equal(0, x.CompareTo(x));
        Assert.Equal(Math.Sign(x.CompareTo(y)), -Math.Sign(y.CompareTo(x)));
        Assert.Equal(x.Equals(y), x.CompareTo(y) == 0);
        Assert.Equal((x - y).Sign, Math.Sign(x.CompareTo(y)));
        Assert.Equal(x.Sign, Math.Sign(x.CompareTo(T.Zero)));
        Assert.Equal(Math.Sign(x.CompareTo(y)), Math.Sign((x + z).CompareTo(y + z)));
        Assert.Equal(x.Sign * y.Sign, (x * y).Sign);
        Assert.Equal(-x.Sign, (-x).Sign);
        Assert.Equal(1, T.One.Sign);
        Assert.True(x.CompareTo(x + T.One) < 0);
        Array.Sort(sorted);
        Assert.True(sorted[0].CompareTo(sorted[1]) <= 0 && sorted[1].CompareTo(sorted[2]) <= 0 && sorted[0].CompareTo(sorted[2]) <= 0);
    }
}

using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>What every field owes beyond a domain: inverses.</summary>
public static class FieldLaws
{
    /// <inheritdoc cref="RingLaws.Check"/>
    public static void Check<T>(Func<TestRandom, T> next, int trials = 200, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
        where T : IField<T> =>
        PropertyRun.Trials(trials, random => CheckOnce(next, random), member, file);

    private static void CheckOnce<T>(Func<TestRandom, T> next, TestRandom random)
        where T : IField<T>
    {
        DomainLaws.CheckOnce(next, default, random);
        var (x, y, z) = (next(random), next(random), next(random));
        Assert.Throws<DivideByZeroException>(() => x / T.Zero);
        if (y.IsZero) return;
        Assert.Equal(T.One, y * (T.One / y));
        Assert.Equal(T.One, y / y);
        Assert.Equal(y, T.One / (T.One / y));
        Assert.Equal(x, (x / y) * y);
        Assert.Equal(x / y, T.DivideExactly(x, y));
        Assert.Equal((x + z) / y, (x / y) + (z / y));
        if (!z.IsZero) Assert.Equal((x / y) / z, x / (y * z));
    }
}

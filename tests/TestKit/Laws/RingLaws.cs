using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>What every ring owes: the axioms, equality that agrees with hashing, and operands that stay as they were.</summary>
public static class RingLaws
{
    /// <summary>Checks the laws on random elements; a failure prints the seed and the command that replays it.</summary>
    /// <param name="next">Draws an element, corners included; the same generator state gives the same element.</param>
    /// <param name="trials">At effort 1.</param>
    /// <param name="integer">Draws an integer to be mapped into the ring; by default of any size.</param>
    public static void Check<T>(Func<TestRandom, T> next, int trials = 200, Func<TestRandom, Integer>? integer = null, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
        where T : IRing<T> =>
        PropertyRun.Trials(trials, random => CheckOnce(next, random, integer), member, file);

    internal static void CheckOnce<T>(Func<TestRandom, T> next, TestRandom random, Func<TestRandom, Integer>? integer = null)
        where T : IRing<T>
    {
        var seed = random.Next();
        var (x, y, z) = Draw(next, seed);
        Addition(x, y, z);
        Multiplication(x, y, z);
        Equality(x, y);
        Integers<T>(random, integer ?? RandomAlgebra.NextInteger);

        // Drawn again from the same seed, the operands must be what they were before all the operations.
        Assert.Equal(Draw(next, seed), (x, y, z));
    }

    private static (T X, T Y, T Z) Draw<T>(Func<TestRandom, T> next, ulong seed)
    {
        var random = new TestRandom(seed);
        var (x, y, z) = (next(random), next(random), next(random));

        // Repeated operands are a corner of their own.
        return random.Between(0, 9) switch
        {
            0 => (x, x, z),
            1 => (x, x, x),
            _ => (x, y, z),
        };
    }

    private static void Addition<T>(T x, T y, T z)
        where T : IRing<T>
    {
        Assert.Equal((x + y) + z, x + (y + z));
        Assert.Equal(x + y, y + x);
        Assert.Equal(x, x + T.Zero);
        Assert.Equal(x, T.Zero + x);
        Assert.Equal(T.Zero, x + (-x));
        Assert.Equal(T.Zero, x - x);
        Assert.Equal(x - y, x + (-y));
        Assert.Equal(x, (x - y) + y);
        Assert.Equal(x, -(-x));
    }

    private static void Multiplication<T>(T x, T y, T z)
        where T : IRing<T>
    {
        Assert.Equal((x * y) * z, x * (y * z));
        Assert.Equal(x * y, y * x);
        Assert.Equal(x, x * T.One);
        Assert.Equal(T.Zero, x * T.Zero);
        Assert.Equal(x * (y + z), (x * y) + (x * z));
        Assert.Equal(x * (y - z), (x * y) - (x * z));
        Assert.Equal(-(x * y), (-x) * y);
    }

    private static void Equality<T>(T x, T y)
        where T : IRing<T>
    {
        var again = (x + y) - y;
        Assert.True(x.Equals(again) && again.Equals(x));
        Assert.True(x.Equals((object)again));
        Assert.Equal(x.GetHashCode(), again.GetHashCode());
        Assert.Equal(x.ToString(), again.ToString());
        Assert.False(x.Equals((object)"not an element"));
        Assert.Equal(x.Equals(y), y.Equals(x));
        Assert.Equal(x.Equals(y), (x - y).IsZero);
        Assert.Equal(x.Equals(T.Zero), x.IsZero);
        Assert.False(x.Equals(x + T.One));
        if (typeof(T).IsValueType) Assert.True(default(T)!.Equals(T.Zero) && default(T)!.GetHashCode() == T.Zero.GetHashCode());
    }

    private static void Integers<T>(TestRandom random, Func<TestRandom, Integer> integer)
        where T : IRing<T>
    {
        Integer m = integer(random), n = integer(random);
        Assert.True(T.Zero.IsZero);
        Assert.False(T.One.IsZero);
        Assert.Equal(T.Zero, T.FromInteger(0));
        Assert.Equal(T.One, T.FromInteger(1));
        Assert.Equal(T.FromInteger(m + n), T.FromInteger(m) + T.FromInteger(n));
        Assert.Equal(T.FromInteger(m * n), T.FromInteger(m) * T.FromInteger(n));
        Assert.Equal(T.FromInteger(-m), -T.FromInteger(m));
    }
}

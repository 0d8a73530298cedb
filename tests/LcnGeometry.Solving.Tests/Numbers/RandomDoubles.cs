using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Numbers;

/// <summary>Doubles biased to the places where rounding, underflow and overflow go wrong.</summary>
internal static class RandomDoubles
{
    private static readonly double[] Corners =
    [
        0, -0.0, 1, -1, 2, 0.5, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.225073858507201e-308, -2.2250738585072014e-308,
        double.MaxValue, -double.MaxValue, 1.3407807929942596e154, 1.5e-162, 1 + 2.220446049250313e-16, 1 - 1.1102230246251565e-16, 9007199254740993, 0.1, -0.1, 3,
    ];

    /// <summary>Any finite double.</summary>
    public static double NextDouble(this TestRandom random) => random.Between(0, 5) switch
    {
        0 => random.Pick(Corners),
        1 => random.Between(-9, 9),
        2 => Math.BitIncrement(random.Pick(Corners)) is var next && double.IsFinite(next) ? next : 1,
        3 => FromBits(random.Next()),
        _ => random.NextModerate(),
    };

    /// <summary>A double whose products and quotients stay far from overflow and underflow.</summary>
    public static double NextModerate(this TestRandom random) =>
        Math.ScaleB(1 + random.Unit(), random.Between(-60, 60)) * (random.Chance(0.5) ? 1 : -1);

    /// <summary>An interval between two doubles; often a point, often with zero in it or at its end.</summary>
    public static Interval NextEnds(this TestRandom random, Func<TestRandom, double> next)
    {
        var first = next(random);
        var second = random.Between(0, 4) switch
        {
            0 => first,
            1 => 0,
            2 => -first,
            3 => first * (1 + 1e-15) is var close && double.IsFinite(close) ? close : first,
            _ => next(random),
        };
        return Interval.Between(Math.Min(first, second), Math.Max(first, second));
    }

    /// <summary>An exact number in an interval with finite ends; often an end.</summary>
    public static Rational NextElement(this TestRandom random, Interval interval)
    {
        Rational low = Rational.RationalizeExactly(interval.Lower), high = Rational.RationalizeExactly(interval.Upper);
        return low + ((high - low) * new Rational(random.Pick([0, 0, 1, 2, 5, 7, 7]), 7));
    }

    /// <summary>Whether an exact number is in an interval whose ends may be infinite, but not NaN.</summary>
    public static bool Holds(Interval interval, Rational value) => AtLeast(value, interval.Lower) && AtMost(value, interval.Upper);

    private static bool AtLeast(Rational value, double bound) =>
        double.IsFinite(bound) ? value >= Rational.RationalizeExactly(bound) : double.IsNegativeInfinity(bound);

    private static bool AtMost(Rational value, double bound) =>
        double.IsFinite(bound) ? value <= Rational.RationalizeExactly(bound) : double.IsPositiveInfinity(bound);

    private static double FromBits(ulong bits) => BitConverter.UInt64BitsToDouble(bits) is var value && double.IsFinite(value) ? value : 1;
}

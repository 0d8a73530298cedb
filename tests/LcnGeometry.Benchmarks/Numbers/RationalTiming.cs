using System.Globalization;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Benchmarks;

/// <summary>Rational arithmetic with its fast path against fractions of <see cref="BigInteger"/> alone, on the same operands in one run.</summary>
internal static class RationalTiming
{
    private const int Operands = 1000;
    private const int Rounds = 15;

    /// <summary>Prints, for each size of operands, the time of the big fractions divided by ours: minimum, median and maximum over the rounds.</summary>
    public static int Print()
    {
        Console.WriteLine("bits  operation  BigInteger time / Rational time: min  median  max");
        foreach (var bits in new[] { 8, 16, 31, 62, 128, 512 })
        {
            var random = new TestRandom((ulong)bits);
            Rational[] ours = [.. Enumerable.Range(0, Operands).Select(_ => new Rational((Integer)random.Bits(bits), 1 + Integer.Abs((Integer)random.Bits(bits))))];
            BigFraction[] theirs = [.. ours.Select(x => new BigFraction(x.Numerator, x.Denominator))];
            Compare(bits, "add", Pairs(ours, (x, y) => x + y), Pairs(theirs, (x, y) => x + y));
            Compare(bits, "multiply", Pairs(ours, (x, y) => x * y), Pairs(theirs, (x, y) => x * y));
            Compare(bits, "compare", Pairs(ours, (x, y) => x.CompareTo(y)), Pairs(theirs, (x, y) => x.CompareTo(y)));
        }

        return 0;
    }

    private static Action Pairs<T, TResult>(T[] operands, Func<T, T, TResult> operation) => () =>
    {
        var results = new TResult[operands.Length];
        for (var i = 1; i < operands.Length; i++) results[i] = operation(operands[i - 1], operands[i]);
        GC.KeepAlive(results);
    };

    private static void Compare(int bits, string name, Action ours, Action theirs)
    {
        ProcessorTime.Of(ours);
        ProcessorTime.Of(theirs);
        double[] ratios = [.. Enumerable.Range(0, Rounds).Select(_ => ProcessorTime.Of(theirs) / ProcessorTime.Of(ours)).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{bits,4}  {name,-9}  {ratios[0]:F1}  {ratios[Rounds / 2]:F1}  {ratios[^1]:F1}   ours {ProcessorTime.Of(ours) * 1e6 / Operands:F0} ns"));
    }

    /// <summary>What a reduced fraction costs without the fast path.</summary>
    private readonly record struct BigFraction(BigInteger Numerator, BigInteger Denominator) : IComparable<BigFraction>
    {
        public static BigFraction operator +(BigFraction left, BigFraction right) =>
            Reduced((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

        public static BigFraction operator *(BigFraction left, BigFraction right) =>
            Reduced(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

        public int CompareTo(BigFraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

        private static BigFraction Reduced(BigInteger numerator, BigInteger denominator)
        {
            var gcd = BigInteger.GreatestCommonDivisor(numerator, denominator);
            return gcd.IsOne ? new BigFraction(numerator, denominator) : new BigFraction(numerator / gcd, denominator / gcd);
        }
    }
}

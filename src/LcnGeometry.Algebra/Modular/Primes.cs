using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>The primes below 2^63 in descending order: the moduli of all modular algorithms.</summary>
internal static class Primes
{
    /// <summary>Bases for which the strong probable prime test is a proof below 2^64.</summary>
    private static readonly ImmutableArray<ulong> Bases = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

    private static readonly ImmutableArray<PrimeModulus> First = [.. Below(1UL << 63).Take(24)];

    /// <summary>All of them, as many as are asked for; the first ones are computed once.</summary>
    public static IEnumerable<PrimeModulus> Descending => First.Concat(Below(First[^1].Value));

    /// <summary>The guaranteed number of bits that one modulus adds to a product of moduli.</summary>
    public const int BitsPerPrime = 62;

    /// <summary>Whether an odd number between 2^62 and 2^63 is prime, by the strong probable prime test for enough bases.</summary>
    /// <remarks>Source: Jonathan P. Sorenson, Jonathan Webster, Strong pseudoprimes to twelve prime bases, arXiv 1509.00864.</remarks>
    internal static bool IsPrime(ulong candidate)
    {
        foreach (var prime in Bases)
        {
            if (candidate % prime == 0) return false;
        }

        var modulus = new PrimeModulus(candidate);
        var twos = System.Numerics.BitOperations.TrailingZeroCount(candidate - 1);
        foreach (var @base in Bases)
        {
            var power = modulus.Pow(@base, (candidate - 1) >> twos);
            if (power == 1) continue;
            for (var i = 1; i < twos && power != candidate - 1; i++) power = modulus.Multiply(power, power);
            if (power != candidate - 1) return false;
        }

        return true;
    }

    private static IEnumerable<PrimeModulus> Below(ulong limit)
    {
        for (var candidate = (limit - 1) | 1; candidate > 1UL << 62; candidate -= 2)
        {
            if (candidate < limit && IsPrime(candidate)) yield return new PrimeModulus(candidate);
        }
    }
}

using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The integers modulo a prime below 2^31.</summary>
internal readonly record struct PrimeField(ulong Prime)
{
    // The four largest primes below 2^31.
    private static readonly ImmutableArray<ulong> Largest = [2147483647, 2147483629, 2147483587, 2147483579];

    /// <summary>The field for one of several random samples: no two neighboring samples share one.</summary>
    public static PrimeField OfSample(int sample) => new(Largest[sample % Largest.Length]);

    public ulong Add(ulong left, ulong right) => (left + right) % Prime;

    public ulong Subtract(ulong left, ulong right) => (left + Prime - right) % Prime;

    public ulong Multiply(ulong left, ulong right) => left * right % Prime;

    public ulong Invert(ulong value)
    {
        ulong power = 1, factor = value;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) power = Multiply(power, factor);
            factor = Multiply(factor, factor);
        }

        return power;
    }

    public ulong Reduce(Integer value)
    {
        var remainder = BigInteger.Remainder(value.ToBigInteger(), Prime);
        return (ulong)(remainder.Sign < 0 ? remainder + Prime : remainder);
    }
}

using System.Collections.Immutable;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A random point of parameter space with coordinates modulo a prime.</summary>
internal sealed record SamplePoint(PrimeField Field, ImmutableArray<ulong> Coordinates)
{
    // The four largest primes below 2^31.
    private static readonly ImmutableArray<ulong> Primes = [2147483647, 2147483629, 2147483587, 2147483579];

    /// <summary>The prime of a sample: no two neighboring samples share one.</summary>
    public static PrimeField FieldOf(int sample) => new(Primes[sample % Primes.Length]);

    /// <summary>The point of one sample; every sample has its own stream.</summary>
    public static SamplePoint Random(long seed, int sample, int parameters)
    {
        var random = new CounterRandom(seed, sample);
        var field = FieldOf(sample);
        return new SamplePoint(field, [.. Enumerable.Range(0, parameters).Select(_ => random.NextWord() % field.Prime)]);
    }
}

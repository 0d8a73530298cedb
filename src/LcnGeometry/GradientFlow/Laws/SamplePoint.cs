using System.Collections.Immutable;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A random point of parameter space with coordinates modulo a prime.</summary>
internal sealed record SamplePoint(PrimeField Field, ImmutableArray<ulong> Coordinates)
{
    /// <summary>The point of one sample; every sample has its own stream.</summary>
    public static SamplePoint Random(long seed, int sample, int parameters)
    {
        var random = new CounterRandom(seed, sample);
        var field = PrimeField.OfSample(sample);
        return new SamplePoint(field, [.. Enumerable.Range(0, parameters).Select(_ => random.NextWord() % field.Prime)]);
    }
}

using System.Numerics;

namespace LcnGeometry.TestKit;

/// <summary>A small seeded generator for tests (SplitMix64): the same seed gives the same trials on every machine.</summary>
public sealed class TestRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A uniform integer in [low, high].</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>A uniform double in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>A random integer of at most the given number of bits, of either sign.</summary>
    public BigInteger Bits(int bits)
    {
        var value = BigInteger.Zero;
        for (var i = 0; i < bits; i += 32) value = (value << 32) | unchecked((uint)Next());
        value &= (BigInteger.One << bits) - 1;
        return Chance(0.5) ? value : -value;
    }
}

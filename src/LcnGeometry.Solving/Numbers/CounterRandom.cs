namespace LcnGeometry.Solving;

/// <summary>A stream of random numbers that depends on nothing but a seed and an item number.</summary>
/// <remarks>
/// <para><b>Guarantee:</b> streams of different (seed, item) never overlap, and item 1000 needs none of the 999 before it: results do
/// not depend on the order or the number of threads. The raw words are the same on every machine; Gaussian numbers go through the
/// runtime's logarithm and cosine and are the same on one machine and runtime.</para>
/// <para><b>Method:</b> the block cipher Philox4x32-10; the seed is the key, the item and a block index are the counter.</para>
/// <para><b>Cost:</b> ten rounds of two multiplications per four words. One instance serves one thread.</para>
/// <para><b>Source:</b> Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3"; the authors' published test
/// vectors are in the tests.</para>
/// </remarks>
/// <example>
/// <code>
/// var random = new CounterRandom(seed: 1, item: 7);
/// double x = random.NextGaussian();
/// </code>
/// </example>
public sealed class CounterRandom
{
    private readonly (uint Low, uint High) _key;
    private readonly (uint Item, uint Part) _place;
    private readonly uint[] _block = new uint[4];
    private ulong _next;
    private int _used = 4;

    /// <summary>The stream of one item.</summary>
    /// <param name="seed">Any number; every bit counts.</param>
    /// <param name="item">The number of the item, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="item"/> is negative.</exception>
    public CounterRandom(long seed, int item)
        : this(seed, item, 0)
    {
    }

    /// <summary>The stream of one part of an item; part 0 is the stream of the item itself.</summary>
    /// <param name="seed">Any number; every bit counts.</param>
    /// <param name="item">The number of the item, at least 0.</param>
    /// <param name="part">The number of the part, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="item"/> or <paramref name="part"/> is negative.</exception>
    public CounterRandom(long seed, int item, int part)
    {
        if (item < 0) throw new ArgumentOutOfRangeException(nameof(item), $"Item {item} is negative; items are counted from 0.");
        if (part < 0) throw new ArgumentOutOfRangeException(nameof(part), $"Part {part} is negative; parts are counted from 0.");
        var bits = unchecked((ulong)seed);
        _key = ((uint)(bits & uint.MaxValue), (uint)(bits >> 32));
        _place = ((uint)item, (uint)part);
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextWord()
    {
        if (_used == _block.Length)
        {
            var (a, b, c, d) = Philox(((uint)(_next & uint.MaxValue), (uint)(_next >> 32), _place.Item, _place.Part), _key);
            (_block[0], _block[1], _block[2], _block[3]) = (a, b, c, d);
            _next++;
            _used = 0;
        }

        return _block[_used++];
    }

    /// <summary>A uniform number in [0, 1): a multiple of 2^-53, all of them equally likely.</summary>
    public double NextDouble()
    {
        ulong low = NextWord(), high = NextWord();
        return (((high << 32) | low) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A normal number of mean 0 and variance 1.</summary>
    /// <remarks>Box and Muller's transform of two uniform numbers; its largest possible value is about 8.6.</remarks>
    public double NextGaussian()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>The bijection of 128-bit blocks that the stream is read from.</summary>
    internal static (uint A, uint B, uint C, uint D) Philox((uint A, uint B, uint C, uint D) counter, (uint Low, uint High) key)
    {
        var (a, b, c, d) = counter;
        var (low, high) = key;
        for (var round = 0; round < 10; round++)
        {
            unchecked
            {
                var left = 0xD2511F53UL * a;
                var right = 0xCD9E8D57UL * c;
                (a, b, c, d) = ((uint)(right >> 32) ^ b ^ low, (uint)right, (uint)(left >> 32) ^ d ^ high, (uint)left);
                low += 0x9E3779B9;
                high += 0xBB67AE85;
            }
        }

        return (a, b, c, d);
    }
}

using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Numbers;

public class CounterRandomTests
{
    /// <summary>The known answers for philox4x32 with 10 rounds that come with the authors' Random123 library (file kat_vectors).</summary>
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Agrees_with_the_published_vectors(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3) =>
        Assert.Equal((r0, r1, r2, r3), CounterRandom.Philox((c0, c1, c2, c3), (k0, k1)));

    [Fact]
    public void Seed_is_the_key_and_block_and_item_are_the_counter()
    {
        var random = new CounterRandom(unchecked((long)0x299f31d0a4093822UL), 0x13198a2e);
        for (uint block = 0; block < 3; block++)
        {
            var (a, b, c, d) = CounterRandom.Philox((block, 0, 0x13198a2e, 0), (0xa4093822, 0x299f31d0));
            Assert.Equal([a, b, c, d], new[] { random.NextWord(), random.NextWord(), random.NextWord(), random.NextWord() });
        }
    }

    [Fact]
    public void Same_seed_and_item_give_the_same_stream_and_others_another()
    {
        var reference = Words(5, 3);
        Assert.Equal(reference, Words(5, 3));
        Assert.NotEqual(reference, Words(5, 4));
        Assert.NotEqual(reference, Words(6, 3));
        Assert.NotEqual(reference, Words(5 + (1L << 32), 3));
        Assert.NotEqual(Words(-1, 0), Words(1, 0));
    }

    [Fact]
    public void Doubles_are_multiples_of_two_to_the_minus_53_in_the_unit_interval_and_use_all_bits()
    {
        var random = new CounterRandom(1, 0);
        ulong seen = 0;
        for (var i = 0; i < Effort.Trials(2000); i++)
        {
            var x = random.NextDouble();
            Assert.InRange(x, 0, 1 - Math.ScaleB(1, -53));
            var scaled = Math.ScaleB(x, 53);
            Assert.Equal(Math.Floor(scaled), scaled);
            seen |= (ulong)scaled;
        }

        Assert.Equal((1UL << 53) - 1, seen);
    }

    [Fact]
    public void Gaussian_moments_are_those_of_the_normal_law()
    {
        // Five standard errors of each sample moment; the stream is fixed, so this holds always or never.
        const int count = 100_000;
        double first = 0, second = 0, third = 0, fourth = 0;
        for (var item = 0; item < 10; item++)
        {
            var random = new CounterRandom(42, item);
            for (var i = 0; i < count / 10; i++)
            {
                var x = random.NextGaussian();
                first += x / count;
                second += x * x / count;
                third += x * x * x / count;
                fourth += x * x * x * x / count;
            }
        }

        var error = 5 / Math.Sqrt(count);
        Assert.InRange(first, -error, error);
        Assert.InRange(second, 1 - (error * Math.Sqrt(2)), 1 + (error * Math.Sqrt(2)));
        Assert.InRange(third, -error * Math.Sqrt(15), error * Math.Sqrt(15));
        Assert.InRange(fourth, 3 - (error * Math.Sqrt(96)), 3 + (error * Math.Sqrt(96)));
    }

    [Fact]
    public void Negative_items_are_refused() =>
        Assert.Contains("-1", Assert.Throws<ArgumentOutOfRangeException>(() => new CounterRandom(1, -1)).Message, StringComparison.Ordinal);

    private static uint[] Words(long seed, int item)
    {
        var random = new CounterRandom(seed, item);
        return [.. Enumerable.Range(0, 8).Select(_ => random.NextWord())];
    }
}

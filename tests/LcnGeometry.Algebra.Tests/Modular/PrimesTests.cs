using System.Numerics;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class PrimesTests
{
    [Fact]
    public void The_primes_descend_from_the_largest_below_the_limit()
    {
        // 2^63 - 25 is the largest prime below 2^63 (OEIS A013603, entry 63).
        Assert.Equal((1UL << 63) - 25, Primes.Descending.First().Value);
        var some = Primes.Descending.Take(80).Select(modulus => modulus.Value).ToArray();
        for (var i = 1; i < some.Length; i++) Assert.True(some[i] < some[i - 1]);
        Assert.All(some, prime => Assert.Equal(BigInteger.One, BigInteger.ModPow(3, prime - 1, prime)));
    }

    [Fact]
    public void Products_of_two_primes_are_not_prime() => PropertyRun.Trials(200, random =>
    {
        // Twin-like factors p and 2p - 1 give the hardest composites for the test.
        var p = (1UL << 31) - (random.Next() & 0xFFFFF);
        foreach (var q in new[] { p, (2 * p) - 1, p + 2 })
        {
            var product = p * q;
            if (product >> 62 == 1) Assert.False(Primes.IsPrime(product | 1) && product % 2 == 1);
        }
    });

    [Fact]
    public void No_prime_is_skipped_at_the_top()
    {
        var top = Primes.Descending.First().Value;
        var next = Primes.Descending.Skip(1).First().Value;
        for (var candidate = top - 2; candidate > next; candidate -= 2)
        {
            // By Fermat: a prime would give 1.
            Assert.NotEqual(BigInteger.One, BigInteger.ModPow(2, candidate - 1, candidate));
        }
    }

    [ToolFact("gp")]
    public void The_first_moduli_are_the_primes_that_pari_finds()
    {
        var expected = Tool.Run("gp", "p=2^63;for(i=1,100,p=precprime(p-1);print(p))", "-q").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, Primes.Descending.Take(100).Select(modulus => $"{modulus.Value}"));
    }
}

using System.Numerics;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

public sealed class PrimeModulusTests
{
    private static readonly PrimeModulus[] Some = [.. Primes.Descending.Take(3), new PrimeModulus((1UL << 62) + 135)];

    [Fact]
    public void Residue_arithmetic_agrees_with_big_integers() => PropertyRun.Trials(3000, random =>
    {
        var modulus = random.Pick(Some);
        BigInteger p = modulus.Value, a = Residue(random, modulus), b = Residue(random, modulus);
        Assert.Equal((a + b) % p, modulus.Add((ulong)a, (ulong)b));
        Assert.Equal((a - b + p) % p, modulus.Subtract((ulong)a, (ulong)b));
        Assert.Equal((p - a) % p, modulus.Negate((ulong)a));
        Assert.Equal(a * b % p, modulus.Multiply((ulong)a, (ulong)b));
        var exponent = random.Next();
        Assert.Equal(BigInteger.ModPow(a, exponent, p), modulus.Pow((ulong)a, exponent));
        if (!a.IsZero) Assert.Equal(BigInteger.One, a * modulus.Invert((ulong)a) % p);
        var integer = random.NextInteger() * random.NextInteger();
        Assert.Equal((integer.ToBigInteger() % p + p) % p, modulus.Reduce(integer));
    });

    [Fact]
    public void Row_operations_agree_with_big_integers() => PropertyRun.Trials(500, random =>
    {
        var modulus = random.Pick(Some);
        var source = Enumerable.Range(0, random.Between(0, 9)).Select(_ => Residue(random, modulus)).ToArray();
        var target = source.Select(_ => Residue(random, modulus)).Append(7UL).ToArray();
        var (factor, updated) = (Residue(random, modulus), target.ToArray());
        modulus.SubtractMultiple(updated, source, factor);
        for (var i = 0; i < source.Length; i++)
        {
            BigInteger p = modulus.Value;
            Assert.Equal((((target[i] - ((BigInteger)factor * source[i])) % p) + p) % p, updated[i]);
        }

        Assert.Equal(7UL, updated[^1]);
        modulus.Scale(source, factor);
        Assert.All(source, residue => Assert.True(residue < modulus.Value));
    });

    [Fact]
    public void Zero_has_no_inverse() => Assert.Throws<DivideByZeroException>(() => Some[0].Invert(0));

    [Fact]
    public void A_modulus_has_sixty_three_bits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimeModulus((1UL << 61) - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimeModulus((1UL << 63) + 29));
    }

    private static ulong Residue(TestRandom random, PrimeModulus modulus) => random.Between(0, 5) switch
    {
        0 => 0,
        1 => 1,
        2 => modulus.Value - 1,
        3 => modulus.Value - (random.Next() & 0xFF),
        _ => random.Next() % modulus.Value,
    } % modulus.Value;
}

using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>Random numbers, polynomials and matrices, biased to corners: zeros, units, repeated values and the edges of machine words.</summary>
public static class RandomAlgebra
{
    private static readonly ImmutableArray<BigInteger> Edges =
    [
        int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, (BigInteger)long.MaxValue + 1, (BigInteger)long.MinValue - 1,
        ulong.MaxValue, (BigInteger)ulong.MaxValue + 1, BigInteger.One << 53, (BigInteger.One << 53) + 1, 3037000499, 3037000500,
    ];

    /// <summary>An integer of either sign: often 0, 1 or small, sometimes at the edge of a machine word, else of up to 200 bits.</summary>
    public static Integer NextInteger(this TestRandom random) => random.Between(0, 9) switch
    {
        0 => 0,
        1 => random.Chance(0.5) ? 1 : -1,
        2 or 3 => random.Between(-9, 9),
        4 or 5 => (Integer)(random.Pick(Edges) * (random.Chance(0.5) ? 1 : -1) + random.Between(-2, 2)),
        6 => (Integer)(BigInteger.One << random.Between(0, 130)) * (random.Chance(0.5) ? 1 : -1),
        _ => (Integer)random.Bits(random.Between(1, 200)),
    };

    /// <summary>A nonzero integer as <see cref="NextInteger"/> gives it.</summary>
    public static Integer NextNonzeroInteger(this TestRandom random)
    {
        var value = random.NextInteger();
        return value.IsZero ? 1 : value;
    }

    /// <summary>A rational number; often an integer, often with small numerator and denominator.</summary>
    public static Rational NextRational(this TestRandom random) => random.Between(0, 3) switch
    {
        0 => random.NextInteger(),
        1 => new Rational(random.Between(-9, 9), random.Between(1, 9)),
        _ => new Rational(random.NextInteger(), random.NextNonzeroInteger()),
    };

    /// <summary>An interval: often a point, often with 0 as an endpoint or inside.</summary>
    public static RationalInterval NextInterval(this TestRandom random)
    {
        var first = random.NextRational();
        var second = random.Between(0, 4) switch
        {
            0 => first,
            1 => Rational.Zero,
            2 => -first,
            _ => random.NextRational(),
        };
        return RationalInterval.Hull(first, second);
    }

    /// <summary>A polynomial of at most the given degree; coefficients are zero with some probability, so its degree is often smaller.</summary>
    public static Polynomial<T> NextPolynomial<T>(this TestRandom random, int maximalDegree, Func<TestRandom, T> coefficient)
        where T : IIntegralDomain<T>
    {
        var coefficients = new T[random.Between(0, maximalDegree) + 1];
        var density = random.Pick([0.0, 0.3, 0.8, 1.0]);
        for (var i = 0; i < coefficients.Length; i++) coefficients[i] = random.Chance(density) ? coefficient(random) : T.Zero;
        return new Polynomial<T>(coefficients.AsSpan());
    }

    /// <summary>An integer polynomial of exactly the given degree with coefficients of up to the given number of bits.</summary>
    public static Polynomial<Integer> NextPolynomial(this TestRandom random, int degree, int bits)
    {
        var coefficients = new Integer[degree + 1];
        for (var i = 0; i <= degree; i++) coefficients[i] = (Integer)random.Bits(bits);
        if (coefficients[degree].IsZero) coefficients[degree] = 1;
        return new Polynomial<Integer>(coefficients.AsSpan());
    }

    /// <summary>A matrix with independent entries, except that a row is sometimes repeated or the sum of two others.</summary>
    public static Matrix<T> NextMatrix<T>(this TestRandom random, int rows, int columns, Func<TestRandom, T> entry)
        where T : IIntegralDomain<T>
    {
        var entries = new T[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            var dependent = i > 1 && random.Chance(0.15);
            var (first, second) = (random.Between(0, Math.Max(0, i - 1)), random.Between(0, Math.Max(0, i - 1)));
            for (var j = 0; j < columns; j++) entries[i, j] = dependent ? entries[first, j] + entries[second, j] : entry(random);
        }

        return new Matrix<T>(rows, columns, (i, j) => entries[i, j]);
    }
}

using System.Numerics;
using LcnGeometry.TestKit;

namespace LcnGeometry.Algebra.Tests;

/// <summary>Random integer polynomials biased to what root counters find hard.</summary>
internal static class RandomPolynomials
{
    /// <summary>A nonzero polynomial: dense, sparse, with repeated factors, huge, close to another one, or scaled.</summary>
    public static Polynomial<Integer> Any(TestRandom random, int largestDegree)
    {
        var polynomial = random.Between(0, 7) switch
        {
            0 => Dense(random, random.Between(0, largestDegree), 3),
            1 => Dense(random, random.Between(0, largestDegree), 50),
            2 => Dense(random, random.Between(0, largestDegree), random.Between(60, 200)),
            3 => Sparse(random, largestDegree),
            4 => Product(random, largestDegree),
            5 => Clustered(random, largestDegree),
            6 => Geometric(random, random.Between(0, largestDegree)),
            _ => RealRooted(random, random.Between(0, largestDegree)),
        };
        if (random.Chance(0.1)) polynomial *= Polynomial<Integer>.Monomial(1, random.Between(1, 3));
        if (random.Chance(0.1)) polynomial = -polynomial;
        if (random.Chance(0.1)) polynomial = polynomial.Map(c => c << 70);
        return polynomial;
    }

    public static Polynomial<Integer> Dense(TestRandom random, int degree, int bits)
    {
        var coefficients = new Integer[degree + 1];
        for (var i = 0; i <= degree; i++) coefficients[i] = random.Bits(bits);
        if (coefficients[degree].IsZero) coefficients[degree] = 1;
        return new Polynomial<Integer>(coefficients);
    }

    public static Polynomial<Integer> RealRooted(TestRandom random, int degree)
    {
        var product = Polynomial<Integer>.One;
        for (var i = 0; i < degree; i++) product *= new Polynomial<Integer>(random.Between(-40, 40), random.Between(1, 9));
        return product;
    }

    private static Polynomial<Integer> Sparse(TestRandom random, int largestDegree)
    {
        var sum = Polynomial<Integer>.One;
        for (var i = random.Between(1, 3); i > 0; i--) sum += Polynomial<Integer>.Monomial(random.Bits(random.Pick([2, 20, 80])), random.Between(0, largestDegree));
        return sum.IsZero ? Polynomial<Integer>.X : sum;
    }

    private static Polynomial<Integer> Product(TestRandom random, int largestDegree)
    {
        var product = Polynomial<Integer>.One;
        while (true)
        {
            var factor = Dense(random, random.Between(1, 3), random.Pick([2, 4, 30]));
            var power = random.Pick([1, 1, 2, 3]);
            if (product.Degree + (factor.Degree * power) > largestDegree) return product;
            product *= Polynomial<Integer>.Pow(factor, power);
        }
    }

    /// <summary>A power plus or minus something small: the roots stay together.</summary>
    private static Polynomial<Integer> Clustered(TestRandom random, int largestDegree)
    {
        var center = Dense(random, random.Between(1, Math.Max(largestDegree / 4, 1)), random.Between(2, 12));
        var power = Polynomial<Integer>.Pow(center, random.Between(1, 4));
        var noise = Dense(random, random.Between(0, largestDegree), 2);
        var sum = power.Map(c => c << random.Pick([0, 10, 60])) + noise;
        return sum.IsZero ? power : sum;
    }

    /// <summary>Coefficients that grow or shrink geometrically: roots of wildly different scale.</summary>
    private static Polynomial<Integer> Geometric(TestRandom random, int degree)
    {
        var step = random.Pick([5, 17, 64]);
        var bend = random.Chance(0.5);
        var coefficients = new Integer[degree + 1];
        for (var i = 0; i <= degree; i++)
        {
            BigInteger value = random.Between(-3, 3);
            coefficients[i] = value << (bend ? step * Math.Abs(i - (degree / 2)) / 2 : step * i * (degree - i) / Math.Max(degree, 1));
        }

        if (coefficients[degree].IsZero) coefficients[degree] = -1;
        return new Polynomial<Integer>(coefficients);
    }
}

using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

/// <summary>Forms whose roots are known, or hard to separate.</summary>
internal static class TestForms
{
    /// <summary>The linear form with the given root.</summary>
    public static BinaryForm Root(Rational root) => new(-root, 1);

    /// <summary>The definite quadratic with roots re ± i im.</summary>
    public static BinaryForm Pair(Rational re, Rational im) => new((re * re) + (im * im), -2 * re, 1);

    public static BinaryForm Infinity => new(1, 0);

    public static BinaryForm Power(BinaryForm form, int exponent) => Enumerable.Repeat(form, exponent).Aggregate(new BinaryForm(1), (product, factor) => product * factor);

    public static BinaryForm Product(IEnumerable<BinaryForm> factors) => factors.Aggregate(new BinaryForm(1), (product, factor) => product * factor);

    public static BinaryForm Wilkinson(int degree) => Product(Enumerable.Range(1, degree).Select(k => Root(k)));

    /// <summary>Mignotte's x^n - 2(ax - 1)^2: two real roots closer than a^(-n/2).</summary>
    public static BinaryForm Mignotte(int degree, long a)
    {
        var coefficients = new Rational[degree + 1];
        coefficients[degree] = 1;
        (coefficients[0], coefficients[1], coefficients[2]) = (-2, 4 * (Rational)a, -2 * (Rational)a * a);
        return new BinaryForm(coefficients);
    }

    public static BinaryForm Unity(int degree)
    {
        var coefficients = new Rational[degree + 1];
        (coefficients[0], coefficients[degree]) = (-1, 1);
        return new BinaryForm(coefficients);
    }

    /// <summary>Roots near 10^(30k), k from -3 to 3; the disturbed constant term makes them irrational.</summary>
    public static BinaryForm Scales()
    {
        var product = Product(Enumerable.Range(-3, 7).Select(k => Root(Rational.Pow(10, 30 * k))));
        return new BinaryForm([product[0] + Rational.Pow(10, -200), .. product.Coefficients.Skip(1)]);
    }

    /// <summary>Eight roots at distances of about 10^-15 around 1, and the coefficients disturbed.</summary>
    public static BinaryForm Cluster()
    {
        var unit = Rational.Pow(10, -15);
        var product = Product(Enumerable.Range(0, 8).Select(k => Root(1 + (k * k * unit))));
        return new BinaryForm([product[0] + Rational.Pow(unit, 9), .. product.Coefficients.Skip(1)]);
    }

    /// <summary>A form that is hard in one of several ways.</summary>
    public static BinaryForm Random(TestRandom random, int largestDegree)
    {
        switch (random.Between(0, 4))
        {
            case 0:
                return new BinaryForm(Nonzero([.. Enumerable.Range(0, random.Between(1, largestDegree + 1)).Select(_ => (Rational)random.Between(-3, 3))]));
            case 1:
                return new BinaryForm(Nonzero([.. Enumerable.Range(0, random.Between(2, largestDegree + 1)).Select(_ => (Rational)(Integer)random.Bits(50))]));
            case 2:
                return new BinaryForm(Nonzero([.. Enumerable.Range(0, random.Between(2, largestDegree + 1))
                    .Select(_ => new Rational((Integer)random.Bits(20), 1 + random.Between(0, 1000)) * Rational.PowerOfTwo(random.Between(-80, 80)))]));
            default:
                var factors = new List<BinaryForm>();
                while (factors.Sum(factor => factor.Degree) < Math.Max(1, largestDegree - 4))
                {
                    var factor = random.Between(0, 5) switch
                    {
                        0 => Infinity,
                        1 => Root(0),
                        2 => Pair(Small(random), 1 + random.Between(0, 3)),
                        3 => new BinaryForm(-1 - random.Between(0, 3), 0, 1),
                        _ => Root(Small(random)),
                    };
                    factors.Add(factor);
                    if (random.Chance(0.3)) factors.Add(factor);
                }

                return random.Between(-3, -1) * Product(factors);
        }
    }

    private static Rational Small(TestRandom random) => new(random.Between(-6, 6), random.Between(1, 4));

    private static Rational[] Nonzero(Rational[] coefficients)
    {
        if (coefficients.All(coefficient => coefficient.IsZero)) coefficients[coefficients.Length / 2] = 1;
        return coefficients;
    }
}

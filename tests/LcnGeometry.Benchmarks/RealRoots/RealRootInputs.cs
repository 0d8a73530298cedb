using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Benchmarks;

/// <summary>The polynomials of the comparison, one line each: <c>["family", degree, [c0, c1, ...]]</c>, which PARI/GP reads as it stands.</summary>
internal static class RealRootInputs
{
    /// <summary>Above this PARI needs gigabytes.</summary>
    private const int LargestDegreeOfClusters = 50;

    private static readonly int[] Degrees = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 50, 100, 200, 300];

    private static readonly (string Name, Func<TestRandom, int, Polynomial<Integer>> Make)[] Families =
    [
        ("random50", (random, degree) => Dense(random, degree, 50)),
        ("small", (random, degree) => Dense(random, degree, 4)),
        ("realrooted", RealRooted),
        ("clustered", Clustered),
        ("sparse", Sparse),
        ("repeated", Repeated),
        ("chebyshev", (_, degree) => Chebyshev(degree)),
    ];

    public static int Write(string seed, string path)
    {
        using var file = new StreamWriter(path);
        foreach (var degree in Degrees)
        {
            foreach (var (name, make) in Families)
            {
                if (name == "clustered" && degree > LargestDegreeOfClusters) continue;
                var random = new TestRandom(ulong.Parse(seed, CultureInfo.InvariantCulture) + (ulong)degree);
                var count = name == "chebyshev" ? 1 : degree <= 30 ? 20 : degree <= 100 ? 5 : 2;
                for (var i = 0; i < count; i++)
                {
                    var coefficients = make(random, degree).Coefficients.ToArray();
                    file.WriteLine($"[\"{name}\",{degree},[{string.Join(',', coefficients)}]]");
                }
            }
        }

        return 0;
    }

    private static Polynomial<Integer> Dense(TestRandom random, int degree, int bits)
    {
        var coefficients = new Integer[degree + 1];
        for (var i = 0; i <= degree; i++) coefficients[i] = random.Bits(bits);
        if (coefficients[0].IsZero) coefficients[0] = 1;
        if (coefficients[degree].IsZero) coefficients[degree] = 1;
        return new Polynomial<Integer>(coefficients);
    }

    /// <summary>Distinct rational roots of a few bits.</summary>
    private static Polynomial<Integer> RealRooted(TestRandom random, int degree)
    {
        var roots = new HashSet<Rational>();
        while (roots.Count < degree) roots.Add(new Rational(random.Between(-1000, 1000), random.Between(1, 60)));
        var product = Polynomial<Integer>.One;
        foreach (var root in roots) product *= new Polynomial<Integer>(-root.Numerator, root.Denominator);
        return product;
    }

    /// <summary>Mignotte: two roots closer together than almost any others of this size.</summary>
    private static Polynomial<Integer> Clustered(TestRandom random, int degree)
    {
        var factor = new Polynomial<Integer>(-random.Between(1, 9), random.Between(10, 1000));
        return Polynomial<Integer>.Monomial(1, degree) - (2 * (factor * factor));
    }

    private static Polynomial<Integer> Sparse(TestRandom random, int degree) =>
        Polynomial<Integer>.Monomial(random.Between(1, 1000), degree)
        + Polynomial<Integer>.Monomial(random.Between(-1000, 1000), random.Between(1, degree - 1))
        + new Polynomial<Integer>(random.Between(-1000, -1));

    /// <summary>The square of a factor of a third of the degree times a dense one.</summary>
    private static Polynomial<Integer> Repeated(TestRandom random, int degree)
    {
        var factor = Dense(random, Math.Max(degree / 3, 1), 12);
        return factor * factor * Dense(random, degree - (2 * factor.Degree), 12);
    }

    private static Polynomial<Integer> Chebyshev(int degree)
    {
        Polynomial<Integer> previous = Polynomial<Integer>.One, current = Polynomial<Integer>.X;
        for (var i = 1; i < degree; i++) (previous, current) = (current, (new Polynomial<Integer>(0, 2) * current) - previous);
        return current;
    }
}

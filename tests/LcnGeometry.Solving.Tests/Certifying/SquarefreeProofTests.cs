using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Certifying;

public class SquarefreeProofTests
{
    [Fact]
    public void Repeated_roots_are_never_proved_to_be_simple() => PropertyRun.Trials(60, random =>
    {
        var (map, coefficients) = Draw(random, repeat: true);
        Assert.False(Holds<Interval>(map, coefficients));
        Assert.False(Holds<WideInterval>(map, coefficients));
        Assert.False(Holds<FixedInterval<Bits640>>(map, coefficients));
        Assert.False(InLanes(map, coefficients));
    });

    [Fact]
    public void Simple_roots_are_proved_to_be_simple() => PropertyRun.Trials(60, random =>
    {
        var (map, coefficients) = Draw(random, repeat: false);
        Assert.True(Holds<Interval>(map, coefficients));
        Assert.True(Holds<WideInterval>(map, coefficients));
        Assert.True(Holds<FixedInterval<Bits640>>(map, coefficients));
    });

    // 1e-9 apart: the discriminant is 1e-18, below what doubles can tell.
    [Fact]
    public void Roots_that_doubles_cannot_separate_are_separated_by_more_digits()
    {
        var map = RandomMaps.OfPattern(1, 1);
        Rational[] close = [1 + new Rational(1, 1000000000), -2 - new Rational(1, 1000000000), 1];
        Assert.False(Holds<Interval>(map, close));
        Assert.True(Holds<WideInterval>(map, close));
        Assert.True(Holds<FixedInterval<Bits640>>(map, close));
    }

    [Fact]
    public void Regularity_is_the_exact_determinant_not_being_zero() => PropertyRun.Trials(300, random =>
    {
        var size = random.Between(1, 5);
        var matrix = random.NextMatrix(size, size, r => (Rational)r.Between(-9, 9));
        var entries = RandomMaps.Entries(matrix).Select(x => new ComplexNumber<Interval>(Interval.Enclose(x), Interval.FromDouble(0))).ToArray();
        Assert.Equal(!FractionFree.Determinant(matrix).IsZero, SmallInverse.IsRegular(entries, size));
    });

    private static bool Holds<T>(ProductMap map, Rational[] coefficients)
        where T : struct, IEnclosure<T>
    {
        var evaluation = new ProductEvaluation<T>(map);
        evaluation.EvaluateProducts([.. coefficients.Select(c => new ComplexNumber<T>(T.Enclose(c), T.FromDouble(0)))]);
        return SquarefreeProof.Holds(map, evaluation);
    }

    private static bool InLanes(ProductMap map, Rational[] coefficients)
    {
        var evaluation = new ProductEvaluation<LaneBall>(map);
        evaluation.EvaluateProducts([.. coefficients.Select(c => new ComplexNumber<LaneBall>(LaneBall.Enclose(Interval.Enclose(c)), LaneBall.FromDouble(0)))]);
        return LaneRegularity.Squarefree(map, evaluation).Any(x => x);
    }

    /// <summary>Factors with small rational roots, infinity and zero among them; with a root twice, inside a factor or in two of them.</summary>
    private static (ProductMap Map, Rational[] Coefficients) Draw(TestRandom random, bool repeat)
    {
        int[] degrees = [random.Between(1, 3), random.Between(1, 2)];
        var roots = new List<(int X, int Y)>();
        (int X, int Y)[] pool = [(1, 0), (0, 1), (1, 1), (-1, 1), (2, 1), (-3, 1), (1, 2), (5, 3)];
        foreach (var root in pool.OrderBy(_ => random.Next()).Take(degrees.Sum())) roots.Add(root);
        if (repeat) roots[random.Between(1, roots.Count - 1)] = roots[0];
        if (repeat) roots = [.. roots.OrderBy(_ => random.Next())];
        var map = new ProductMap([new ProductBlock(1, [new ProductFactor(degrees[0], 1), new ProductFactor(degrees[1], 2)])]);
        Rational[] first = Multiply(roots[..degrees[0]]), second = Multiply(roots[degrees[0]..]);
        return (map, [.. first, .. second]);
    }

    /// <summary>The product of y_i x - x_i y, as coefficients by the exponent of x.</summary>
    private static Rational[] Multiply(List<(int X, int Y)> roots)
    {
        Rational[] product = [new(1, 3)];
        foreach (var (x, y) in roots)
        {
            var next = new Rational[product.Length + 1];
            for (var i = 0; i < product.Length; i++)
            {
                next[i] -= x * product[i];
                next[i + 1] += y * product[i];
            }

            product = next;
        }

        return product;
    }
}

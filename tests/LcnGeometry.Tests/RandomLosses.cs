using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>Random quadratic losses with small rational entries.</summary>
internal static class RandomLosses
{
    /// <summary>A random target and, unless one is given, a random positive definite metric.</summary>
    public static QuadraticLoss NextLoss(this TestRandom random, int size, Metric? metric = null) =>
        QuadraticLoss.FromTarget([.. Enumerable.Range(0, size).Select(_ => new Rational(random.Between(-30, 30), random.Between(1, 3)))], metric ?? random.NextMetric(size));

    /// <summary>The Gram matrix of random vectors, and a multiple of the identity.</summary>
    public static Metric NextMetric(this TestRandom random, int size)
    {
        var factor = new Matrix<Rational>(size, size, (_, _) => random.Between(-4, 4));
        return Metric.FromMatrix((factor * factor.Transpose()) + (Rational)random.Between(1, 3) * Matrix<Rational>.Identity(size));
    }
}

using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>Random losses with rational entries: the moment matrix of a few more vectors than entries, and any target.</summary>
internal static class RandomLosses
{
    public static QuadraticLoss NextLoss(this TestRandom random, int size)
    {
        while (true)
        {
            var vectors = new Matrix<Rational>(size + 1, size, (_, _) => new Rational(random.Between(-30, 30), 10));
            var moments = vectors.Transpose() * vectors;
            if (FractionFree.Rank(moments) < size) continue;
            return QuadraticLoss.FromTarget([.. Enumerable.Range(0, size).Select(_ => new Rational(random.Between(-99, 99), 10))], Metric.FromMatrix(moments));
        }
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>Random data, generic metric: every list of critical points is complete and certified, and every kind is decided.</summary>
public class EveryListIsCompleteTests
{
    public static TheoryData<string, string?> Architectures
    {
        get
        {
            var data = new TheoryData<string, string?>();
            for (var degree = 1; degree <= 5; degree++)
            {
                foreach (var filters in RandomNetworks.Compositions(degree)) data.Add(string.Join(',', filters), null);
            }

            foreach (var (filters, strides) in (ReadOnlySpan<(string, string)>)[("2,2", "2,1"), ("3,2", "2,1"), ("2,3", "3,1"), ("2,2,2", "2,2,1"), ("2,2,2", "1,2,1"), ("2,2,2", "2,1,1"), ("3,3", "2,1"), ("1,2,2", "2,1,1"), ("2,1,2", "2,2,1")])
            {
                data.Add(filters, strides);
            }

            return data;
        }
    }

    // 50 data sets each, 1000 at effort 10.
    private static int DataSets => Effort.Level >= 10 ? 100 : 50;

    // S3, S4 and F17: the closed-form number of critical parameters is the number found, each certified.
    [Theory]
    [MemberData(nameof(Architectures))]
    public void Every_list_is_complete(string filters, string? strides)
    {
        var net = Architecture.Parse(filters, strides);
        PropertyRun.Trials(DataSets, random =>
        {
            // Trials of different architectures see different data.
            for (var skip = $"{filters};{strides}".Sum(c => c); skip > 0; skip--) random.Chance(0.5);
            var loss = RandomLoss(net, random);
            var points = LcnGeometry.CriticalPoints.Find(net, loss);
            Assert.Equal(Verdict.Holds, points.Completeness.Verdict);
            Assert.Equal(CriticalPointCount.OnParameters(net.Filters), points.Completeness.Certified);
            Assert.Empty(points.Completeness.Lost);
            Assert.All(points, point => Assert.Equal(Integer.Zero, point.UndecidedFactorizations));
            var kinds = points.SelectMany(point => point.Factorizations).Select(f => f.Kind).ToArray();
            Assert.DoesNotContain(CriticalPointKind.Degenerate, kinds);
            Assert.Contains(CriticalPointKind.GlobalMinimum, kinds);
        });
    }

    private static QuadraticLoss RandomLoss(Architecture net, TestRandom random)
    {
        // A^T A of Gaussian decimals, shifted: no special position, condition up to about 10^4.
        var size = net.EndToEndSize;
        Rational[] a = [.. Enumerable.Range(0, size * size).Select(_ => Decimal(random))];
        var q = new Matrix<Rational>(size, size, (i, j) =>
        {
            var sum = i == j ? new Rational(1, 20) : Rational.Zero;
            for (var k = 0; k < size; k++) sum += a[(k * size) + i] * a[(k * size) + j];
            return sum;
        });
        ImmutableArray<Rational> target = [.. Enumerable.Range(0, size).Select(_ => Decimal(random))];
        return QuadraticLoss.FromTarget(target, Metric.FromMatrix(q));
    }

    private static Rational Decimal(TestRandom random) => new(random.Between(-30000, 30000), 10000);
}

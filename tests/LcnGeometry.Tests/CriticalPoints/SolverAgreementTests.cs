using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The homotopy solver and exact elimination share nothing but the strata; they must find the same real functions.</summary>
public class SolverAgreementTests
{
    [Theory]
    [InlineData("2,2", "1")]
    [InlineData("3,2", "1")]
    [InlineData("2,2,2", "1,1")]
    [InlineData("3,3", "1")]
    [InlineData("2,2", "2")]
    [InlineData("3,2", "2")]
    [InlineData("2,2,2", "2,1")]
    public void Real_critical_functions_agree_in_number_and_value(string filters, string strides) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides + ",1");
        Compare(net, random.NextLoss(net.EndToEndSize));
        Compare(net, random.NextLoss(net.EndToEndSize, Metric.Identity(net.EndToEndSize)));
        Compare(net, random.NextLoss(net.EndToEndSize, Metric.Bombieri(net.EndToEndSize)));
    });

    [Theory]
    [InlineData("2,2", "1", "bombieri", 4, 6)]
    [InlineData("3,3", "1", "bombieri", 21, 39)]
    [InlineData("2,2", "2", "identity", 2, 6)]
    [InlineData("4,2", "2", "identity", 6, 14)]
    [InlineData("3,3", "2", "identity", 23, 39)]
    public void Lists_for_special_metrics_are_complete(string filters, string strides, string metric, int certified, int generic) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides + ",1");
        var points = LcnGeometry.CriticalPoints.Find(net, random.NextLoss(net.EndToEndSize, Metric.Parse(metric, net.EndToEndSize)));
        Assert.Equal(generic, points.Completeness.Expected);
        Assert.Equal(certified, points.Completeness.Certified);
        Assert.Equal(VerdictKind.Holds, points.Completeness.Verdict.Kind);
    });

    private static void Compare(Architecture net, QuadraticLoss loss)
    {
        var points = LcnGeometry.CriticalPoints.Find(net, loss);
        for (var s = 0; s < points.Strata.Length; s++)
        {
            var (stratum, own) = (points.Strata[s].Stratum, s);
            if (stratum.IsUnconstrained) continue;
            var exact = ExactStratumCount.Of(stratum, loss);
            var solved = points.Where(p => p.Stratum == own).ToArray();
            Assert.Equal(VerdictKind.Holds, exact.Complete.Kind);
            Assert.Equal((Integer)exact.Distinct, points.Strata[s].Completeness.Certified);
            Assert.Equal(exact.Real.Length, solved.Length);
            foreach (var solution in exact.Real)
            {
                var filter = solution.Filter(Rational.PowerOfTwo(-60));
                Assert.Single(solved, p => p.Function.Zip(filter, Meet).All(x => x));
            }
        }
    }

    private static bool Meet(Interval enclosure, RationalInterval exact) =>
        exact.Intersects(new RationalInterval(Rational.RationalizeExactly(enclosure.Lower), Rational.RationalizeExactly(enclosure.Upper)));
}

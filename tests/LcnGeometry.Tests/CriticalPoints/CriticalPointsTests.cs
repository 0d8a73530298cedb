using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

public class CriticalPointsTests
{
    /// <summary>The table of purity counts (F14): all critical parameters modulo scalings, whatever the strides.</summary>
    [Theory]
    [InlineData("2,2", "1,1", 6)]
    [InlineData("2,2", "2,1", 6)]
    [InlineData("3,2", "1,1", 10)]
    [InlineData("3,2", "2,1", 10)]
    [InlineData("3,3", "1,1", 39)]
    [InlineData("4,2", "2,1", 14)]
    [InlineData("2,2,2", "1,1,1", 34)]
    [InlineData("2,2,2", "1,2,1", 34)]
    [InlineData("2,2,2", "2,1,1", 34)]
    [InlineData("2,2,2", "2,2,1", 34)]
    public void Every_critical_parameter_is_certified(string filters, string strides, int expected)
    {
        var net = Architecture.Parse(filters, strides);
        var points = Landscape.Find(net, new TestRandom((ulong)expected).NextLoss(net.EndToEndSize));
        Assert.Equal(expected, (int)points.Completeness.Expected);
        Assert.Equal(expected, (int)points.Completeness.Certified);
        Assert.Equal(VerdictKind.Holds, points.Completeness.Verdict.Kind);
        Assert.Equal(VerdictKind.Holds, points.AllRealPoints.Kind);
        Assert.Equal($"{expected} of {expected} certified", points.Completeness.ToString());
    }
}

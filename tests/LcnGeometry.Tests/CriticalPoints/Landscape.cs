using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The search under test.</summary>
internal static class Landscape
{
    public static CriticalPointSet Find(Architecture net, QuadraticLoss loss) => LcnGeometry.CriticalPoints.Find(net, loss);

    public static CriticalPointSet Find(string filters, string? strides, string target, string metric)
    {
        var net = Architecture.Parse(filters, strides);
        return Find(net, QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], Metric.Parse(metric, net.EndToEndSize)));
    }
}

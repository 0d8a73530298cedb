namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The search under test, with one solver for all tests, so that start solutions are found once.</summary>
internal static class Landscape
{
    public static CriticalPointSet Find(Architecture net, QuadraticLoss loss) => LcnGeometry.CriticalPoints.Find(net, loss);
}

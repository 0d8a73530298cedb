using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Proves that the points of a start system are pairwise different, simple solutions.</summary>
internal static class StartCheck
{
    /// <summary>Whether Krawczyk's test proves a solution near every point, for exactly the data of the system, and no two the same.</summary>
    public static bool Holds(StartSystem system)
    {
        if (system.Solutions.Any(s => s.Any(x => !Complex.IsFinite(x))) || !IsFinite(system.Data)) return false;
        var ends = system.Solutions.Select(s => new PathEnd(PathStatus.Arrived, s, new Complex[s.Length], 0, 0, 0)).ToArray();
        var boxes = new SolutionBox?[ends.Length];
        var data = ExactData.Of(system.Data);
        WorkShares.Run(ends.Length, (first, count) => new SolutionCertifier(system.Map, data).Certify(ends.AsSpan(first, count), boxes.AsSpan(first, count)), false, CancellationToken.None);
        var collection = new CertifiedCollection();
        for (var i = 0; i < boxes.Length; i++)
        {
            if (boxes[i] is not { } box || collection.Add(box) != i) return false;
        }

        return true;
    }

    private static bool IsFinite(QuadraticData data) => data.Form.All(Complex.IsFinite) && data.Linear.All(Complex.IsFinite);
}

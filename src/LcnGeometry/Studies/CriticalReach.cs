using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>How far the search for critical points goes: on its own account, and when it is asked for.</summary>
internal static class CriticalReach
{
    private const int LargestDegree = 8;
    private const int MostStrided = 2000;
    private const int HopelessDegree = 24;

    /// <summary>Why critical points are not computed unless they are asked for; null when they are.</summary>
    public static string? Refusal(Architecture net, CancellationToken token)
    {
        if (net.IsStrideOne)
        {
            return net.RootCount <= LargestDegree ? null : $"Critical points are not computed: the degree is {net.RootCount}, above {LargestDegree}; lcn critical computes them on request.";
        }

        if (net.RootCount > HopelessDegree) return $"Critical points are not computed: {net} has too many for generic data.";
        var count = CriticalPointCount.OnParameters(net.Filters, token);
        return count <= MostStrided ? null : $"Critical points are not computed: there are {count} for generic data, above {MostStrided}; lcn critical computes them on request.";
    }

    /// <summary>An estimate of the time without start solutions at hand.</summary>
    public static double Seconds(Architecture net, CancellationToken token)
    {
        if (net.RootCount > HopelessDegree) return double.PositiveInfinity;
        Integer paths = 0;
        foreach (var stratum in CriticalStratum.All(net, token)) paths += stratum.GenericCount;

        // Each path costs about the cube of the number of unknowns.
        return ((Rational)paths).ToDouble() * Math.Pow(net.RootCount + 2, 3) * SecondsPerPath;
    }

    // Measured on two cores of 2020s server hardware.
    private const double SecondsPerPath = 1e-6;
}

using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Tells which approximate roots are one root, by the clearest gap among their distances.</summary>
internal sealed record RootClusters
{
    /// <summary>Distances below this are never told apart, even at a perfect limit.</summary>
    private const double Resolution = 1e-7;

    /// <summary>A gap is clear when the distances on its two sides differ by this factor.</summary>
    private const double ClearGap = 30;

    /// <summary>The pattern; null when no gap is clear.</summary>
    public RootPattern? Pattern { get; private init; }

    /// <summary>Why there is no pattern.</summary>
    public string? Reason { get; private init; }

    /// <summary>The least distance between roots of different clusters; null for a single cluster.</summary>
    public double? Separation { get; private init; }

    /// <summary>The longest link that joined roots; zero when all roots are simple.</summary>
    public double Spread { get; private init; }

    /// <summary>Clusters the roots of a real form.</summary>
    /// <param name="roots">All roots with multiplicity, the non-real ones in conjugate pairs.</param>
    /// <param name="uncertainty">How far the weights may be from the limit, relative to their norm.</param>
    public static RootClusters Of(IEnumerable<SpherePoint> roots, double uncertainty)
    {
        var points = roots.ToArray();
        if (points.Length == 0) return new RootClusters { Pattern = new RootPattern([], []) };
        var links = ShortestLinks(points);
        var floor = Math.Clamp(100 * uncertainty, Resolution, 1);

        // Joining along the first so many links; the best choice has the widest gap to the first link left out.
        var best = 0;
        for (var joined = 1; joined <= links.Length; joined++)
        {
            if (Above(links, joined) / Below(links, joined, floor) > Above(links, best) / Below(links, best, floor)) best = joined;
        }

        var clear = Above(links, best) / Below(links, best, floor) >= ClearGap;
        return new RootClusters
        {
            Pattern = clear ? PatternOf(points, links.AsSpan(0, best)) : null,
            Reason = clear ? null
                : uncertainty > 1e-3 ? "The run ended too far from its limit to tell single from multiple roots."
                : $"The roots lie so that no distance tells single from multiple ones (gap {Scalar.Format(Below(links, best, floor))} to {Scalar.Format(Above(links, best))}).",
            Separation = best < links.Length ? links[best].Length : null,
            Spread = best > 0 ? links[best - 1].Length : 0,
        };
    }

    private static double Below(Link[] links, int joined, double floor) => joined == 0 ? floor : Math.Max(floor, links[joined - 1].Length);

    private static double Above(Link[] links, int joined) => joined == links.Length ? 2 : links[joined].Length;

    /// <summary>The links of a shortest spanning tree, ascending: the distances at which clusters merge.</summary>
    private static Link[] ShortestLinks(SpherePoint[] points)
    {
        var links = new Link[points.Length - 1];
        var nearest = new (double Length, int From)[points.Length];
        var isInside = new bool[points.Length];
        isInside[0] = true;
        for (var i = 1; i < points.Length; i++) nearest[i] = (SpherePoint.Distance(points[0], points[i]), 0);
        for (var k = 0; k < links.Length; k++)
        {
            var next = -1;
            for (var i = 1; i < points.Length; i++)
            {
                if (!isInside[i] && (next < 0 || nearest[i].Length < nearest[next].Length)) next = i;
            }

            isInside[next] = true;
            links[k] = new Link(nearest[next].Length, nearest[next].From, next);
            for (var i = 1; i < points.Length; i++)
            {
                if (isInside[i]) continue;
                var length = SpherePoint.Distance(points[next], points[i]);
                if (length < nearest[i].Length) nearest[i] = (length, next);
            }
        }

        Array.Sort(links, static (left, right) => left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.To.CompareTo(right.To));
        return links;
    }

    private static RootPattern PatternOf(SpherePoint[] points, ReadOnlySpan<Link> joined)
    {
        var cluster = new int[points.Length];
        for (var i = 0; i < cluster.Length; i++) cluster[i] = i;
        foreach (var link in joined)
        {
            int keep = cluster[link.From], drop = cluster[link.To];
            foreach (ref var member in cluster.AsSpan())
            {
                if (member == drop) member = keep;
            }
        }

        List<int> real = [], pairs = [];
        for (var first = 0; first < cluster.Length; first++)
        {
            if (Array.IndexOf(cluster, cluster[first]) != first) continue;
            var (count, height) = (0, 0.0);
            for (var i = first; i < cluster.Length; i++)
            {
                if (cluster[i] == cluster[first]) (count, height) = (count + 1, height + points[i].Y);
            }

            // A real root is its own mirror image.
            if (cluster[Mirror(points, cluster, first)] == cluster[first]) real.Add(count);
            else if (height > 0) pairs.Add(count);
        }

        return new RootPattern(real, pairs);
    }

    /// <summary>The root nearest to the mirror image of a root; of several the one in its own cluster.</summary>
    private static int Mirror(SpherePoint[] points, int[] cluster, int root)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < points.Length; i++)
        {
            var length = SpherePoint.Distance(points[i], points[root].Conjugate);
            if (length < least || (length == least && cluster[i] == cluster[root] && cluster[best] != cluster[root])) (best, least) = (i, length);
        }

        return best;
    }

    private readonly record struct Link(double Length, int From, int To);
}

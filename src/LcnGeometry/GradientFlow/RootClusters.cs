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
        var best = Enumerable.Range(0, links.Count + 1).MaxBy(joined => Above(links, joined) / Below(links, joined, floor));
        var clear = Above(links, best) / Below(links, best, floor) >= ClearGap;
        return new RootClusters
        {
            Pattern = clear ? PatternOf(points, links.Take(best)) : null,
            Reason = clear ? null
                : uncertainty > 1e-3 ? "The run ended too far from its limit to tell single from multiple roots."
                : $"The roots lie so that no distance tells single from multiple ones (gap {Scalar.Format(Below(links, best, floor))} to {Scalar.Format(Above(links, best))}).",
            Separation = best < links.Count ? links[best].Length : null,
            Spread = best > 0 ? links[best - 1].Length : 0,
        };
    }

    private static double Below(List<(double Length, int, int)> links, int joined, double floor) => joined == 0 ? floor : Math.Max(floor, links[joined - 1].Length);

    private static double Above(List<(double Length, int, int)> links, int joined) => joined == links.Count ? 2 : links[joined].Length;

    /// <summary>The links of a shortest spanning tree, ascending: the distances at which clusters merge.</summary>
    private static List<(double Length, int From, int To)> ShortestLinks(SpherePoint[] points)
    {
        var links = new List<(double Length, int From, int To)>();
        var nearest = points.Select(point => (Length: SpherePoint.Distance(points[0], point), From: 0)).ToArray();
        var outside = Enumerable.Range(1, points.Length - 1).ToHashSet();
        while (outside.Count > 0)
        {
            var next = outside.MinBy(i => (nearest[i].Length, i));
            outside.Remove(next);
            links.Add((nearest[next].Length, nearest[next].From, next));
            foreach (var i in outside)
            {
                var length = SpherePoint.Distance(points[next], points[i]);
                if (length < nearest[i].Length) nearest[i] = (length, next);
            }
        }

        return [.. links.OrderBy(link => link.Length).ThenBy(link => link.To)];
    }

    private static RootPattern PatternOf(SpherePoint[] points, IEnumerable<(double, int From, int To)> joined)
    {
        var cluster = Enumerable.Range(0, points.Length).ToArray();
        foreach (var (_, from, to) in joined)
        {
            int keep = cluster[from], drop = cluster[to];
            for (var i = 0; i < cluster.Length; i++)
            {
                if (cluster[i] == drop) cluster[i] = keep;
            }
        }

        List<int> real = [], pairs = [];
        foreach (var members in Enumerable.Range(0, points.Length).GroupBy(i => cluster[i]))
        {
            // A real root is its own mirror image.
            var first = members.First();
            var mirror = Enumerable.Range(0, points.Length).MinBy(i => (SpherePoint.Distance(points[i], points[first].Conjugate), cluster[i] == cluster[first] ? 0 : 1));
            if (cluster[mirror] == cluster[first]) real.Add(members.Count());
            else if (members.Sum(i => points[i].Y) > 0) pairs.Add(members.Count());
        }

        return new RootPattern(real, pairs);
    }
}

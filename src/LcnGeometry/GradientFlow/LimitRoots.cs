using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>The roots of the filters at the end of a run, each from its own filter.</summary>
/// <remarks>The roots of the single filters are well conditioned, those of their product are not where the filters share roots.</remarks>
internal sealed class LimitRoots
{
    private readonly LayerProducts _layers;

    public LimitRoots(LayerProducts layers, ReadOnlySpan<double> point)
    {
        _layers = layers;
        ByLayer = new LimitRoot[layers.Depth][];
        for (var layer = 0; layer < ByLayer.Length; layer++) ByLayer[layer] = Of(layers.Filter(point, layer));
    }

    /// <summary>The k - 1 roots of each filter; a zero filter has none.</summary>
    public LimitRoot[][] ByLayer { get; }

    /// <summary>The clusters of the roots of the end-to-end filter: those of layer l in x^S_l, on the sphere.</summary>
    /// <param name="distance">How far the weights may be from the limit, relative to their natural size.</param>
    public RootClusters Clusters(double distance) => RootClusters.Of(OnSphere(), distance);

    /// <summary>The roots of the end-to-end filter.</summary>
    public List<SpherePoint> OnSphere()
    {
        var points = new List<SpherePoint>();
        for (var layer = 0; layer < ByLayer.Length; layer++)
        {
            foreach (var root in ByLayer[layer]) points.AddRange(SpherePoint.RootsOf(root, _layers.Stride(layer)));
        }

        return points;
    }

    private static LimitRoot[] Of(ReadOnlySpan<double> filter)
    {
        if (filter.IndexOfAnyExcept(0.0) < 0) return [];
        var finite = PolynomialRoots.Approximate(filter);
        var roots = new LimitRoot[filter.Length - 1];
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = i < finite.Length ? new LimitRoot(finite[i].Real, finite[i].Imaginary) : new LimitRoot(double.PositiveInfinity, double.PositiveInfinity);
        }

        return roots;
    }
}

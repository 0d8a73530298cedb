namespace LcnGeometry;

/// <summary>Layers that start equal up to sign and stay so: exchanging two layers of equal size and stride product, with or without both signs, is a symmetry of the flow.</summary>
/// <remarks>Rounding would break the tie, and where the tied filters are unstable the run would leave a set that the flow never leaves.</remarks>
internal sealed class TiedLayers
{
    private readonly LayerProducts _layers;
    private readonly List<(int Leader, int Follower, int Sign)> _ties = [];

    public TiedLayers(LayerProducts layers, double[] start)
    {
        _layers = layers;
        for (var follower = 1; follower < layers.Depth; follower++)
        {
            for (var leader = 0; leader < follower; leader++)
            {
                if (layers.Sizes[leader] != layers.Sizes[follower] || layers.Stride(leader) != layers.Stride(follower)) continue;
                if (SignBetween(layers.Filter(start, leader), layers.Filter(start, follower)) is not { } sign) continue;
                _ties.Add((leader, follower, sign));
                break;
            }
        }
    }

    /// <summary>Makes the followers equal to their leaders again.</summary>
    public void Restore(double[] point)
    {
        foreach (var (leader, follower, sign) in _ties)
        {
            for (var i = 0; i < _layers.Sizes[leader]; i++) point[_layers.Offset(follower) + i] = sign * point[_layers.Offset(leader) + i];
        }
    }

    private static int? SignBetween(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        bool same = true, opposite = true;
        for (var i = 0; i < left.Length; i++)
        {
            same &= left[i] == right[i];
            opposite &= left[i] == -right[i];
        }

        return same ? 1 : opposite ? -1 : null;
    }
}

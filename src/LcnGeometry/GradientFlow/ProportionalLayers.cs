using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Finds layers whose filters are proportional.</summary>
internal static class ProportionalLayers
{
    /// <summary>Layers at a limit whose filters enclose an angle below this count as proportional.</summary>
    public const double AngleTolerance = 1e-6;

    /// <summary>The pairs of layers, 1-based, of equal size above one whose filters enclose an angle below the tolerance.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(LayerProducts layers, ReadOnlySpan<double> point, double tolerance)
    {
        ImmutableArray<ImmutableArray<int>>.Builder? pairs = null;
        for (var i = 0; i < layers.Depth; i++)
        {
            for (var j = i + 1; j < layers.Depth; j++)
            {
                if (layers.Sizes[i] == 1 || layers.Sizes[i] != layers.Sizes[j]) continue;
                if (Angle(layers.Filter(point, i), layers.Filter(point, j)) < tolerance) (pairs ??= ImmutableArray.CreateBuilder<ImmutableArray<int>>()).Add([i + 1, j + 1]);
            }
        }

        return pairs?.ToImmutable() ?? [];
    }

    /// <summary>The angle between two lines; that of a zero filter with anything is a right one.</summary>
    public static double Angle(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double a = LayerProducts.Norm(left), b = LayerProducts.Norm(right);
        if (a == 0 || b == 0) return Math.PI / 2;
        double inner = 0, square = 0;
        for (var i = 0; i < left.Length; i++) inner += left[i] / a * (right[i] / b);
        var sign = Math.CopySign(1, inner);
        for (var i = 0; i < left.Length; i++)
        {
            var difference = (left[i] / a) - (sign * right[i] / b);
            square += difference * difference;
        }

        return Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }
}

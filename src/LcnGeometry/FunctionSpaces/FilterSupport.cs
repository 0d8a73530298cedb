using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>Which coefficients of the end-to-end filter are not zero by structure: strides larger than the filters before them leave gaps.</summary>
internal static class FilterSupport
{
    /// <summary>For each coefficient whether some product of filter entries contributes to it.</summary>
    public static ImmutableArray<bool> Of(Architecture net)
    {
        var reached = new bool[net.EndToEndSize];
        reached[0] = true;
        for (var l = 0; l < net.Depth; l++)
        {
            if (net.Filters[l] == 1) continue;
            var step = (int)net.StrideProducts[l];
            for (var i = reached.Length - 1; i >= 0; i--)
            {
                for (var j = 1; j < net.Filters[l] && !reached[i] && i - (j * step) >= 0; j++) reached[i] = reached[i - (j * step)];
            }
        }

        return [.. reached];
    }
}

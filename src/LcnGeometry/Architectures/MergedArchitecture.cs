using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The normal form of an architecture: all filter sizes and all strides but the last above one.</summary>
/// <remarks>
/// The function space of the merged architecture has the same dimension and Zariski closure; over the real numbers it can be larger (F1 of the theory).
/// An architecture whose layers all have size one merges to the single layer of size one.
/// </remarks>
public sealed class MergedArchitecture
{
    private MergedArchitecture(ImmutableArray<MergedLayer> layers, Integer commonStep)
    {
        Layers = layers;
        CommonStep = commonStep;
    }

    /// <summary>The merged layers.</summary>
    public ImmutableArray<MergedLayer> Layers { get; }

    /// <summary>The merged filter sizes.</summary>
    public ImmutableArray<int> Filters => [.. Layers.Select(l => l.Size)];

    /// <summary>The merged strides; the last is one.</summary>
    public ImmutableArray<int> Strides => [.. Layers.Select(l => l.Stride)];

    /// <summary>The common exponent that leading layers of size one split off; above one the end-to-end filter has structural zeros.</summary>
    public Integer CommonStep { get; }

    /// <summary>Whether every real filter of every merged layer is a product of real filters of the layers merged into it.</summary>
    public bool HasSameRealImage => Layers.All(l => l.EvenFilters <= 1);

    /// <summary>The network with other sizes of the merged layers and the same strides; a common step becomes the stride of a first layer of size one.</summary>
    internal Architecture WithSizes(ImmutableArray<int> sizes) => CommonStep.IsOne
        ? new Architecture(sizes, Strides)
        : new Architecture(sizes.Insert(0, 1), Strides.Insert(0, (int)CommonStep));

    /// <summary>Merges an architecture.</summary>
    public static MergedArchitecture Of(Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);

        // Layers of size one are scalars: their stride joins that of the layer before.
        var kept = Enumerable.Range(0, architecture.Depth).Where(l => architecture.Filters[l] > 1).ToArray();
        if (kept.Length == 0) return new MergedArchitecture([new MergedLayer(1, 1, 0)], Integer.One);

        var layers = ImmutableArray.CreateBuilder<MergedLayer>();
        int size = 1, evens = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            var layer = kept[i];
            size += architecture.Filters[layer] - 1;
            if (architecture.Filters[layer] % 2 == 0) evens++;
            var stride = i + 1 == kept.Length
                ? Integer.One
                : Integer.DivideExactly(architecture.StrideProducts[kept[i + 1]], architecture.StrideProducts[layer]);
            if (stride.IsOne && i + 1 < kept.Length) continue;
            layers.Add(new MergedLayer(size, (int)stride, evens));
            (size, evens) = (1, 0);
        }

        return new MergedArchitecture(layers.ToImmutable(), architecture.StrideProducts[kept[0]]);
    }
}

/// <summary>A layer of the merged architecture.</summary>
/// <param name="Size">Its filter size.</param>
/// <param name="Stride">Its stride.</param>
/// <param name="EvenFilters">How many of the layers merged into it have an even filter size.</param>
public sealed record MergedLayer(int Size, int Stride, int EvenFilters);

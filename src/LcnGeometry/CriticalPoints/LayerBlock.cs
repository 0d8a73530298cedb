using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A maximal run of layers that are upsampled by the same step: over the complex numbers they act as one layer.</summary>
/// <param name="Step">The product of the strides before the block; a common step of all blocks is included.</param>
/// <param name="Degree">The sum of k_l - 1 over its layers: the number of roots that the block holds.</param>
/// <param name="Layers">The layers with more than one entry, 0-based, ascending; layers of size one belong to no block.</param>
public sealed record LayerBlock(Integer Step, int Degree, ImmutableArray<int> Layers)
{
    /// <summary>The blocks of an architecture, first layer first; none if every layer has size one.</summary>
    /// <param name="net">The architecture.</param>
    /// <returns>Blocks with strictly increasing steps, each dividing the next (F1 of the theory).</returns>
    public static ImmutableArray<LayerBlock> Of(Architecture net)
    {
        ArgumentNullException.ThrowIfNull(net);
        return
        [
            .. Enumerable.Range(0, net.Depth)
                .Where(l => net.Filters[l] > 1)
                .GroupBy(l => net.StrideProducts[l])
                .Select(block => new LayerBlock(block.Key, block.Sum(l => net.Filters[l] - 1), [.. block])),
        ];
    }

    /// <summary>Its layers in words, 1-based: <c>layers 1, 2</c>.</summary>
    internal string LayerNames => (Layers.Length == 1 ? "layer " : "layers ") + string.Join(", ", Layers.Select(l => l + 1));

    /// <summary>How many of its layers have an even filter size: each holds a polynomial of odd degree, so each needs a real root.</summary>
    internal int EvenFilters(Architecture net) => Layers.Count(l => net.Filters[l] % 2 == 0);


    /// <summary>Equality of the step, the degree and the layers.</summary>
    public bool Equals(LayerBlock? other) =>
        other is not null && Step == other.Step && Degree == other.Degree && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, Degree, Layers.Length);
}

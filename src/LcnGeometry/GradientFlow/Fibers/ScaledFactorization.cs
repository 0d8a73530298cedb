using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A factorization whose filters are rescaled so that they have given invariants, up to signs.</summary>
internal sealed class ScaledFactorization
{
    private readonly Architecture _net;
    private readonly int _bits;
    private readonly ImmutableArray<LayerFilter> _filters;
    private readonly ImmutableArray<RationalInterval> _squaredScales;

    private ScaledFactorization(
        Architecture net, ImmutableArray<LayerFilter> filters, ImmutableArray<RationalInterval> squaredNorms, ImmutableArray<RationalInterval> squaredScales, int bits)
    {
        _net = net;
        _bits = bits;
        _filters = filters;
        SquaredNorms = squaredNorms;
        _squaredScales = squaredScales;
    }

    /// <summary>The squared norms of the rescaled filters.</summary>
    public ImmutableArray<RationalInterval> SquaredNorms { get; }

    /// <summary>The tangent kernel; it does not depend on the signs.</summary>
    /// <remarks>The product of the other layers is scaled by the inverse of the layer's own scale, because all scales have product one.</remarks>
    public TangentKernel Kernel() => TangentKernel.Weighted(_net, _filters, [.. _squaredScales.Select(scale => RationalInterval.One / scale)], SquaredNorms, _bits);

    /// <summary>Rescales a factorization of a nonzero function.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="filters">The factorization; no filter is zero.</param>
    /// <param name="gaps">How much the squared norm of each layer shall exceed the smallest one.</param>
    /// <param name="bits">The wanted relative accuracy.</param>
    /// <param name="token">Stops a long computation.</param>
    public static ScaledFactorization Of(Architecture net, ImmutableArray<LayerFilter> filters, ImmutableArray<Rational> gaps, int bits, CancellationToken token)
    {
        ImmutableArray<RationalInterval> own = [.. filters.Select(filter => TangentKernel.SquaredNorm(filter, bits))];
        var product = own.Aggregate(RationalInterval.One, (value, norm) => value * norm);
        var smallest = InvariantScale.Smallest(product, gaps, bits, token);
        ImmutableArray<RationalInterval> norms = [.. gaps.Select(gap => smallest + gap)];
        return new ScaledFactorization(net, filters, norms, [.. norms.Zip(own, (norm, unscaled) => norm / unscaled)], bits);
    }

    /// <summary>The filters for each choice of signs with product one, all positive first.</summary>
    public IEnumerable<(ImmutableArray<LayerFilter> Filters, ImmutableArray<int> Signs)> Parameters()
    {
        ImmutableArray<LayerFilter> positive = [.. _filters.Zip(_squaredScales, (filter, scale) => Times(filter, SignificantBits.SquareRoot(scale, _bits), _bits))];
        ImmutableArray<LayerFilter> negative = [.. positive.Select(filter => filter.Scale(-Rational.One))];
        var signs = new int[_net.Depth];
        Array.Fill(signs, 1);
        while (true)
        {
            yield return ([.. signs.Select((sign, layer) => sign > 0 ? positive[layer] : negative[layer])], [.. signs]);

            // Counts in binary from the last layer; the first layer makes the product one.
            var place = signs.Length - 1;
            while (place > 0 && signs[place] < 0) signs[place--] = 1;
            if (place <= 0) yield break;
            signs[place] = -1;
            signs[0] = signs.Skip(1).Aggregate(1, (product, sign) => product * sign);
        }
    }

    private static LayerFilter Times(LayerFilter filter, RationalInterval scale, int bits) =>
        new([.. filter.Coefficients.Select(c => SignificantBits.Widen(SignificantBits.Widen(c, bits) * scale, bits))]);
}

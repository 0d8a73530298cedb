using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The map from the filters of the layers to the end-to-end filter, and its differential, over any domain.</summary>
public static class ParameterizationMap
{
    /// <summary>The end-to-end filter of a network.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filters">The weights.</param>
    /// <returns>The k̄ coefficients of the end-to-end filter, index = exponent of x.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> as exact as the arithmetic of <typeparamref name="T"/>.</para>
    /// <para><b>Method:</b> the product of the layers' polynomials, layer l upsampled by the product of the earlier strides.</para>
    /// <para><b>Cost:</b> at most k̄ times the number of parameters coefficient operations.</para>
    /// <para><b>Source:</b> D3 and D4 of the theory; Kohn, Merkh, Montúfar, Trager, <i>Geometry of Linear Convolutional Networks</i>, arXiv 2108.01538.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,2");
    /// var weights = new FilterStack&lt;Integer&gt;(net, [[1, 2], [3, 4]]);
    /// ParameterizationMap.EndToEnd(weights);   // 3, 10, 8
    /// </code>
    /// </example>
    public static ImmutableArray<T> EndToEnd<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        ArgumentNullException.ThrowIfNull(filters);
        var product = Polynomial<T>.One;
        for (var layer = 0; layer < filters.Architecture.Depth; layer++) product *= Upsampled(filters, layer);
        return product.CoefficientsPadded(filters.Architecture.EndToEndSize);
    }

    /// <summary>The Jacobian matrix of the end-to-end filter with respect to all filter entries.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filters">The weights.</param>
    /// <returns>A k̄ × Σk_l matrix; columns ordered by layer, then by index within the layer.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> as exact as the arithmetic of <typeparamref name="T"/>.</para>
    /// <para><b>Method:</b> the column of entry i of layer l is the product of all other layers, shifted by i S_l.</para>
    /// <para><b>Cost:</b> L products of polynomials of degree below k̄.</para>
    /// <para><b>Source:</b> C1 and section 12 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("2,2");
    /// var weights = new FilterStack&lt;Integer&gt;(net, [[1, 2], [2, 4]]);
    /// FractionFree.Rank(ParameterizationMap.Jacobian(weights));   // 2: proportional filters are critical
    /// </code>
    /// </example>
    public static Matrix<T> Jacobian<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        ArgumentNullException.ThrowIfNull(filters);
        var net = filters.Architecture;
        var complements = Complements(filters);
        var layerOfColumn = new List<(int Layer, int Shift)>();
        for (var layer = 0; layer < net.Depth; layer++)
        {
            for (var i = 0; i < net.Filters[layer]; i++) layerOfColumn.Add((layer, net.Filters[layer] == 1 ? 0 : i * (int)net.StrideProducts[layer]));
        }

        return new Matrix<T>(net.EndToEndSize, layerOfColumn.Count, (row, column) =>
        {
            var (layer, shift) = layerOfColumn[column];
            return row < shift ? T.Zero : complements[layer][row - shift];
        });
    }

    /// <summary>For each layer the product of all other layers, upsampled: the polynomials P_l.</summary>
    internal static Polynomial<T>[] Complements<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        var depth = filters.Architecture.Depth;
        var complements = new Polynomial<T>[depth];
        var before = Polynomial<T>.One;
        for (var layer = 0; layer < depth; layer++)
        {
            complements[layer] = before;
            before *= Upsampled(filters, layer);
        }

        var after = Polynomial<T>.One;
        for (var layer = depth - 1; layer >= 0; layer--)
        {
            complements[layer] *= after;
            after *= Upsampled(filters, layer);
        }

        return complements;
    }

    // A layer of size one is a constant whatever its stride product, which may exceed every integer type.
    private static Polynomial<T> Upsampled<T>(FilterStack<T> filters, int layer)
        where T : IIntegralDomain<T>
    {
        var polynomial = filters.LayerPolynomial(layer);
        return polynomial.IsConstant ? polynomial : polynomial.Upsample((int)filters.Architecture.StrideProducts[layer]);
    }
}

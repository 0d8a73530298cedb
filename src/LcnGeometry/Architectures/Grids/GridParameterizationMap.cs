using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The map from the filters of the layers to the end-to-end filter, and its differential, for several directions and over any domain.</summary>
public static class GridParameterizationMap
{
    /// <summary>The end-to-end filter of a network.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filters">The weights.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The entries of the end-to-end tensor in C order, index = exponents.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> as exact as the arithmetic of <typeparamref name="T"/>.</para>
    /// <para><b>Method:</b> every entry of a layer moves what the layers before it made by its place times their stride products, and scales it.</para>
    /// <para><b>Cost:</b> at most the number of end-to-end entries times the number of parameters coefficient operations.</para>
    /// <para><b>Source:</b> D3 and D8 of the theory; Kohn, Merkh, Montúfar, Trager, <i>Geometry of Linear Convolutional Networks</i>, arXiv 2108.01538.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = GridArchitecture.Parse("2x1,1x2");
    /// var weights = new GridFilterStack&lt;Integer&gt;(net, [[1, 2], [3, 4]]);
    /// GridParameterizationMap.EndToEnd(weights);   // 3, 4, 6, 8: the outer product
    /// </code>
    /// </example>
    public static ImmutableArray<T> EndToEnd<T>(GridFilterStack<T> filters, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        ArgumentNullException.ThrowIfNull(filters);
        return [.. ProductWithout(filters, -1, GridOffsets.EndToEnd(filters.Architecture), token)];
    }

    /// <summary>The Jacobian matrix of the end-to-end filter with respect to all filter entries.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filters">The weights.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>One row for each entry of the end-to-end tensor, one column for each filter entry, layer after layer, all in C order.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> as exact as the arithmetic of <typeparamref name="T"/>.</para>
    /// <para><b>Method:</b> the column of an entry is the product of all other layers, moved to its place.</para>
    /// <para><b>Cost:</b> as many end-to-end products as there are layers.</para>
    /// <para><b>Source:</b> C1 and section 12 of the theory, with D8.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = GridArchitecture.Parse("2x2,2x2");
    /// var weights = new GridFilterStack&lt;Integer&gt;(net, [[1, 2, 3, 5], [1, 4, -1, 2]]);
    /// FractionFree.Rank(GridParameterizationMap.Jacobian(weights));   // 7: eight entries less one scaling
    /// </code>
    /// </example>
    public static Matrix<T> Jacobian<T>(GridFilterStack<T> filters, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        ArgumentNullException.ThrowIfNull(filters);
        var (net, offsets) = (filters.Architecture, GridOffsets.EndToEnd(filters.Architecture));
        var columns = new List<(T[] Complement, int Shift)>();
        for (var layer = 0; layer < offsets.Length; layer++)
        {
            var complement = ProductWithout(filters, layer, offsets, token);
            columns.AddRange(offsets[layer].Select(shift => (complement, shift)));
        }

        return new Matrix<T>(net.EndToEndEntries, columns.Count, (row, column) =>
        {
            var (complement, shift) = columns[column];
            return row < shift ? T.Zero : complement[row - shift];
        });
    }

    /// <summary>The product of all layers but one, laid out like the whole end-to-end tensor.</summary>
    private static T[] ProductWithout<T>(GridFilterStack<T> filters, int left, int[][] offsets, CancellationToken token)
        where T : IIntegralDomain<T>
    {
        var product = new T[filters.Architecture.EndToEndEntries];
        Array.Fill(product, T.Zero);
        product[0] = T.One;
        for (var layer = 0; layer < offsets.Length; layer++)
        {
            token.ThrowIfCancellationRequested();
            if (layer == left) continue;
            var next = new T[product.Length];
            Array.Fill(next, T.Zero);
            for (var place = 0; place < product.Length; place++)
            {
                if (product[place].IsZero) continue;
                for (var entry = 0; entry < offsets[layer].Length; entry++)
                {
                    var weight = filters.Filters[layer][entry];
                    if (!weight.IsZero) next[place + offsets[layer][entry]] += product[place] * weight;
                }
            }

            product = next;
        }

        return product;
    }
}

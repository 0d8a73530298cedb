using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Closed formulas for convolutional networks whose activation is a power: what a generic linear section and a generic squared loss have over the complex numbers.</summary>
/// <remarks>
/// The coefficients of the network's polynomial are forms of degree d_l = r^(L-l) in the filter of layer l, and they have no common zero with all filters nonzero
/// (F19 of the theory). So the numbers are those of the Segre-Veronese variety of these degrees, whatever the strides.
/// </remarks>
public static partial class ActivationCounts
{
    /// <summary>The degrees of the network's output in the filters of its layers: r^(L-1), ..., r, 1.</summary>
    /// <param name="layers">The number of layers L.</param>
    /// <param name="power">The exponent r of the activation.</param>
    /// <returns>One degree per layer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    internal static ImmutableArray<Integer> LayerDegrees(int layers, int power)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(power, 1);
        var degrees = new Integer[layers];
        degrees[^1] = 1;
        for (var layer = layers - 2; layer >= 0; layer--) degrees[layer] = degrees[layer + 1] * power;
        return [.. degrees];
    }

    /// <summary>The number of filters modulo scalings at which a generic linear section of complementary dimension is met: the degree of a Segre-Veronese variety.</summary>
    /// <param name="filters">The filter sizes k_1..k_L; the strides do not matter.</param>
    /// <param name="power">The exponent r of the activation; 1 for a linear network.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>n! ∏ d_l^(k_l-1) / (k_l-1)! with n = Σ (k_l-1). For r above 1 this is the degree of the neurovariety; for r = 1 that degree times the number of generic factorizations.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a theorem for every architecture with any strides.</para>
    /// <para><b>Method:</b> the self-intersection number of the hyperplane class Σ d_l h_l on the product of projective spaces.</para>
    /// <para><b>Cost:</b> n products of integers.</para>
    /// <para><b>Source:</b> F19 of the theory; V. Shahverdi, G. L. Marchetti, K. Kohn, arXiv 2410.00722.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// ActivationCounts.ParameterDegree([2, 2], power: 2);   // 4
    /// </code>
    /// </example>
    public static Integer ParameterDegree(ImmutableArray<int> filters, int power, CancellationToken token = default)
    {
        var degrees = LayerDegrees(LengthOf(filters), power);
        Integer count = 1;
        var placed = 0;
        for (var layer = 0; layer < filters.Length; layer++)
        {
            for (var i = 1; i < filters[layer]; i++)
            {
                token.ThrowIfCancellationRequested();
                count = Integer.DivideExactly(count * ++placed, i) * degrees[layer];
            }
        }

        return count;
    }

    /// <summary>The number of critical parameters of a squared loss modulo layer scalings, with nonzero function: the generic Euclidean distance degree of a Segre-Veronese variety.</summary>
    /// <param name="filters">The filter sizes k_1..k_L; the strides do not matter.</param>
    /// <param name="power">The exponent r of the activation; 1 for a linear network.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The number of complex critical points, with multiplicity, for a generic quadratic form and target, and for a generic data set of at least Σ (k_l-1) + 1 samples.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a theorem for generic data, an upper bound for the number of isolated solutions otherwise.</para>
    /// <para><b>Method:</b> the alternating sum of polar degrees through the Chern classes of the product of projective spaces.</para>
    /// <para><b>Cost:</b> n² operations on integers, with n = Σ (k_l - 1).</para>
    /// <para><b>Source:</b> F17 and F19 of the theory; V. Shahverdi, G. L. Marchetti, K. Kohn, arXiv 2410.00722.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// ActivationCounts.CriticalPoints([2, 2], power: 2);   // 14
    /// </code>
    /// </example>
    public static Integer CriticalPoints(ImmutableArray<int> filters, int power, CancellationToken token = default)
    {
        // Coefficients of prod_j sum_e C(k_j, e) (k_j - 1)! / (k_j - 1 - e)! d_j^(k_j - 1 - e) z^e, all integers.
        var degrees = LayerDegrees(LengthOf(filters), power);
        var product = Polynomial<Integer>.One;
        Integer denominator = 1;
        for (var layer = 0; layer < filters.Length; layer++)
        {
            token.ThrowIfCancellationRequested();
            var k = filters[layer];
            var coefficients = new Integer[k];
            coefficients[0] = 1;
            for (var e = 1; e < k; e++) coefficients[e] = Integer.DivideExactly(coefficients[e - 1] * (k - e + 1) * (k - e), e);
            Integer weight = 1;
            for (var e = k - 1; e >= 0; e--, weight *= degrees[layer]) coefficients[e] *= weight;
            product *= new Polynomial<Integer>(coefficients);
            denominator *= CriticalPointCount.Factorial(k - 1);
        }

        return Integer.DivideExactly(CriticalPointCount.AlternatingSum(product, filters.Sum() - filters.Length, token), denominator);
    }

    private static int LengthOf(ImmutableArray<int> filters)
    {
        if (filters.IsDefaultOrEmpty) throw new ArgumentException("A network has at least one layer.", nameof(filters));
        foreach (var k in filters) ArgumentOutOfRangeException.ThrowIfLessThan(k, 1, nameof(filters));
        return filters.Length;
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Closed formulas for the number of complex critical points of the squared loss with generic data.</summary>
public static partial class CriticalPointCount
{
    /// <summary>The number of critical functions on a stratum of forms with given root multiplicities: its generic Euclidean distance degree.</summary>
    /// <param name="multiplicities">The multiplicities of the complex roots, each at least 1; a partition of the degree.</param>
    /// <returns>The number of critical points on the smooth part of the stratum, for generic quadratic form and target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A multiplicity is below 1.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a theorem for generic data, an upper bound for the number of isolated solutions otherwise.</para>
    /// <para><b>Method:</b> the case of one block of <see cref="OnStratum(ImmutableArray{ImmutableArray{int}})"/>.</para>
    /// <para><b>Cost:</b> ν² integer operations for ν roots.</para>
    /// <para><b>Source:</b> S2 of the theory; for hooks H. Lee, B. Sturmfels, <i>Duality of Multiple Root Loci</i>, J. Algebra 446, 2016.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// CriticalPointCount.OnStratum([2, 1, 1]);   // 10
    /// </code>
    /// </example>
    public static Integer OnStratum(ImmutableArray<int> multiplicities) => OnStratum([multiplicities]);

    /// <summary>The number of critical functions on a stratum of a strided architecture, given by the root multiplicities of each block of layers with equal steps.</summary>
    /// <param name="patterns">The multiplicities of the complex roots of each block, each at least 1.</param>
    /// <returns>The number of complex critical functions on the open stratum, for generic quadratic form and target; the steps do not matter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A multiplicity is below 1.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a theorem for generic data, an upper bound for the number of isolated solutions otherwise.</para>
    /// <para>
    /// <b>Method:</b> with one class h for each multiplicity j in each block, v the sum of all j h, r_b the sum of the h of block b and ν_b its number of roots,
    /// the count is a coefficient of ∏_b (1 + v - r_b)^(ν_b+1) / ((1+v)^(B-1) (1-v)). Expanded in powers of the r_b it collapses to
    /// Σ_s (2^(s+1)-1) s! a_s / ∏ m!, where Σ a_s z^s = ∏_b Σ_e (-1)^e C(ν_b+1, e) e! e_(ν_b-e) z^(ν_b-e), with e_i the elementary symmetric
    /// functions of the multiplicities of block b and m the number of roots of each multiplicity.
    /// </para>
    /// <para><b>Cost:</b> ν² integer operations for ν roots.</para>
    /// <para><b>Source:</b> S2, S3 and F17 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// CriticalPointCount.OnStratum([[1, 1], [1]]);   // 10: two layers of sizes 3 and 2 with stride 2
    /// </code>
    /// </example>
    public static Integer OnStratum(ImmutableArray<ImmutableArray<int>> patterns)
    {
        var product = Polynomial<Integer>.One;
        Integer exchanges = 1;
        foreach (var pattern in patterns)
        {
            var symmetric = Polynomial<Integer>.One;
            foreach (var j in pattern)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(j, 1, nameof(patterns));
                symmetric *= new Polynomial<Integer>(1, j);
            }

            var roots = pattern.Length;
            var coefficients = new Integer[roots + 1];
            Integer fallingFactorial = 1;
            for (var e = 0; e <= roots; e++)
            {
                coefficients[e] = fallingFactorial * symmetric[roots - e];
                fallingFactorial *= roots + 1 - e;
            }

            product *= new Polynomial<Integer>(coefficients);
            foreach (var equal in pattern.GroupBy(j => j)) exchanges *= Factorial(equal.Count());
        }

        return Integer.DivideExactly(AlternatingSum(product, patterns.Sum(pattern => pattern.Length), CancellationToken.None), exchanges);
    }

    /// <summary>The number of critical parameters modulo layer scalings, with nonzero function: the generic Euclidean distance degree of a Segre variety.</summary>
    /// <param name="filters">The filter sizes k_1..k_L; the strides do not matter.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The number of complex critical points for generic quadratic form and target, whatever the strides.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a theorem for generic data, an upper bound for the number of isolated solutions otherwise.</para>
    /// <para><b>Method:</b> the alternating sum of polar degrees through the Chern classes of the product of projective spaces.</para>
    /// <para><b>Cost:</b> n² operations on integers of n log n bits, with n = Σ (k_l - 1).</para>
    /// <para><b>Source:</b> S3 and F17 of the theory; V. Shahverdi, <i>Algebraic Complexity and Neurovariety of Linear Convolutional Networks</i>, arXiv 2401.16613.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// CriticalPointCount.OnParameters([3, 2]);   // 10
    /// </code>
    /// </example>
    public static Integer OnParameters(ImmutableArray<int> filters, CancellationToken token = default)
    {
        // Coefficients of prod_j sum_e C(k_j, e) (k_j - 1)! / (k_j - 1 - e)! z^e, all integers.
        var product = Polynomial<Integer>.One;
        Integer denominator = 1;
        var n = 0;
        foreach (var k in filters)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(k, 1, nameof(filters));
            token.ThrowIfCancellationRequested();
            var coefficients = new Integer[k];
            coefficients[0] = 1;
            for (var e = 1; e < k; e++) coefficients[e] = Integer.DivideExactly(coefficients[e - 1] * (k - e + 1) * (k - e), e);
            product *= new Polynomial<Integer>(coefficients);
            denominator *= Factorial(k - 1);
            n += k - 1;
        }

        return Integer.DivideExactly(AlternatingSum(product, n, token), denominator);
    }

    /// <summary>The number of ways to write a complex form with given root multiplicities as an ordered product of squarefree layers, modulo scalings.</summary>
    /// <param name="multiplicities">The multiplicities of the complex roots.</param>
    /// <param name="filters">The filter sizes of the layers, stride one.</param>
    /// <returns>The number of 0/1 matrices with row sums k_l - 1 and column sums the multiplicities.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> the roots are handed to layers one after the other, states with equal remaining room merged.</para>
    /// <para><b>Cost:</b> the number of states: small for the degrees at which strata can be listed.</para>
    /// <para><b>Source:</b> C3 and S3 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// CriticalPointCount.SquarefreeFactorizations([2, 1], [2, 2, 2]);   // 3
    /// </code>
    /// </example>
    public static Integer SquarefreeFactorizations(ImmutableArray<int> multiplicities, ImmutableArray<int> filters) =>
        new FactorizationCounter(distinctWithinLayer: true).Count(RootGroup.OfComplex(multiplicities), filters.Select(k => k - 1));

    /// <summary>Σ_i (-1)^i (2^(n+1-i) - 1) (n-i)! c_i, the sum of polar degrees behind both counts.</summary>
    internal static Integer AlternatingSum(Polynomial<Integer> c, int n, CancellationToken token)
    {
        Integer sum = 0, factorial = 1;
        for (var i = n; i >= 0; i--)
        {
            token.ThrowIfCancellationRequested();
            var term = ((Integer.One << (n + 1 - i)) - 1) * factorial * c[i];
            sum = i % 2 == 0 ? sum + term : sum - term;
            factorial *= n - i + 1;
        }

        return sum;
    }

    internal static Integer Factorial(int n)
    {
        Integer product = 1;
        for (var i = 2; i <= n; i++) product *= i;
        return product;
    }
}

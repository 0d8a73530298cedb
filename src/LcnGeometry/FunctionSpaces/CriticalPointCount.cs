using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Closed formulas for the number of complex critical points of the squared loss with generic data.</summary>
public static class CriticalPointCount
{
    /// <summary>The number of critical functions on a stratum of forms with given root multiplicities: its generic Euclidean distance degree.</summary>
    /// <param name="multiplicities">The multiplicities of the complex roots, each at least 1; a partition of the degree.</param>
    /// <returns>The number of critical points on the smooth part of the stratum, for generic quadratic form and target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A multiplicity is below 1.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; a theorem for generic data, an upper bound for the number of isolated solutions otherwise.</para>
    /// <para><b>Method:</b> with ν roots, m_j of multiplicity j, the coefficient formula of S2 collapses to
    /// (ν+1)!/∏ m_j! · Σ_i e_i/(ν+1-i), where Σ e_i z^i = ∏ (j + (j-1) z) over the roots.</para>
    /// <para><b>Cost:</b> ν² integer operations.</para>
    /// <para><b>Source:</b> S2 of the theory; for hooks H. Lee, B. Sturmfels, <i>Duality of Multiple Root Loci</i>, J. Algebra 446, 2016.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// CriticalPointCount.OnStratum([2, 1, 1]);   // 10
    /// </code>
    /// </example>
    public static Integer OnStratum(ImmutableArray<int> multiplicities)
    {
        var generating = Polynomial<Integer>.One;
        foreach (var j in multiplicities)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(j, 1, nameof(multiplicities));
            generating *= new Polynomial<Integer>(j, j - 1);
        }

        var roots = multiplicities.Length;
        var sum = Rational.Zero;
        for (var i = 0; i <= generating.Degree; i++) sum += new Rational(generating[i], roots + 1 - i);
        Rational count = sum * Factorial(roots + 1);
        foreach (var group in multiplicities.GroupBy(j => j)) count /= Factorial(group.Count());
        return count.IsInteger
            ? count.Numerator
            : throw new InvariantViolationException("the generic Euclidean distance degree of a stratum is an integer", string.Join(',', multiplicities));
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

        Integer sum = 0, factorial = 1;
        for (var i = n; i >= 0; i--)
        {
            token.ThrowIfCancellationRequested();
            var term = ((Integer.One << (n + 1 - i)) - 1) * factorial * product[i];
            sum = i % 2 == 0 ? sum + term : sum - term;
            factorial *= n - i + 1;
        }

        return Integer.DivideExactly(sum, denominator);
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

    internal static Integer Factorial(int n)
    {
        Integer product = 1;
        for (var i = 2; i <= n; i++) product *= i;
        return product;
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class CriticalPointCount
{
    /// <summary>The number of critical functions on a stratum for a metric that is not generic but for which a closed form is known, and a generic target.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <param name="metric">The quadratic form on end-to-end filters.</param>
    /// <returns>The count and what it rests on; null if no closed form is known for this metric on this stratum.</returns>
    /// <exception cref="ArgumentException">The metric has another size.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact for a generic target; for every target an upper bound for the number of isolated solutions.</para>
    /// <para>
    /// <b>Method:</b> four cases. Simple roots in one block: the equations are linear, one solution. The Bombieri metric, also after scaling a variable, in one
    /// block: n for patterns with one multiple root, otherwise a sum over subsets of the roots from an Euler characteristic; for two roots of
    /// multiplicities a and b it is 4ab + 2b² - 3a - b if a &gt; b, and 3a² - 3a + 1 if a = b. Filters whose entries are all
    /// products of entries of the layers, and a metric that is a product: the number of singular vector tuples of a tensor. White data, simple roots, and a last
    /// block of one root with stride s after a block of size k: 4q - 2 if k = qs, and 8q + 2 if qs &lt; k &lt; (q+1)s with q ≥ 1.
    /// </para>
    /// <para>
    /// The formula for the Bombieri metric with several multiple roots is derived under a condition that is not proved; it is used up to degree 9, where
    /// Gröbner bases modulo a prime confirm it for every pattern but one, whose count is theirs.
    /// </para>
    /// <para><b>Cost:</b> the number of entries of the metric; for tensors the square of the number of their entries.</para>
    /// <para>
    /// <b>Source:</b> F18 of the theory; S. Friedland, G. Ottaviani, <i>The number of singular vector tuples and uniqueness of best rank-one approximation of
    /// tensors</i>, arXiv 1210.8316; for one multiple root H. Lee, B. Sturmfels, <i>Duality of Multiple Root Loci</i>, J. Algebra 446, 2016. The other two:
    /// see the comments in the source, where they are derived.
    /// </para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("3,3");
    /// CriticalPointCount.ForMetric(CriticalStratum.Of(net, [[2, 2]]), Metric.Bombieri(5).Matrix)!.Count;   // 7
    /// </code>
    /// </example>
    public static MetricCount? ForMetric(CriticalStratum stratum, Matrix<Rational> metric)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        ArgumentNullException.ThrowIfNull(metric);
        var size = stratum.EndToEndSize;
        if (metric.Rows != size || metric.Columns != size)
        {
            throw new ArgumentException($"The metric is {metric.Rows} by {metric.Columns}; the end-to-end filter has {size} entries.", nameof(metric));
        }

        if (stratum.IsUnconstrained) return new MetricCount(Integer.One, "linear equations");
        if (stratum.Blocks.Length == 1) return ForBombieri(stratum, metric);
        if (!stratum.Patterns.All(pattern => pattern[0] == 1)) return null;
        if (ProductMetric.Is(stratum, metric))
        {
            return new MetricCount(
                SingularVectorTuples([.. stratum.Blocks.Select(block => block.Degree + 1)]), "singular vector tuples (Friedland and Ottaviani)");
        }

        return ForWhiteData(stratum, metric);
    }

    /// <summary>The number of singular vector tuples of a generic tensor with the given sizes.</summary>
    internal static Integer SingularVectorTuples(ImmutableArray<int> sizes)
    {
        // The coefficient of prod t_i^(k_i - 1) in prod_i sum_j (sum of the other t)^j t_i^(k_i - 1 - j).
        var series = new TruncatedSeries([.. sizes.Select(k => k - 1)]);
        var product = series.Constant(1);
        for (var i = 0; i < sizes.Length; i++)
        {
            var others = series.Linear([.. Enumerable.Range(0, sizes.Length).Select(l => l == i ? 0 : 1)]);
            var own = series.Linear([.. Enumerable.Range(0, sizes.Length).Select(l => l == i ? 1 : 0)]);

            // Horner's scheme: ((1 * own + others) * own + others^2) ...
            var (sum, power) = (series.Constant(1), series.Constant(1));
            for (var j = 1; j < sizes[i]; j++)
            {
                power = series.Multiply(power, others);
                sum = TruncatedSeries.Add(series.Multiply(sum, own), power);
            }

            product = series.Multiply(product, sum);
        }

        return product[^1];
    }

    private static MetricCount? ForBombieri(CriticalStratum stratum, Matrix<Rational> metric)
    {
        var pattern = stratum.Patterns[0];
        var multiple = pattern.Count(part => part > 1);
        if ((multiple != 1 && pattern.Sum() > BombieriCount.CheckedDegree) || !IsBombieri(metric, (int)stratum.Blocks[0].Step)) return null;
        return multiple == 1
            ? new MetricCount(pattern.Sum(), "closed form for the Bombieri metric and one multiple root (Lee and Sturmfels)")
            : new MetricCount(BombieriCount.Of(pattern), "closed form for the Bombieri metric");
    }

    private static bool IsBombieri(Matrix<Rational> metric, int step)
    {
        var n = (metric.Rows - 1) / step;
        var bombieri = Metric.Bombieri(n + 1).Matrix;
        Rational At(int i, int j) => metric[i * step, j * step];
        var ratio = At(1, 1) / bombieri[1, 1] / At(0, 0);
        var expected = At(0, 0);
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= n; j++)
            {
                if (At(i, j) != (i == j ? expected * bombieri[i, i] : Rational.Zero)) return false;
            }

            expected *= ratio;
        }

        return true;
    }

    // The Gram matrix of the multiples of x^s - p y^s falls apart into tridiagonal matrices with 1 + p^2 and -p, one for each residue of exponents modulo s. Their
    // determinants depend on their size only, q or q + 1, have simple roots, and have none in common for these two sizes. The squared length of the projection
    // of the target is a rational function of degree d = 2q if all have size q, and 2q + 2(q + 1) if both sizes occur; it has 2d - 2 critical points.
    private static MetricCount? ForWhiteData(CriticalStratum stratum, Matrix<Rational> metric)
    {
        if (stratum.Blocks is not [var first, { Degree: 1 } last] || !IsMultipleOfIdentity(metric, (int)first.Step)) return null;
        var stride = (int)Integer.DivideExactly(last.Step, first.Step);
        var (q, rest) = Math.DivRem(first.Degree + 1, stride);
        return new MetricCount(rest == 0 ? (4 * q) - 2 : (8 * q) + 2, "white data, last layer of size two");
    }

    private static bool IsMultipleOfIdentity(Matrix<Rational> metric, int step)
    {
        for (var i = 0; i < metric.Rows; i += step)
        {
            for (var j = 0; j < metric.Rows; j += step)
            {
                if (metric[i, j] != (i == j ? metric[0, 0] : Rational.Zero)) return false;
            }
        }

        return true;
    }
}

/// <summary>The number of critical functions for a special metric and a generic target.</summary>
/// <param name="Count">The number.</param>
/// <param name="Source">What it rests on, for a reader.</param>
public sealed record MetricCount(Integer Count, string Source);

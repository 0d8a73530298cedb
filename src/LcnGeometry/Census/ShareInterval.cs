using System.Numerics;

namespace LcnGeometry;

/// <summary>A share among runs that come in groups, with a 95 % confidence interval.</summary>
/// <remarks>
/// <para>
/// Runs of one data set resemble each other, so N runs tell less about a share than N independent runs. With data sets i = 1..n of m_i runs, y_i of them
/// counted, M and Y their sums and p = Y/M, the variance of p over the choice of the data sets is estimated by
/// <c>V = n/(n-1) * sum of (y_i - p m_i)^2 / M^2</c>, and the runs tell as much as <c>N = p(1-p)/V</c> independent ones. The interval is Wilson's for N runs:
/// <c>(p + c^2/2N +- c sqrt(p(1-p)/N + c^2/4N^2)) / (1 + c^2/N)</c>, c the 97.5 % quantile of Student's distribution with n-1 degrees of freedom, because V is estimated from n data sets.
/// </para>
/// <para>
/// N is at most M. When all runs agree (p is 0 or 1) nothing can be learned about V; then N = n, as if the runs of a data set always agreed, and c is the normal quantile.
/// With one data set the runs are independent draws of a start: N = M, and c is the normal quantile.
/// </para>
/// <para>Sources: Kish, Survey Sampling (design effect); Korn, Graubard, Confidence intervals for proportions with small expected number of positive counts estimated from survey data;
/// Wilson, Probable inference, the law of succession, and statistical inference.</para>
/// </remarks>
internal readonly record struct ShareInterval(double Share, double Lower, double Upper, double Effective)
{
    private const double Normal = 1.959963984540054;

    // Student's 97.5 % quantiles for 1 to 9 degrees of freedom.
    private static ReadOnlySpan<double> SmallSamples =>
    [
        12.706204736432095, 4.302652729696142, 3.182446305284263, 2.776445105197793, 2.570581835636314,
        2.446911848791681, 2.364624251592784, 2.306004135033371, 2.262157162740992,
    ];

    /// <summary>The share of the counted runs.</summary>
    /// <param name="clusters">Data sets, at least 1.</param>
    /// <param name="all">All runs M, at least 1.</param>
    /// <param name="allSquares">The sum of m_i^2.</param>
    /// <param name="counted">The counted runs Y.</param>
    /// <param name="squares">The sum of y_i^2.</param>
    /// <param name="cross">The sum of m_i y_i.</param>
    public static ShareInterval Of(int clusters, long all, Int128 allSquares, long counted, Int128 squares, Int128 cross)
    {
        var share = (double)counted / all;
        if (clusters == 1) return Wilson(share, all, Normal);
        if (counted == 0 || counted == all) return Wilson(share, clusters, Normal);
        BigInteger m = all, y = counted;
        var spread = (m * m * (BigInteger)squares) - (2 * y * m * (BigInteger)cross) + (y * y * (BigInteger)allSquares);
        var effective = spread.IsZero ? all : Math.Min(all, (double)(y * (m - y) * (clusters - 1) * m * m) / (double)(clusters * spread));
        return Wilson(share, effective, Student(clusters - 1));
    }

    /// <summary>The share among independent trials.</summary>
    public static ShareInterval Binomial(long counted, long trials) => Wilson((double)counted / trials, trials, Normal);

    /// <summary>The 97.5 % quantile of Student's distribution.</summary>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    internal static double Student(int freedom)
    {
        if (freedom <= SmallSamples.Length) return SmallSamples[freedom - 1];

        // The expansion in powers of 1/freedom, good to 1e-5 from ten degrees of freedom on.
        double z = Normal, w = z * z, v = 1.0 / freedom;
        var first = z * (w + 1) / 4;
        var second = z * ((((5 * w) + 16) * w) + 3) / 96;
        var third = z * ((((((3 * w) + 19) * w) + 17) * w) - 15) / 384;
        var fourth = z * ((((((((79 * w) + 776) * w) + 1482) * w) - 1920) * w) - 945) / 92160;
        return z + (v * (first + (v * (second + (v * (third + (v * fourth)))))));
    }

    private static ShareInterval Wilson(double share, double trials, double c)
    {
        var shrink = c * c / trials;
        var center = (share + (shrink / 2)) / (1 + shrink);
        var half = c * Math.Sqrt(((share * (1 - share)) + (shrink / 4)) / trials) / (1 + shrink);

        // At the ends the formula gives 0 and 1 up to rounding.
        return new ShareInterval(share, share == 0 ? 0 : Math.Max(0, center - half), share == 1 ? 1 : Math.Min(1, center + half), trials);
    }
}

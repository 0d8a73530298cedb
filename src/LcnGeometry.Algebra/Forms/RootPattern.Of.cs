namespace LcnGeometry.Algebra;

public sealed partial class RootPattern
{
    /// <summary>The pattern of an exact form.</summary>
    /// <param name="form">A nonzero form.</param>
    /// <param name="token">Cancels the count.</param>
    /// <returns>The multiplicities of its real roots, infinity and 0 among them, and of its complex pairs.</returns>
    /// <exception cref="ZeroFormException">The form is zero: every point is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; no floating point is used. Invariant under real projective changes of the coordinate.</para>
    /// <para><b>Method:</b> powers of x and y are read off; the rest is decomposed into squarefree factors, and the real roots of each are counted.</para>
    /// <para><b>Cost:</b> a modular test when all roots are simple, a squarefree decomposition otherwise, then one count per factor.</para>
    /// <para><b>Source:</b> Yun, On square-free decomposition algorithms, and the sources of <see cref="DescartesIsolation"/>.</para>
    /// </remarks>
    /// <example><code>
    /// RootPattern.Of(new BinaryForm(0, 0, 1, 0, 1, 0))   // 21|1: the form is x^2 y (x^2 + y^2)
    /// </code></example>
    public static RootPattern Of(BinaryForm form, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.IsZero) throw new ZeroFormException(form, nameof(form));
        var coefficients = form.Coefficients.AsSpan();
        int low = 0, high = form.Degree;
        while (coefficients[low].IsZero) low++;
        while (coefficients[high].IsZero) high--;
        List<int> real = [], pairs = [];
        if (low > 0) real.Add(low);
        if (high < form.Degree) real.Add(form.Degree - high);
        if (low == high) return new RootPattern(real, pairs);

        var core = new Polynomial<Rational>(coefficients[low..(high + 1)]);
        foreach (var (factor, multiplicity) in SquarefreeDecomposition.Of(core, token))
        {
            var count = DescartesIsolation.CountSquarefree(factor, token);
            real.AddRange(Enumerable.Repeat(multiplicity, count));
            pairs.AddRange(Enumerable.Repeat(multiplicity, (factor.Degree - count) / 2));
        }

        return new RootPattern(real, pairs);
    }
}

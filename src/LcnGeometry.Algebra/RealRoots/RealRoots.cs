using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>The real roots of a polynomial with rational coefficients: exact counts and exact values.</summary>
/// <remarks>
/// <para>The default route is <see cref="DescartesIsolation"/>; <see cref="SturmSequence"/> is an independent second one.</para>
/// <para><b>Guarantee:</b> exact and complete; no floating point is used.</para>
/// <para><b>Method:</b> denominators are cleared, and <see cref="DescartesIsolation"/> does the rest.</para>
/// <para><b>Cost:</b> that of <see cref="DescartesIsolation"/>.</para>
/// <para><b>Source:</b> see <see cref="DescartesIsolation"/>.</para>
/// </remarks>
/// <example><code>
/// var p = Polynomial.Parse("x^2*(x - 1)*(x^2 + 1)");
/// RealRoots.Count(p) // 2
/// RealRoots.CountWithMultiplicity(p) // 3
/// RealRoots.Count(p, lower: 0, upper: 1) // 1: the lower end is left out
/// </code></example>
public static class RealRoots
{
    /// <summary>The number of distinct real roots.</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Rational> polynomial, CancellationToken token = default) =>
        DescartesIsolation.Count(Integral(polynomial), token);

    /// <summary>The number of distinct real roots in the half-open interval (lower, upper].</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="lower">The excluded end; null for minus infinity.</param>
    /// <param name="upper">The included end, not below <paramref name="lower"/>; null for infinity.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="ArgumentException">The ends are in the wrong order.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Rational> polynomial, Rational? lower, Rational? upper, CancellationToken token = default) =>
        DescartesIsolation.Count(Integral(polynomial), lower, upper, token);

    /// <summary>The number of real roots, each counted as often as its multiplicity says.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int CountWithMultiplicity(Polynomial<Rational> polynomial, CancellationToken token = default) =>
        DescartesIsolation.CountWithMultiplicity(Integral(polynomial), token);

    /// <summary>All real roots with their multiplicities.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the isolation.</param>
    /// <returns>The roots in ascending order; rational roots are recognized.</returns>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact and complete.</para>
    /// <para><b>Method:</b> squarefree decomposition, then isolation of the real roots of each factor; candidates for rational roots are tested exactly.</para>
    /// <para><b>Cost:</b> that of <see cref="DescartesIsolation"/> on each squarefree factor.</para>
    /// <para><b>Source:</b> see <see cref="DescartesIsolation"/>.</para>
    /// </remarks>
    /// <example><code>
    /// var roots = RealRoots.Isolate(new Polynomial&lt;Rational&gt;(0, 0, -2, 0, 1)); // x^4 - 2x^2
    /// // -sqrt(2) once, 0 twice, sqrt(2) once
    /// </code></example>
    public static ImmutableArray<RealRoot> Isolate(Polynomial<Rational> polynomial, CancellationToken token = default)
    {
        var roots = new List<RealRoot>();
        foreach (var (factor, multiplicity) in SquarefreeDecomposition.Of(Integral(polynomial), token))
        {
            foreach (var value in IsolatedRoots.Numbers(factor, token)) roots.Add(new RealRoot(value, multiplicity));
        }

        roots.Sort(static (a, b) => a.Value.CompareTo(b.Value));
        return [.. roots];
    }

    private static Polynomial<Integer> Integral(Polynomial<Rational> polynomial)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        if (polynomial.IsZero) throw new ZeroPolynomialException(nameof(polynomial));
        return PolynomialContent.ClearDenominators(polynomial).Integral;
    }
}

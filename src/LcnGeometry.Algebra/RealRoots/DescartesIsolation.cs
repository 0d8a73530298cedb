using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Counts and isolates real roots by Descartes' rule of signs and continued fractions.</summary>
/// <remarks>
/// <para><b>Guarantee:</b> exact and complete; no floating point is used.</para>
/// <para><b>Method:</b> the continued fractions method of Vincent, Akritas and Strzeboński on flat two's-complement vectors: power-of-two bounds
/// on positive roots, Taylor shifts by one, and Budan's theorem to skip the second shift of a split.</para>
/// <para><b>Cost:</b> O(n^2) word additions per shift; the number of shifts grows with the number of real roots and the logarithm of their gaps.</para>
/// <para><b>Source:</b> A. Akritas, A. Strzeboński, P. Vigklas, Improving the performance of the continued fractions method using new bounds of
/// positive roots.</para>
/// </remarks>
/// <example><code>
/// DescartesIsolation.Count(new Polynomial&lt;Integer&gt;(0, -2, 0, 1)) // 3: the roots of x^3 - 2x
/// </code></example>
public static partial class DescartesIsolation
{
    /// <summary>The number of distinct real roots.</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        if (polynomial.IsZero) throw new ZeroPolynomialException(nameof(polynomial));

        // Few nodes suffice unless roots are multiple or close; multiple ones would never end the search.
        if (TryCount(polynomial.Coefficients, 8 + (2 * polynomial.Degree), token) is { } count) return count;
        if (SquarefreeDecomposition.IsSquarefree(polynomial, token)) return CountSquarefree(polynomial, token);
        var sum = 0;
        foreach (var (factor, _) in SquarefreeDecomposition.Of(polynomial, token)) sum += CountSquarefree(factor, token);
        return sum;
    }

    /// <summary>The number of distinct real roots in the half-open interval (lower, upper].</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="lower">The excluded end; null for minus infinity.</param>
    /// <param name="upper">The included end, not below <paramref name="lower"/>; null for infinity.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="ArgumentException">The ends are in the wrong order.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Integer> polynomial, Rational? lower, Rational? upper, CancellationToken token = default) =>
        new SturmSequence(polynomial, token).CountRealRoots(lower, upper);

    /// <summary>The number of real roots, each counted as often as its multiplicity says.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int CountWithMultiplicity(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        if (polynomial.IsZero) throw new ZeroPolynomialException(nameof(polynomial));
        var count = 0;
        foreach (var (factor, multiplicity) in SquarefreeDecomposition.Of(polynomial, token)) count += multiplicity * CountSquarefree(factor, token);
        return count;
    }

    internal static int CountSquarefree(Polynomial<Integer> squarefree, CancellationToken token) =>
        TryCount(squarefree.Coefficients, int.MaxValue, token)!.Value;

    /// <summary>The number of distinct real roots; null when a search on either half axis needs more nodes than allowed.</summary>
    private static int? TryCount(ReadOnlySpan<Integer> coefficients, int nodes, CancellationToken token)
    {
        var count = 0;
        if (coefficients[0].IsZero)
        {
            count = 1;
            while (coefficients[0].IsZero) coefficients = coefficients[1..];
        }

        for (var side = 0; side < 2; side++)
        {
            var mirrored = side == 1;
            var variations = Variations(coefficients, mirrored);
            if (variations <= 1)
            {
                count += variations;
                continue;
            }

            if (ContinuedFractions.CountPositive(LimbPolynomial.Load(coefficients, mirrored), nodes, token) is not { } positive) return null;
            count += positive;
        }

        return count;
    }

    /// <summary>Descartes' bound on the number of positive roots, or of negative ones.</summary>
    private static int Variations(ReadOnlySpan<Integer> coefficients, bool mirrored)
    {
        int variations = 0, last = 0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            var sign = coefficients[i].Sign;
            if (sign == 0) continue;
            if (mirrored && int.IsOddInteger(i)) sign = -sign;
            if (sign == -last) variations++;
            last = sign;
        }

        return variations;
    }
}

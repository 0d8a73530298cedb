namespace LcnGeometry.Algebra;

/// <summary>Counts and isolates real roots by Descartes' rule of signs and continued fractions.</summary>
/// <remarks>
/// <para><b>Guarantee:</b> exact and complete; no floating point is used.</para>
/// <para><b>Method:</b> the continued fractions method of Vincent, Akritas and Strzeboński on flat two's-complement vectors: power-of-two bounds
/// on positive roots, Taylor shifts by one, and Budan's theorem to skip the second shift of a split. Long coefficients are truncated with exact
/// bounds on the error, and more of them is used where a sign stays open. Clusters of roots are approached by Laguerre's iteration.</para>
/// <para><b>Cost:</b> O(n^2) word additions per shift; the number of shifts grows with the number of real roots, and for clusters with the logarithm
/// of the number of bits that separate them.</para>
/// <para><b>Source:</b> A. Akritas, A. Strzeboński, P. Vigklas, Improving the performance of the continued fractions method using new bounds of
/// positive roots; A. Kobel, F. Rouillier, M. Sagraloff, Computing real roots of real polynomials ... and now for real! (arXiv:1605.00410), for the
/// use of truncated coefficients and of approximations to clusters.</para>
/// </remarks>
/// <example><code>
/// DescartesIsolation.Count(new Polynomial&lt;Integer&gt;(0, -2, 0, 1)) // 3: the roots of x^3 - 2x
/// </code></example>
public static partial class DescartesIsolation
{
    /// <summary>Roots that stay together for more steps than this are multiple or close.</summary>
    private const int Patience = 6;

    /// <summary>The number of distinct real roots.</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        CheckNonzero(polynomial);

        // Multiple roots would never come apart; roots that stay together for long are looked at again without them.
        return TryCount(polynomial.Coefficients, Patience, token) ?? CountSquarefree(SquarefreePart(polynomial, token), token);
    }

    /// <summary>The number of real roots, each counted as often as its multiplicity says.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int CountWithMultiplicity(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        CheckNonzero(polynomial);
        var count = 0;
        foreach (var (factor, multiplicity) in SquarefreeDecomposition.Of(polynomial, token)) count += multiplicity * CountSquarefree(factor, token);
        return count;
    }

    /// <summary>The number of real roots of a squarefree polynomial.</summary>
    internal static int CountSquarefree(Polynomial<Integer> squarefree, CancellationToken token) =>
        TryCount(squarefree.Coefficients, PositiveRootSearch.Unlimited, token)!.Value;

    /// <summary>The number of distinct real roots; null when some stay together for more steps than allowed.</summary>
    private static int? TryCount(ReadOnlySpan<Integer> coefficients, int patience, CancellationToken token)
    {
        var atZero = coefficients[0].IsZero ? 1 : 0;
        coefficients = WithoutZeroRoots(coefficients);
        var step = ExponentStep(coefficients);
        if (step > 1) coefficients = EveryNth(coefficients, step);
        if (step == 1 && coefficients.Length == 3) return atZero + CountQuadratic(coefficients);
        if (TryCountPositive(coefficients, false, patience, token) is not { } positive) return null;

        // In a power of x with even exponent the negative roots mirror the positive ones.
        if (int.IsEvenInteger(step)) return atZero + (2 * positive);
        return atZero + positive + TryCountPositive(coefficients, true, patience, token);
    }

    /// <summary>The number of distinct positive roots, or of negative ones when mirrored; null when some stay together for too long.</summary>
    private static int? TryCountPositive(ReadOnlySpan<Integer> coefficients, bool mirrored, int patience, CancellationToken token)
    {
        var variations = Variations(coefficients, mirrored);
        if (variations <= 1) return variations;
        var precision = PositiveRootSearch.DefaultPrecision(coefficients.Length);
        return PositiveRootSearch.CountPositive(LimbPolynomial.Load(coefficients, mirrored), patience, precision, token);
    }

    private static int CountQuadratic(ReadOnlySpan<Integer> coefficients) =>
        1 + ((coefficients[1] * coefficients[1]) - (4 * coefficients[0] * coefficients[2])).Sign;

    /// <summary>The polynomial with every root once.</summary>
    private static Polynomial<Integer> SquarefreePart(Polynomial<Integer> polynomial, CancellationToken token) =>
        PolynomialGcd.WithCofactors(polynomial, polynomial.Derivative(), token).Left;

    private static void CheckNonzero(Polynomial<Integer> polynomial)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        if (polynomial.IsZero) throw new ZeroPolynomialException(nameof(polynomial));
    }

    private static ReadOnlySpan<Integer> WithoutZeroRoots(ReadOnlySpan<Integer> coefficients)
    {
        while (coefficients[0].IsZero) coefficients = coefficients[1..];
        return coefficients;
    }

    /// <summary>The largest d such that the polynomial is a polynomial in x^d; 1 for constants.</summary>
    private static int ExponentStep(ReadOnlySpan<Integer> coefficients)
    {
        var step = 0UL;
        for (var i = coefficients.Length - 1; i > 0 && step != 1; i--)
        {
            if (!coefficients[i].IsZero) step = Integer.GreatestCommonDivisor(step, (ulong)i);
        }

        return Math.Max((int)step, 1);
    }

    private static Integer[] EveryNth(ReadOnlySpan<Integer> coefficients, int step)
    {
        var every = new Integer[((coefficients.Length - 1) / step) + 1];
        for (var i = 0; i < every.Length; i++) every[i] = coefficients[i * step];
        return every;
    }

    /// <summary>Descartes' bound on the number of positive roots, or of negative ones when mirrored.</summary>
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

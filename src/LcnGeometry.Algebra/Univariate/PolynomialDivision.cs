namespace LcnGeometry.Algebra;

/// <summary>Division of polynomials with remainder.</summary>
public static class PolynomialDivision
{
    /// <summary>Divides over a field: <c>dividend = Quotient * divisor + Remainder</c> with a remainder of smaller degree than the divisor.</summary>
    /// <param name="dividend">Any polynomial.</param>
    /// <param name="divisor">A nonzero polynomial.</param>
    /// <returns>The unique quotient and remainder.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact field.</para>
    /// <para><b>Method:</b> long division; the leading coefficient of the divisor is inverted once.</para>
    /// <para><b>Cost:</b> (deg dividend - deg divisor + 1) * deg divisor coefficient operations.</para>
    /// <para><b>Source:</b> Knuth, The Art of Computer Programming, volume 2, polynomial arithmetic.</para>
    /// </remarks>
    /// <example><code>
    /// var (quotient, remainder) = PolynomialDivision.DivideWithRemainder(new Polynomial&lt;Rational&gt;(1, 0, 1), new Polynomial&lt;Rational&gt;(1, 2));
    /// quotient // 1/2*x - 1/4
    /// remainder // 5/4
    /// </code></example>
    public static (Polynomial<T> Quotient, Polynomial<T> Remainder) DivideWithRemainder<T>(Polynomial<T> dividend, Polynomial<T> divisor)
        where T : IField<T>
    {
        CheckDivisor(dividend, divisor);
        var inverse = T.One / divisor.LeadingCoefficient;
        return LongDivision(dividend, divisor, top => top * inverse);
    }

    /// <summary>
    /// Divides over a domain after scaling: <c>c^e * dividend = Quotient * divisor + Remainder</c>, where c is the leading coefficient
    /// of the divisor and <c>e = max(deg dividend - deg divisor + 1, 0)</c>.
    /// </summary>
    /// <param name="dividend">Any polynomial.</param>
    /// <param name="divisor">A nonzero polynomial.</param>
    /// <returns>The unique quotient and remainder, the remainder of smaller degree than the divisor.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; no division of coefficients takes place. The exponent e is the same for all dividends of one degree.</para>
    /// <para><b>Method:</b> the dividend is scaled first, then every step of long division is exact.</para>
    /// <para><b>Cost:</b> (deg dividend - deg divisor + 1) * deg divisor coefficient operations.</para>
    /// <para><b>Source:</b> Knuth, The Art of Computer Programming, volume 2, pseudo-division.</para>
    /// </remarks>
    /// <example><code>
    /// var (quotient, remainder) = PolynomialDivision.PseudoDivide(new Polynomial&lt;Integer&gt;(1, 0, 1), new Polynomial&lt;Integer&gt;(1, 2));
    /// quotient // 2*x - 1
    /// remainder // 5
    /// </code></example>
    public static (Polynomial<T> Quotient, Polynomial<T> Remainder) PseudoDivide<T>(Polynomial<T> dividend, Polynomial<T> divisor)
        where T : IIntegralDomain<T>
    {
        CheckDivisor(dividend, divisor);
        var scale = T.One;
        for (var i = divisor.Degree; i <= dividend.Degree; i++) scale *= divisor.LeadingCoefficient;
        return DivideScaled(scale * dividend, divisor);
    }

    /// <summary>Long division that fails unless every coefficient of the quotient lies in the domain.</summary>
    internal static (Polynomial<T> Quotient, Polynomial<T> Remainder) DivideScaled<T>(Polynomial<T> dividend, Polynomial<T> divisor)
        where T : IIntegralDomain<T> =>
        LongDivision(dividend, divisor, top => T.DivideExactly(top, divisor.LeadingCoefficient));

    private static (Polynomial<T> Quotient, Polynomial<T> Remainder) LongDivision<T>(
        Polynomial<T> dividend, Polynomial<T> divisor, Func<T, T> divideByLeadingCoefficient)
        where T : IIntegralDomain<T>
    {
        var steps = dividend.Degree - divisor.Degree + 1;
        if (steps <= 0) return (Polynomial<T>.Zero, dividend);
        var remainder = dividend.Coefficients.ToArray();
        var quotient = new T[steps];
        var lower = divisor.Coefficients[..^1];
        for (var i = steps - 1; i >= 0; i--)
        {
            var factor = quotient[i] = divideByLeadingCoefficient(remainder[i + lower.Length]);
            if (factor.IsZero) continue;
            for (var j = 0; j < lower.Length; j++) remainder[i + j] -= factor * lower[j];
        }

        return (new Polynomial<T>(quotient), new Polynomial<T>(remainder.AsSpan(0, lower.Length)));
    }

    private static void CheckDivisor<T>(Polynomial<T> dividend, Polynomial<T> divisor)
        where T : IIntegralDomain<T>
    {
        if (divisor.IsZero) throw new DivideByZeroException($"A polynomial of degree {dividend.Degree} divided by the zero polynomial.");
    }
}

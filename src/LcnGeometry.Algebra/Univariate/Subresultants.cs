using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Subresultants: polynomial combinations of two polynomials with coefficients that are minors of the Sylvester matrix.</summary>
public static class Subresultants
{
    /// <summary>The subresultants of two polynomials, by index.</summary>
    /// <param name="left">A nonzero polynomial, of degree m.</param>
    /// <param name="right">A nonzero polynomial, of degree n.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>
    /// The subresultants with index j from 0 to min(m, n) - 1, so none if an argument is constant. The one with index j has degree at
    /// most j; it is the determinant of the rows <c>x^(n-j-1) left, ..., left, x^(m-j-1) right, ..., right</c> of coefficients, the last
    /// column replaced by the polynomials themselves. The one with index 0 is the resultant. The first that is not zero is a
    /// greatest common divisor over the field of fractions; if all are zero, the argument of smaller degree is one.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is zero.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain; every division of coefficients is exact.</para>
    /// <para><b>Method:</b> signed remainders with the factors of the structure theorem divided out.</para>
    /// <para><b>Cost:</b> O(m n) coefficient operations on values as long as minors of the Sylvester matrix.</para>
    /// <para><b>Source:</b> Saugata Basu, Richard Pollack, Marie-Françoise Roy, Algorithms in Real Algebraic Geometry.</para>
    /// </remarks>
    /// <example><code>
    /// Subresultants.Sequence(new Polynomial&lt;Integer&gt;(-1, 0, 1), new Polynomial&lt;Integer&gt;(-4, 0, 1)) // [9, -3]
    /// </code></example>
    public static ImmutableArray<Polynomial<T>> Sequence<T>(Polynomial<T> left, Polynomial<T> right, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        if (left.IsZero || right.IsZero) throw new ArgumentException("The zero polynomial has no degree, hence no subresultants.");
        if (left.Degree < right.Degree)
        {
            // Exchanging the two blocks of m - j and n - j rows.
            return [.. Sequence(right, left, token).Select((s, j) => int.IsOddInteger((left.Degree - j) * (right.Degree - j)) ? -s : s)];
        }

        // Equal degrees: the left argument counts as one degree higher with leading coefficient zero, which multiplies the
        // determinants by the leading coefficient of the right one.
        var equal = left.Degree == right.Degree;
        var chain = Signed(left, equal ? left.Degree + 1 : left.Degree, right, token);
        for (var j = 0; j < chain.Length; j++)
        {
            if (equal) chain[j] = chain[j].Map(c => T.DivideExactly(c, right.LeadingCoefficient));

            // The signed chain takes the rows of the right argument in reverse order.
            if (((left.Degree - j) & 2) != 0) chain[j] = -chain[j];
        }

        return ImmutableArray.Create(chain);
    }

    private static Polynomial<T>[] Signed<T>(Polynomial<T> left, int leftDegree, Polynomial<T> right, CancellationToken token)
        where T : IIntegralDomain<T>
    {
        var chain = new Polynomial<T>[right.Degree];
        Array.Fill(chain, Polynomial<T>.Zero);
        var (previous, current) = (left, right);
        var (previousLeading, principal) = (T.One, T.One);
        for (var index = leftDegree; !current.IsZero;)
        {
            token.ThrowIfCancellationRequested();

            // The subresultant with index "index - 1" has a smaller degree if there is a gap; the one at its degree is proportional.
            var (degree, leading) = (current.Degree, current.LeadingCoefficient);
            var nextPrincipal = leading;
            for (var gap = 1; gap < index - degree; gap++)
            {
                nextPrincipal = T.DivideExactly(leading * nextPrincipal, principal);
                if (int.IsOddInteger(gap)) nextPrincipal = -nextPrincipal;
            }

            if (index - 1 < chain.Length) chain[index - 1] = current;
            if (degree < chain.Length) chain[degree] = (nextPrincipal * current).Map(c => T.DivideExactly(c, leading));
            var remainder = PolynomialDivision.DivideScaled((leading * nextPrincipal) * previous, current).Remainder;
            var divisor = -(principal * previousLeading);
            (previous, current) = (current, remainder.Map(c => T.DivideExactly(c, divisor)));
            (previousLeading, principal, index) = (leading, nextPrincipal, degree);
        }

        return chain;
    }
}

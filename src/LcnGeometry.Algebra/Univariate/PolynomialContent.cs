namespace LcnGeometry.Algebra;

/// <summary>Splits a polynomial into a content, a number, and a primitive part, whose integer coefficients have no common factor.</summary>
/// <remarks>
/// The primitive part has a positive leading coefficient and the content carries the sign. The zero polynomial has content zero
/// and primitive part zero. Proportional polynomials have the same primitive part.
/// <para><b>Guarantee:</b> exact.</para>
/// <para><b>Method:</b> the greatest common divisor of the coefficients, until it is one.</para>
/// <para><b>Cost:</b> at most one greatest common divisor and one exact division for each coefficient.</para>
/// <para><b>Source:</b> Knuth, The Art of Computer Programming, volume 2, factorization of polynomials.</para>
/// </remarks>
/// <example><code>
/// var (content, primitive) = PolynomialContent.Of(new Polynomial&lt;Rational&gt;(1, new Rational(-3, 2)));
/// content // -1/2
/// primitive // 3*x - 2
/// </code></example>
public static class PolynomialContent
{
    /// <summary>The greatest common divisor of the coefficients, with the sign of the leading coefficient.</summary>
    public static Integer Of(Polynomial<Integer> polynomial)
    {
        var content = Integer.Zero;
        foreach (var coefficient in polynomial.Coefficients)
        {
            content = Integer.GreatestCommonDivisor(content, coefficient);
            if (content.IsOne) break;
        }

        return polynomial.LeadingCoefficient.Sign < 0 ? -content : content;
    }

    /// <summary>The polynomial divided by its content: coefficients without common factor, the leading one positive.</summary>
    public static Polynomial<Integer> PrimitivePart(Polynomial<Integer> polynomial)
    {
        var content = Of(polynomial);
        return content.IsZero || content.IsOne ? polynomial : polynomial.Map(c => Integer.DivideExactly(c, content));
    }

    /// <summary>The content and the primitive part of a polynomial with rational coefficients; their product is the polynomial.</summary>
    public static (Rational Content, Polynomial<Integer> Primitive) Of(Polynomial<Rational> polynomial)
    {
        var (denominator, integral) = ClearDenominators(polynomial);
        var content = Of(integral);
        return content.IsZero
            ? (Rational.Zero, integral)
            : (new Rational(content, denominator), integral.Map(c => Integer.DivideExactly(c, content)));
    }

    /// <summary>The least common denominator d, and d times the polynomial.</summary>
    internal static (Integer Denominator, Polynomial<Integer> Integral) ClearDenominators(Polynomial<Rational> polynomial)
    {
        var denominator = Integer.One;
        foreach (var coefficient in polynomial.Coefficients) denominator = Integer.LeastCommonMultiple(denominator, coefficient.Denominator);
        return (denominator, polynomial.Map(c => c.Numerator * Integer.DivideExactly(denominator, c.Denominator)));
    }
}

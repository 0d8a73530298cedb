using System.Collections.Immutable;

namespace LcnGeometry.Algebra;

/// <summary>Sorts the roots of a polynomial by multiplicity, without computing them.</summary>
public static class SquarefreeDecomposition
{
    /// <summary>The squarefree factors of an integer polynomial, by ascending multiplicity.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>
    /// Pairwise coprime factors with different multiplicities; the product of their powers is the primitive part of the polynomial.
    /// Empty for a nonzero constant.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="polynomial"/> is zero: every number is a root.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> Yun's algorithm with modular greatest common divisors, whose cofactors are the next quotients.</para>
    /// <para><b>Cost:</b> one greatest common divisor with the derivative, and smaller ones for every multiplicity.</para>
    /// <para><b>Source:</b> David Y. Y. Yun, On square-free decomposition algorithms.</para>
    /// </remarks>
    /// <example><code>
    /// var factors = SquarefreeDecomposition.Of(new Polynomial&lt;Integer&gt;(0, 0, 1, 1));
    /// factors.Select(f =&gt; f.Factor) // [x + 1, x]
    /// factors.Select(f =&gt; f.Multiplicity) // [1, 2]
    /// </code></example>
    public static ImmutableArray<SquarefreeFactor> Of(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        CheckNonzero(polynomial.IsZero);
        var primitive = PolynomialContent.PrimitivePart(polynomial);
        if (primitive.IsConstant) return [];

        var factors = ImmutableArray.CreateBuilder<SquarefreeFactor>();
        var derivative = primitive.Derivative();
        var (repeated, remaining, rest) = PolynomialGcd.WithCofactors(primitive, derivative, token);
        if (repeated.IsConstant) return [new SquarefreeFactor(primitive, 1)];
        for (var multiplicity = 1; remaining.Degree > 0; multiplicity++)
        {
            // The roots left have at least this multiplicity; those of exactly this multiplicity are the roots of the difference.
            var difference = rest - remaining.Derivative();
            (var factor, remaining, rest) = PolynomialGcd.WithCofactors(remaining, difference, token);
            if (factor.Degree > 0) factors.Add(new SquarefreeFactor(factor, multiplicity));
        }

        return factors.ToImmutable();
    }

    /// <summary>The squarefree factors of the primitive part of a polynomial with rational coefficients, by ascending multiplicity.</summary>
    /// <exception cref="ArgumentException"><paramref name="polynomial"/> is zero: every number is a root.</exception>
    public static ImmutableArray<SquarefreeFactor> Of(Polynomial<Rational> polynomial, CancellationToken token = default) =>
        Of(PolynomialContent.Of(polynomial).Primitive, token);

    /// <summary>Whether all complex roots of an integer polynomial are simple. Nonzero constants are squarefree.</summary>
    /// <param name="polynomial">A nonzero polynomial.</param>
    /// <param name="token">Stops the computation.</param>
    /// <exception cref="ArgumentException"><paramref name="polynomial"/> is zero: every number is a root.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact.</para>
    /// <para><b>Method:</b> the greatest common divisor with the derivative; if it is one modulo the first prime, it is one.</para>
    /// <para><b>Cost:</b> for squarefree polynomials of degree n nearly always n^2 word operations; otherwise that of the divisor.</para>
    /// <para><b>Source:</b> W. S. Brown, On Euclid's algorithm and the computation of polynomial greatest common divisors.</para>
    /// </remarks>
    /// <example><code>
    /// SquarefreeDecomposition.IsSquarefree(new Polynomial&lt;Integer&gt;(1, 2, 1)) // false
    /// </code></example>
    public static bool IsSquarefree(Polynomial<Integer> polynomial, CancellationToken token = default)
    {
        CheckNonzero(polynomial.IsZero);
        return PolynomialGcd.Gcd(polynomial, polynomial.Derivative(), token).IsConstant;
    }

    /// <summary>Whether all complex roots of a polynomial with rational coefficients are simple. Nonzero constants are squarefree.</summary>
    /// <exception cref="ArgumentException"><paramref name="polynomial"/> is zero: every number is a root.</exception>
    public static bool IsSquarefree(Polynomial<Rational> polynomial, CancellationToken token = default) =>
        IsSquarefree(PolynomialContent.Of(polynomial).Primitive, token);

    private static void CheckNonzero(bool isZero)
    {
        if (isZero) throw new ArgumentException("The zero polynomial has every number as a root and no squarefree decomposition.");
    }
}

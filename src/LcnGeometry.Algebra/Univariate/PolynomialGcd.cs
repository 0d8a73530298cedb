namespace LcnGeometry.Algebra;

/// <summary>Greatest common divisors of polynomials.</summary>
public static class PolynomialGcd
{
    /// <summary>The primitive greatest common divisor of two integer polynomials, with positive leading coefficient.</summary>
    /// <param name="left">Any polynomial.</param>
    /// <param name="right">Any polynomial.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>A generator of the common divisors over the rationals; contents are ignored. Zero exactly when both arguments are zero.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; the result is accepted only when it is proved to divide both arguments.</para>
    /// <para>
    /// <b>Method:</b> Euclid's algorithm modulo primes of 63 bits, and Chinese remaindering of the divisor and both cofactors until
    /// their products are known to be the arguments.
    /// </para>
    /// <para><b>Cost:</b> deg left * deg right word operations for about every 62 bits of the coefficients; for one prime if coprime.</para>
    /// <para><b>Source:</b> W. S. Brown, On Euclid's algorithm and the computation of polynomial greatest common divisors.</para>
    /// </remarks>
    /// <example><code>
    /// PolynomialGcd.Gcd(new Polynomial&lt;Integer&gt;(-4, 0, 4), new Polynomial&lt;Integer&gt;(6, 6)) // x + 1
    /// </code></example>
    public static Polynomial<Integer> Gcd(Polynomial<Integer> left, Polynomial<Integer> right, CancellationToken token = default) =>
        WithCofactors(left, right, token).Gcd;

    /// <summary>The monic greatest common divisor of two polynomials over a field.</summary>
    /// <param name="left">Any polynomial.</param>
    /// <param name="right">Any polynomial.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>The monic generator of the ideal of both arguments. Zero exactly when both arguments are zero.</returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact field; meaningless over rounded numbers.</para>
    /// <para><b>Method:</b> Euclid's algorithm, every remainder made monic; rational coefficients take the integer way.</para>
    /// <para><b>Cost:</b> O(deg left * deg right) coefficient operations.</para>
    /// <para><b>Source:</b> Euclid.</para>
    /// </remarks>
    /// <example><code>
    /// PolynomialGcd.Gcd(new Polynomial&lt;Rational&gt;(-1, 0, 1), new Polynomial&lt;Rational&gt;(2, 2)) // x + 1
    /// </code></example>
    public static Polynomial<T> Gcd<T>(Polynomial<T> left, Polynomial<T> right, CancellationToken token = default)
        where T : IField<T>
    {
        if (left is Polynomial<Rational> p && right is Polynomial<Rational> q)
        {
            var primitive = Gcd(PolynomialContent.Of(p).Primitive, PolynomialContent.Of(q).Primitive, token);
            return Monic((Polynomial<T>)(object)primitive.Map(Rational.FromInteger));
        }

        var (a, b) = (Monic(left), Monic(right));
        while (!b.IsZero)
        {
            token.ThrowIfCancellationRequested();
            (a, b) = (b, Monic(PolynomialDivision.DivideWithRemainder(a, b).Remainder));
        }

        return a;
    }

    /// <summary>The monic greatest common divisor with multipliers: <c>Left * left + Right * right = Gcd</c>.</summary>
    /// <param name="left">Any polynomial.</param>
    /// <param name="right">Any polynomial.</param>
    /// <returns>
    /// The monic divisor and the multipliers of smallest degree: below <c>deg right - deg Gcd</c> and <c>deg left - deg Gcd</c>
    /// unless an argument divides the other. All are zero when both arguments are zero.
    /// </returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact field; meaningless over rounded numbers.</para>
    /// <para><b>Method:</b> the extended Euclidean algorithm.</para>
    /// <para><b>Cost:</b> O(deg left * deg right) coefficient operations.</para>
    /// <para><b>Source:</b> Knuth, The Art of Computer Programming, volume 2, polynomial arithmetic.</para>
    /// </remarks>
    /// <example><code>
    /// PolynomialGcd.ExtendedGcd(new Polynomial&lt;Rational&gt;(0, 1), new Polynomial&lt;Rational&gt;(1, 1)) // (1, -1, 1): 1 = -1 * x + 1 * (x + 1)
    /// </code></example>
    public static (Polynomial<T> Gcd, Polynomial<T> Left, Polynomial<T> Right) ExtendedGcd<T>(Polynomial<T> left, Polynomial<T> right)
        where T : IField<T>
    {
        var (a, b) = (left, right);
        var (leftOfA, leftOfB) = (Polynomial<T>.One, Polynomial<T>.Zero);
        var (rightOfA, rightOfB) = (Polynomial<T>.Zero, Polynomial<T>.One);
        while (!b.IsZero)
        {
            var (quotient, remainder) = PolynomialDivision.DivideWithRemainder(a, b);
            (a, b) = (b, remainder);
            (leftOfA, leftOfB) = (leftOfB, leftOfA - (quotient * leftOfB));
            (rightOfA, rightOfB) = (rightOfB, rightOfA - (quotient * rightOfB));
        }

        if (a.IsZero) return (a, a, a);
        var inverse = T.One / a.LeadingCoefficient;
        return (inverse * a, inverse * leftOfA, inverse * rightOfA);
    }

    /// <summary>The primitive greatest common divisor of integer polynomials, and what it leaves of each: <c>left = Gcd * Left</c>.</summary>
    internal static (Polynomial<Integer> Gcd, Polynomial<Integer> Left, Polynomial<Integer> Right) WithCofactors(
        Polynomial<Integer> left, Polynomial<Integer> right, CancellationToken token)
    {
        Integer leftContent = PolynomialContent.Of(left), rightContent = PolynomialContent.Of(right);
        var (a, b) = (PolynomialContent.PrimitivePart(left), PolynomialContent.PrimitivePart(right));
        if (a.IsZero) return (b, a, Polynomial<Integer>.Constant(rightContent));
        if (b.IsZero) return (a, Polynomial<Integer>.Constant(leftContent), b);
        if (a.IsConstant || b.IsConstant) return (Polynomial<Integer>.One, left, right);
        var (gcd, leftCofactor, rightCofactor) = ModularGcd.Of(a, b, token);
        return (gcd, leftContent * leftCofactor, rightContent * rightCofactor);
    }

    private static Polynomial<T> Monic<T>(Polynomial<T> polynomial)
        where T : IField<T> =>
        polynomial.IsZero ? polynomial : (T.One / polynomial.LeadingCoefficient) * polynomial;
}

namespace LcnGeometry.Algebra;

/// <summary>Resultants and discriminants: polynomials in the coefficients that vanish when roots coincide.</summary>
/// <remarks>Integer and rational coefficients take a modular way, all others the subresultants; <see cref="Subresultants"/> serves as a check.</remarks>
public static class Resultants
{
    /// <summary>The resultant: zero exactly when the polynomials have a common root in an extension of the field of fractions.</summary>
    /// <param name="left">Any polynomial, of degree m.</param>
    /// <param name="right">Any polynomial, of degree n.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>
    /// The determinant of the Sylvester matrix: <c>a^n b^m</c> times the product of all differences of a root of the left and a root
    /// of the right polynomial, where a and b are the leading coefficients. Zero if an argument is zero.
    /// </returns>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain.</para>
    /// <para>
    /// <b>Method:</b> for integers, Euclid's algorithm modulo primes of 63 bits until their product exceeds twice Hadamard's bound, then
    /// Chinese remaindering; rational coefficients are made integers first. For other domains, subresultants.
    /// </para>
    /// <para><b>Cost:</b> for integers of b bits about (m + n) b / 62 times m n word operations; otherwise O(m n) coefficient operations.</para>
    /// <para><b>Source:</b> George E. Collins, The calculation of multivariate polynomial resultants.</para>
    /// </remarks>
    /// <example><code>
    /// Resultants.Resultant(new Polynomial&lt;Integer&gt;(-2, 0, 1), new Polynomial&lt;Integer&gt;(-1, 1)) // -1
    /// </code></example>
    public static T Resultant<T>(Polynomial<T> left, Polynomial<T> right, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        if (left.IsZero || right.IsZero) return T.Zero;
        if (left is Polynomial<Integer> a && right is Polynomial<Integer> b) return (T)(object)ModularResultant.Of(a, b, token);
        if (left is Polynomial<Rational> c && right is Polynomial<Rational> d) return (T)(object)Rationally(c, d, token);
        if (right.IsConstant) return Power(right.LeadingCoefficient, left.Degree);
        if (left.IsConstant) return Power(left.LeadingCoefficient, right.Degree);
        return Subresultants.Sequence(left, right, token)[0][0];
    }

    /// <summary>The resultant of two binary forms, given by polynomials and formal degrees.</summary>
    /// <param name="left">A polynomial of at most the left degree.</param>
    /// <param name="leftDegree">The degree of the left form; what the polynomial lacks are roots at infinity.</param>
    /// <param name="right">A polynomial of at most the right degree.</param>
    /// <param name="rightDegree">The degree of the right form.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>The determinant of the Sylvester matrix for the formal degrees; zero when both forms have infinity as a root.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A formal degree is below the degree, or negative.</exception>
    public static T Resultant<T>(
        Polynomial<T> left, int leftDegree, Polynomial<T> right, int rightDegree, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        CheckFormalDegree(left, leftDegree, nameof(leftDegree));
        CheckFormalDegree(right, rightDegree, nameof(rightDegree));
        if (leftDegree == 0) return Power(left[0], rightDegree);
        if (rightDegree == 0) return Power(right[0], leftDegree);
        if (left.IsZero || right.IsZero || (left.Degree < leftDegree && right.Degree < rightDegree)) return T.Zero;

        // Each missing degree contributes the value of the other form at infinity, its leading coefficient.
        var infinity = left.Degree < leftDegree
            ? Power(int.IsOddInteger(rightDegree) ? -right.LeadingCoefficient : right.LeadingCoefficient, leftDegree - left.Degree)
            : Power(left.LeadingCoefficient, rightDegree - right.Degree);
        return infinity * Resultant(left, right, token);
    }

    /// <summary>The discriminant: zero exactly when the polynomial has a repeated root in an extension of the field of fractions.</summary>
    /// <param name="polynomial">A polynomial of positive degree.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>
    /// <c>a^(2n-2)</c> times the product of the squared differences of roots, where a is the leading coefficient and n the degree;
    /// <c>b^2 - 4ac</c> for a quadratic polynomial.
    /// </returns>
    /// <exception cref="ArgumentException">The polynomial is constant.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact over an exact domain.</para>
    /// <para><b>Method:</b> the resultant with the derivative, divided by the leading coefficient.</para>
    /// <para><b>Cost:</b> that of the resultant.</para>
    /// <para><b>Source:</b> Saugata Basu, Richard Pollack, Marie-Françoise Roy, Algorithms in Real Algebraic Geometry.</para>
    /// </remarks>
    /// <example><code>
    /// Resultants.Discriminant(new Polynomial&lt;Integer&gt;(3, 5, 2)) // 1: 25 - 4 * 2 * 3
    /// </code></example>
    public static T Discriminant<T>(Polynomial<T> polynomial, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        if (polynomial.IsConstant) throw new ArgumentException("A constant polynomial has no discriminant.", nameof(polynomial));
        var degree = polynomial.Degree;
        var resultant = Resultant(polynomial, degree, polynomial.Derivative(), degree - 1, token);
        var quotient = T.DivideExactly(resultant, polynomial.LeadingCoefficient);
        return (degree & 2) == 0 ? quotient : -quotient;
    }

    /// <summary>The discriminant of a binary form, given by a polynomial and a formal degree.</summary>
    /// <param name="polynomial">A polynomial of at most the formal degree.</param>
    /// <param name="degree">The degree of the form, at least 1; what the polynomial lacks are roots at infinity.</param>
    /// <param name="token">Stops the computation.</param>
    /// <returns>The discriminant; zero when infinity is a repeated root, and for the zero form except in degree 1, where it is one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The formal degree is below the degree, or below 1.</exception>
    public static T Discriminant<T>(Polynomial<T> polynomial, int degree, CancellationToken token = default)
        where T : IIntegralDomain<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        CheckFormalDegree(polynomial, degree, nameof(degree));
        if (degree == 1) return T.One;
        if (polynomial.Degree < degree - 1) return T.Zero;
        var finite = Discriminant(polynomial, token);
        return polynomial.Degree == degree ? finite : polynomial.LeadingCoefficient * polynomial.LeadingCoefficient * finite;
    }

    private static Rational Rationally(Polynomial<Rational> left, Polynomial<Rational> right, CancellationToken token)
    {
        var (leftScale, a) = PolynomialContent.ClearDenominators(left);
        var (rightScale, b) = PolynomialContent.ClearDenominators(right);
        return new Rational(
            ModularResultant.Of(a, b, token),
            Integer.Pow(leftScale, right.Degree) * Integer.Pow(rightScale, left.Degree));
    }

    private static T Power<T>(T value, int exponent)
        where T : IIntegralDomain<T>
    {
        var power = T.One;
        for (var i = 0; i < exponent; i++) power *= value;
        return power;
    }

    private static void CheckFormalDegree<T>(Polynomial<T> polynomial, int degree, string name)
        where T : IIntegralDomain<T>
    {
        if (degree < Math.Max(polynomial.Degree, 0)) throw new ArgumentOutOfRangeException(name, $"Formal degree {degree} is below the degree {polynomial.Degree}.");
    }
}

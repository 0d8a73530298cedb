namespace LcnGeometry.Algebra.Tests;

/// <summary>Polynomials whose real roots are known from theory.</summary>
internal static class KnownFamilies
{
    private static readonly Polynomial<Integer> X = Polynomial<Integer>.X;

    /// <summary>Chebyshev, first kind: all roots real and simple.</summary>
    public static Polynomial<Integer> Chebyshev(int degree) => ByRecurrence(degree, X, (n, p, q) => ((2 * X) * p) - q);

    /// <summary>Hermite, physicists' form: all roots real and simple.</summary>
    public static Polynomial<Integer> Hermite(int degree) => ByRecurrence(degree, 2 * X, (n, p, q) => ((2 * X) * p) - ((Integer)(2 * n) * q));

    /// <summary>n! times Laguerre: all roots positive and simple.</summary>
    public static Polynomial<Integer> Laguerre(int degree) => ByRecurrence(
        degree, new Polynomial<Integer>(1, -1), (n, p, q) => (new Polynomial<Integer>((2 * n) + 1, -1) * p) - ((Integer)(n * n) * q));

    /// <summary>Multiples of Legendre: all roots real and simple.</summary>
    public static Polynomial<Integer> Legendre(int degree) => PolynomialContent.PrimitivePart(ByRecurrence(
        degree, X, (n, p, q) => ((Integer)((2 * n) + 1) * (X * p)) - ((Integer)(n * n) * q)));

    /// <summary>The product of x - i for i from 1.</summary>
    public static Polynomial<Integer> Wilkinson(int degree)
    {
        var product = Polynomial<Integer>.One;
        for (var i = 1; i <= degree; i++) product *= new Polynomial<Integer>(-i, 1);
        return product;
    }

    /// <summary>x^n - 2 (a x - 1)^2: two roots extremely close to 1 / a.</summary>
    public static Polynomial<Integer> Mignotte(int degree, Integer a) => Cluster(degree, new Polynomial<Integer>(-1, a));

    /// <summary>x^n - 2 q^2: two roots extremely close to every root of q inside the unit circle.</summary>
    public static Polynomial<Integer> Cluster(int degree, Polynomial<Integer> q) => Polynomial<Integer>.Monomial(1, degree) - (2 * (q * q));

    /// <summary>The cyclotomic polynomial, by division.</summary>
    public static Polynomial<Integer> Cyclotomic(int index)
    {
        var polynomial = Polynomial<Integer>.Monomial(1, index) - Polynomial<Integer>.One;
        for (var divisor = 1; divisor < index; divisor++)
        {
            if (index % divisor == 0) polynomial = Polynomial<Integer>.DivideExactly(polynomial, Cyclotomic(divisor));
        }

        return polynomial;
    }

    private static Polynomial<Integer> ByRecurrence(
        int degree, Polynomial<Integer> first, Func<int, Polynomial<Integer>, Polynomial<Integer>, Polynomial<Integer>> next)
    {
        Polynomial<Integer> previous = Polynomial<Integer>.One, current = first;
        if (degree == 0) return previous;
        for (var n = 1; n < degree; n++) (previous, current) = (current, next(n, current, previous));
        return current;
    }
}

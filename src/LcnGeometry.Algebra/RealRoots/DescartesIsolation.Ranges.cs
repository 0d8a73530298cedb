namespace LcnGeometry.Algebra;

public static partial class DescartesIsolation
{
    /// <summary>The number of distinct real roots in the half-open interval (lower, upper].</summary>
    /// <param name="polynomial">A nonzero polynomial; repeated roots are counted once.</param>
    /// <param name="lower">The excluded end; null for minus infinity.</param>
    /// <param name="upper">The included end, not below <paramref name="lower"/>; null for infinity.</param>
    /// <param name="token">Cancels the count.</param>
    /// <exception cref="ZeroPolynomialException">The polynomial is zero: every number is a root.</exception>
    /// <exception cref="ArgumentException">The ends are in the wrong order.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Count(Polynomial<Integer> polynomial, Rational? lower, Rational? upper, CancellationToken token = default)
    {
        CheckNonzero(polynomial);
        RootInterval.CheckOrder(lower, upper);
        if (lower is { } a)
        {
            var above = Translate(polynomial, a);
            if (upper is not { } b) return CountPositive(above, token);
            if (a == b) return 0;

            // The roots in (0, b - a) are those of the reversed polynomial beyond 1 / (b - a).
            var beyond = Translate(above.Reverse(polynomial.Degree), Rational.Invert(b - a));
            return CountPositive(beyond, token) + (beyond[0].IsZero ? 1 : 0);
        }

        if (upper is not { } end) return Count(polynomial, token);
        var below = Translate(polynomial, end);
        return CountPositive(Mirror(below), token) + (below[0].IsZero ? 1 : 0);
    }

    /// <summary>The number of distinct positive roots.</summary>
    private static int CountPositive(Polynomial<Integer> polynomial, CancellationToken token)
    {
        if (TryCountPositive(WithoutZeroRoots(polynomial.Coefficients), false, Patience, token) is { } count) return count;
        var squarefree = SquarefreePart(polynomial, token);
        return TryCountPositive(WithoutZeroRoots(squarefree.Coefficients), false, PositiveRootSearch.Unlimited, token)!.Value;
    }

    /// <summary>A multiple of the polynomial in x + point.</summary>
    private static Polynomial<Integer> Translate(Polynomial<Integer> polynomial, Rational point)
    {
        // d^n p((y + a) / d) by Horner's scheme, then y = d x.
        Integer numerator = point.Numerator, denominator = point.Denominator, power = Integer.One;
        var coefficients = polynomial.Coefficients.ToArray();
        for (var i = coefficients.Length - 2; i >= 0; i--) coefficients[i] *= power *= denominator;
        for (var pass = 0; pass < coefficients.Length - 1; pass++)
        {
            for (var i = coefficients.Length - 2; i >= pass; i--) coefficients[i] += numerator * coefficients[i + 1];
        }

        power = Integer.One;
        for (var i = 1; i < coefficients.Length; i++) coefficients[i] *= power *= denominator;
        return new Polynomial<Integer>(coefficients);
    }

    private static Polynomial<Integer> Mirror(Polynomial<Integer> polynomial)
    {
        var coefficients = polynomial.Coefficients.ToArray();
        for (var i = 1; i < coefficients.Length; i += 2) coefficients[i] = -coefficients[i];
        return new Polynomial<Integer>(coefficients);
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Greatest common divisors of integer polynomials from their images modulo primes.</summary>
internal static class ModularGcd
{
    /// <summary>The greatest common divisor of two primitive polynomials of positive degree: primitive, with positive leading coefficient.</summary>
    /// <remarks>
    /// The degree of the divisor modulo a prime is never too small, and too large for finitely many primes only. A candidate is
    /// accepted when it divides both arguments: then its degree, an upper bound, is the degree of the greatest common divisor.
    /// </remarks>
    public static Polynomial<Integer> Of(Polynomial<Integer> left, Polynomial<Integer> right, CancellationToken token)
    {
        // The divisor scaled to this leading coefficient has integer coefficients.
        var leading = Integer.GreatestCommonDivisor(left.LeadingCoefficient, right.LeadingCoefficient);
        ChineseRemainder? images = null;
        var degree = int.MaxValue;
        foreach (var modulus in Primes.Descending)
        {
            token.ThrowIfCancellationRequested();
            var scale = modulus.Reduce(leading);
            if (scale == 0) continue;
            var image = ModularPolynomial.Gcd(ModularPolynomial.Reduce(left, modulus), ModularPolynomial.Reduce(right, modulus), modulus).ToArray();
            if (image.Length == 1) return Polynomial<Integer>.One;
            if (image.Length - 1 > degree) continue;
            if (images is null || image.Length - 1 < degree) images = new ChineseRemainder(image.Length);
            degree = image.Length - 1;
            modulus.Scale(image, scale);
            if (images.Add(image, modulus)) continue;
            var candidate = PolynomialContent.PrimitivePart(new Polynomial<Integer>(images.Values));
            if (PolynomialDivision.Divides(candidate, left) && PolynomialDivision.Divides(candidate, right)) return candidate;
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }
}

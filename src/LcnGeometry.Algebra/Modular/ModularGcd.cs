namespace LcnGeometry.Algebra;

/// <summary>Greatest common divisors of integer polynomials from their images modulo primes.</summary>
internal static class ModularGcd
{
    /// <summary>The greatest common divisor of two primitive polynomials of positive degree, and their quotients by it.</summary>
    /// <returns>Three primitive polynomials with positive leading coefficients.</returns>
    /// <remarks>
    /// The degree of the divisor modulo a prime is never too small, and too large for finitely many primes only. Lifted from its images,
    /// the divisor times a cofactor equals the argument modulo the product of the primes; once that product exceeds the coefficients on
    /// both sides, it equals the argument. So the divisor is common, and its degree, an upper bound, shows that it is the greatest.
    /// </remarks>
    public static (Polynomial<Integer> Gcd, Polynomial<Integer> Left, Polynomial<Integer> Right) Of(
        Polynomial<Integer> left, Polynomial<Integer> right, CancellationToken token)
    {
        // The divisor scaled to this leading coefficient has integer coefficients, and the product is this multiple of the argument.
        var leading = Integer.GreatestCommonDivisor(left.LeadingCoefficient, right.LeadingCoefficient);
        var argumentBits = leading.BitLength + Math.Max(Bits(left.Coefficients), Bits(right.Coefficients));
        ChineseRemainder? images = null;
        var degree = int.MaxValue;
        foreach (var modulus in Primes.Descending)
        {
            token.ThrowIfCancellationRequested();
            var scale = modulus.Reduce(leading);
            if (scale == 0) continue;
            var (a, b) = (ModularPolynomial.Reduce(left, modulus), ModularPolynomial.Reduce(right, modulus));
            var image = ModularPolynomial.Gcd(a.AsSpan().ToArray(), b.AsSpan().ToArray(), modulus).ToArray();
            if (image.Length == 1) return (Polynomial<Integer>.One, left, right);
            if (image.Length - 1 > degree) continue;
            ModularPolynomial.DivideByMonic(a, image, modulus);
            ModularPolynomial.DivideByMonic(b, image, modulus);
            modulus.Scale(image, scale);
            if (image.Length - 1 < degree)
            {
                degree = image.Length - 1;
                images = new ChineseRemainder(image.Length + a.Length - degree + b.Length - degree);
            }

            images!.Add([.. image, .. a[degree..], .. b[degree..]], modulus);
            var divisor = images.Values[..image.Length];
            var leftCofactor = images.Values.Slice(image.Length, a.Length - degree);
            var rightCofactor = images.Values[(image.Length + leftCofactor.Length)..];
            var productBits = Bits(divisor) + Math.Max(Bits(leftCofactor), Bits(rightCofactor)) + ((Integer)image.Length).BitLength;
            if (Math.Max(productBits, argumentBits) + 2 <= images.Modulus.BitLength)
            {
                return (Primitive(divisor), Primitive(leftCofactor), Primitive(rightCofactor));
            }
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }

    private static Polynomial<Integer> Primitive(ReadOnlySpan<Integer> coefficients) =>
        PolynomialContent.PrimitivePart(new Polynomial<Integer>(coefficients));

    private static int Bits(ReadOnlySpan<Integer> values)
    {
        var bits = 0;
        foreach (var value in values) bits = Math.Max(bits, value.BitLength);
        return bits;
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Resultants of integer polynomials from their residues modulo primes.</summary>
internal static class ModularResultant
{
    /// <summary>The resultant of two nonzero polynomials with respect to their degrees.</summary>
    /// <remarks>The product of the primes exceeds twice Hadamard's bound for the Sylvester matrix, hence the result is certain.</remarks>
    public static Integer Of(Polynomial<Integer> left, Polynomial<Integer> right, CancellationToken token)
    {
        var bits = BitBound(left, right);
        var residues = new ChineseRemainder(1);
        foreach (var modulus in Primes.Descending)
        {
            token.ThrowIfCancellationRequested();
            var (a, b) = (ModularPolynomial.Reduce(left, modulus), ModularPolynomial.Reduce(right, modulus));
            if (a[^1] == 0 || b[^1] == 0) continue; // a lost degree would change the resultant
            residues.Add([ModularPolynomial.Resultant(a, b, modulus)], modulus);
            if (residues.Modulus.BitLength > bits + 1) return residues.Values[0];
        }

        throw new InvalidOperationException("The primes below 2^63 are exhausted.");
    }

    /// <summary>A number of bits that the absolute value of the resultant does not exceed.</summary>
    private static long BitBound(Polynomial<Integer> left, Polynomial<Integer> right) =>
        ((BitsOfSquaredNorm(left) * right.Degree) + (BitsOfSquaredNorm(right) * left.Degree) + 1) / 2;

    private static long BitsOfSquaredNorm(Polynomial<Integer> polynomial)
    {
        var norm = Integer.Zero;
        foreach (var coefficient in polynomial.Coefficients) norm += coefficient * coefficient;
        return norm.BitLength;
    }
}

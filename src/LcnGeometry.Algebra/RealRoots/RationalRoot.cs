namespace LcnGeometry.Algebra;

/// <summary>Decides whether isolated real roots are rational.</summary>
internal static class RationalRoot
{
    private static ReadOnlySpan<int> FilterPrimes => [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

    /// <summary>False when some prime field has no projective root: then there is no rational root.</summary>
    public static bool IsPossible(Polynomial<Integer> polynomial)
    {
        var residues = new int[polynomial.Degree + 1];
        foreach (var prime in FilterPrimes)
        {
            for (var i = 0; i < residues.Length; i++) residues[i] = Residue(polynomial[i], prime);
            if (residues[^1] != 0 && !HasRoot(residues, prime)) return false;
        }

        return true;
    }

    /// <summary>The bracketed root if it is rational, otherwise null.</summary>
    public static Rational? Find(Polynomial<Integer> polynomial, RootBracket bracket, CancellationToken token)
    {
        // The denominator divides the leading coefficient c, so c times the root is an integer: below width 1/c one candidate is left.
        var leading = Integer.Abs(polynomial.LeadingCoefficient);
        bracket.ShrinkTo(-leading.BitLength - 1, token);
        var interval = bracket.Interval;
        if (bracket.IsPoint) return interval.Lower;
        var candidate = new Rational(Rational.Floor(interval.Upper * leading), leading);
        return candidate >= interval.Lower && SignAt.Rational(polynomial, candidate) == 0 ? candidate : null;
    }

    private static bool HasRoot(ReadOnlySpan<int> residues, int prime)
    {
        for (var x = 0; x < prime; x++)
        {
            var value = 0;
            for (var i = residues.Length - 1; i >= 0; i--) value = ((value * x) + residues[i]) % prime;
            if (value == 0) return true;
        }

        return false;
    }

    private static int Residue(Integer value, int prime)
    {
        var remainder = (int)Integer.DivideWithRemainder(value, prime).Remainder;
        return remainder < 0 ? remainder + prime : remainder;
    }
}

namespace LcnGeometry.Algebra;

/// <summary>Kernels for polynomials over a prime field: residues by ascending exponent.</summary>
internal static class ModularPolynomial
{
    /// <summary>The residues of the coefficients; leading zeros are kept.</summary>
    public static ulong[] Reduce(Polynomial<Integer> polynomial, in PrimeModulus modulus)
    {
        var residues = new ulong[polynomial.Degree + 1];
        for (var i = 0; i < residues.Length; i++) residues[i] = modulus.Reduce(polynomial.Coefficients[i]);
        return residues;
    }

    /// <summary>The monic greatest common divisor; empty exactly when both arguments are zero. Both arguments are overwritten.</summary>
    public static ReadOnlySpan<ulong> Gcd(Span<ulong> left, Span<ulong> right, in PrimeModulus modulus)
    {
        left = Trim(left);
        right = Trim(right);
        while (!right.IsEmpty)
        {
            modulus.Scale(right, modulus.Invert(right[^1]));
            DivideByMonic(left, right, modulus);
            var remainder = Trim(left[..Math.Min(left.Length, right.Length - 1)]);
            left = right;
            right = remainder;
        }

        if (!left.IsEmpty && left[^1] != 1) modulus.Scale(left, modulus.Invert(left[^1]));
        return left;
    }

    /// <summary>The resultant of two polynomials, zero if one of them is zero. Both arguments are overwritten.</summary>
    public static ulong Resultant(Span<ulong> left, Span<ulong> right, in PrimeModulus modulus)
    {
        left = Trim(left);
        right = Trim(right);
        if (left.IsEmpty || right.IsEmpty) return 0;
        var resultant = 1UL;
        while (right.Length > 1)
        {
            // With right = c * monic:  Res(left, right) = c^deg(left) * (-1)^(deg(left) deg(right)) * Res(monic, left mod monic).
            int leftDegree = left.Length - 1, rightDegree = right.Length - 1;
            resultant = modulus.Multiply(resultant, modulus.Pow(right[^1], (ulong)leftDegree));
            modulus.Scale(right, modulus.Invert(right[^1]));
            if (int.IsOddInteger(leftDegree) && int.IsOddInteger(rightDegree)) resultant = modulus.Negate(resultant);
            DivideByMonic(left, right, modulus);
            var remainder = Trim(left[..Math.Min(left.Length, rightDegree)]);
            left = right;
            right = remainder;
            if (right.IsEmpty) return 0;
        }

        return modulus.Multiply(resultant, modulus.Pow(right[0], (ulong)(left.Length - 1)));
    }

    /// <summary>
    /// Divides by a monic polynomial of degree d. Afterwards the first d residues of the dividend are those of the remainder, and the
    /// others those of the quotient.
    /// </summary>
    public static void DivideByMonic(Span<ulong> dividend, ReadOnlySpan<ulong> divisor, in PrimeModulus modulus)
    {
        var lower = divisor[..^1];
        for (var i = dividend.Length - divisor.Length; i >= 0; i--)
        {
            var top = dividend[i + lower.Length];
            if (top != 0) modulus.SubtractMultiple(dividend.Slice(i, lower.Length), lower, top);
        }
    }

    private static Span<ulong> Trim(Span<ulong> residues)
    {
        while (!residues.IsEmpty && residues[^1] == 0) residues = residues[..^1];
        return residues;
    }
}

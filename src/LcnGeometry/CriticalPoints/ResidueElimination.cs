using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Linear equations with polynomial coefficients at the roots of a squarefree polynomial, all roots at once: the polynomial is split wherever they differ.</summary>
internal static class ResidueElimination
{
    /// <summary>The factor of the modulus at whose roots the equations have a solution; the right-hand sides are the last column.</summary>
    public static Polynomial<Rational> SolvablePart(Matrix<Polynomial<Rational>> augmented, Polynomial<Rational> modulus, CancellationToken token)
    {
        if (modulus.IsConstant) return Polynomial<Rational>.One;
        var rows = new Polynomial<Rational>[augmented.Rows][];
        for (var i = 0; i < rows.Length; i++) rows[i] = [.. augmented.Row(i).Select(entry => Reduce(entry, modulus))];
        var rank = 0;
        for (var column = 0; column < augmented.Columns - 1; column++)
        {
            for (var i = rank; i < rows.Length; i++)
            {
                token.ThrowIfCancellationRequested();
                if (Split(rows[i][column], modulus) is { } parts)
                {
                    return SolvablePart(augmented, parts.Vanishing, token) * SolvablePart(augmented, parts.Other, token);
                }
            }

            var pivot = Array.FindIndex(rows, rank, row => !row[column].IsZero);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var i = rank + 1; i < rows.Length; i++)
            {
                var (keep, remove) = (rows[rank][column], rows[i][column]);
                if (remove.IsZero) continue;
                for (var j = column; j < rows[i].Length; j++) rows[i][j] = Reduce((keep * rows[i][j]) - (remove * rows[rank][j]), modulus);
            }

            rank++;
        }

        // Solvable exactly where the right-hand sides that are left over vanish.
        return rows.Skip(rank).Aggregate(modulus, (part, row) => PolynomialGcd.Gcd(part, row[^1], token));
    }

    /// <summary>The factor at which a value vanishes and the other one, if neither is constant.</summary>
    private static (Polynomial<Rational> Vanishing, Polynomial<Rational> Other)? Split(Polynomial<Rational> value, Polynomial<Rational> modulus)
    {
        if (value.IsConstant) return null;
        var vanishing = PolynomialGcd.Gcd(modulus, value);
        return vanishing.IsConstant ? null : (vanishing, Polynomial<Rational>.DivideExactly(modulus, vanishing));
    }

    private static Polynomial<Rational> Reduce(Polynomial<Rational> value, Polynomial<Rational> modulus) =>
        PolynomialDivision.DivideWithRemainder(value, modulus).Remainder;
}

using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Homogeneous linear equations with polynomial coefficients at the roots of a squarefree polynomial, all roots at once: the polynomial is split wherever they differ.</summary>
internal static class ResidueElimination
{
    /// <summary>The factor of the modulus at whose roots the equations have a solution in which some of the last unknowns are not zero.</summary>
    /// <param name="equations">One row per equation.</param>
    /// <param name="last">The number of these unknowns.</param>
    /// <param name="modulus">A squarefree polynomial.</param>
    /// <param name="token">Stops the elimination.</param>
    public static Polynomial<Rational> FinitePart(Matrix<Polynomial<Rational>> equations, int last, Polynomial<Rational> modulus, CancellationToken token)
    {
        if (modulus.IsConstant) return Polynomial<Rational>.One;
        var rows = new Polynomial<Rational>[equations.Rows][];
        for (var i = 0; i < rows.Length; i++) rows[i] = [.. equations.Row(i).Select(entry => Reduce(entry, modulus))];
        int rank = 0, rankOfLast = 0;
        for (var column = 0; column < equations.Columns; column++)
        {
            token.ThrowIfCancellationRequested();
            var pivot = Array.FindIndex(rows, rank, row => !row[column].IsZero);
            if (pivot < 0) continue;
            var (vanishing, inverse, _) = PolynomialGcd.ExtendedGcd(rows[pivot][column], modulus);
            if (!vanishing.IsConstant)
            {
                var other = Polynomial<Rational>.DivideExactly(modulus, vanishing);
                return FinitePart(equations, last, vanishing, token) * FinitePart(equations, last, other, token);
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var j = column; j < equations.Columns; j++) rows[rank][j] = Reduce(inverse * rows[rank][j], modulus);
            for (var i = rank + 1; i < rows.Length; i++)
            {
                var factor = rows[i][column];
                if (factor.IsZero) continue;
                for (var j = column; j < equations.Columns; j++) rows[i][j] = Reduce(rows[i][j] - (factor * rows[rank][j]), modulus);
            }

            rank++;
            if (column >= equations.Columns - last) rankOfLast++;
        }

        // With a pivot in each of the last columns these unknowns vanish.
        return rankOfLast == last ? Polynomial<Rational>.One : modulus;
    }

    private static Polynomial<Rational> Reduce(Polynomial<Rational> value, Polynomial<Rational> modulus) =>
        value.Degree < modulus.Degree ? value : PolynomialDivision.DivideWithRemainder(value, modulus).Remainder;
}

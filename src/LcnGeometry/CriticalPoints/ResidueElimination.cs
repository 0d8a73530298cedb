using System.Collections.Immutable;
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

    /// <summary>All solutions of equations whose right-hand sides are the last column, for each part of the modulus where they look alike.</summary>
    public static IEnumerable<ResidueSolution> Solve(Matrix<Polynomial<Rational>> augmented, Polynomial<Rational> modulus, CancellationToken token)
    {
        if (modulus.IsConstant) return [];
        var rows = new Polynomial<Rational>[augmented.Rows][];
        for (var i = 0; i < rows.Length; i++) rows[i] = [.. augmented.Row(i).Select(entry => Reduce(entry, modulus))];
        var (unknowns, pivots) = (augmented.Columns - 1, new List<int>());
        for (var column = 0; column < unknowns; column++)
        {
            token.ThrowIfCancellationRequested();
            var rank = pivots.Count;
            var pivot = Array.FindIndex(rows, rank, row => !row[column].IsZero);
            if (pivot < 0) continue;
            var (vanishing, inverse, _) = PolynomialGcd.ExtendedGcd(rows[pivot][column], modulus);
            if (!vanishing.IsConstant)
            {
                return [.. Solve(augmented, vanishing, token), .. Solve(augmented, Polynomial<Rational>.DivideExactly(modulus, vanishing), token)];
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            rows[rank] = [.. rows[rank].Select(entry => Reduce(inverse * entry, modulus))];
            for (var i = 0; i < rows.Length; i++)
            {
                var factor = rows[i][column];
                if (i != rank && !factor.IsZero) rows[i] = [.. rows[i].Zip(rows[rank], (entry, other) => Reduce(entry - (factor * other), modulus))];
            }

            pivots.Add(column);
        }

        var solvable = rows.Skip(pivots.Count).Aggregate(modulus, (part, row) => PolynomialGcd.Gcd(part, row[^1], token));
        if (solvable.IsConstant) return [];
        return
        [
            new ResidueSolution(
                solvable,
                Vector(row => Reduce(row[^1], solvable), Polynomial<Rational>.Zero, -1),
                [.. Enumerable.Range(0, unknowns).Except(pivots).Select(free => Vector(row => Reduce(-row[free], solvable), Polynomial<Rational>.One, free))]),
        ];

        ImmutableArray<Polynomial<Rational>> Vector(Func<Polynomial<Rational>[], Polynomial<Rational>> entry, Polynomial<Rational> own, int free) =>
            [.. Enumerable.Range(0, unknowns).Select(j => pivots.Contains(j) ? entry(rows[pivots.IndexOf(j)]) : j == free ? own : Polynomial<Rational>.Zero)];
    }

    private static Polynomial<Rational> Reduce(Polynomial<Rational> value, Polynomial<Rational> modulus) =>
        value.Degree < modulus.Degree ? value : PolynomialDivision.DivideWithRemainder(value, modulus).Remainder;
}

/// <summary>The solutions of linear equations at the roots of a polynomial.</summary>
/// <param name="Modulus">The polynomial.</param>
/// <param name="Particular">One solution.</param>
/// <param name="Kernel">A basis of the differences of solutions.</param>
internal sealed record ResidueSolution(
    Polynomial<Rational> Modulus, ImmutableArray<Polynomial<Rational>> Particular, ImmutableArray<ImmutableArray<Polynomial<Rational>>> Kernel);

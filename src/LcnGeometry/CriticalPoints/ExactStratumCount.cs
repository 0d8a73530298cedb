using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Counts the critical functions on a stratum for given data exactly, independently of any numerical solver.</summary>
public static class ExactStratumCount
{
    private const int MostAttempts = 12;

    /// <summary>Whether the elimination reaches a stratum.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <returns>
    /// Whether at most two unknown roots are left when one factor of simple roots, of largest degree, and the scale are eliminated. In one block: at most two
    /// roots are multiple, as is always the case up to degree 5.
    /// </returns>
    public static bool Covers(CriticalStratum stratum)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        return UnknownsLeft(stratum) <= 2;
    }

    /// <summary>Counts the critical functions on a stratum for one quadratic loss.</summary>
    /// <param name="stratum">A stratum that is covered.</param>
    /// <param name="loss">The loss; its size is that of the end-to-end filter.</param>
    /// <param name="token">Stops a long elimination.</param>
    /// <returns>The number of distinct complex solutions on the open stratum, where the others went, and the real ones.</returns>
    /// <exception cref="ArgumentException">The stratum is not covered, or the loss has another size.</exception>
    /// <remarks>
    /// <para>
    /// <b>Guarantee:</b> for these very data, generic or not; when there are infinitely many solutions the answer is undecided and says so. A proof in one
    /// block and with one unknown root. With two unknown roots in several blocks it rests on coordinates in general position: two systems of
    /// coordinates must agree, and all but a thin set of coordinates give the right number.
    /// </para>
    /// <para>
    /// <b>Method:</b> one factor of simple roots and the scale enter linearly, and the equations of its block are one too many for them at each value of one root.
    /// With a second root they are made linear by multiplication with powers of its parameter, as for the resultant of two polynomials. The determinant is a
    /// polynomial in one parameter whose degree is the generic count. Greatest common divisors with the unknowns, which the kernel of the matrix holds, tell
    /// solutions on the open stratum from those at infinity, at the zero function and on deeper strata. With two roots in several blocks, plane curves
    /// meet in the solutions, and resultants take the place of the determinant.
    /// </para>
    /// <para><b>Cost:</b> as many integer determinants as the generic count, of size up to n + 1 with one root left and of a few dozen with two.</para>
    /// <para><b>Source:</b> S2, S3 and F17 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var stratum = CriticalStratum.Of(Architecture.Parse("2,2"), [[2]]);
    /// ExactStratumCount.Of(stratum, QuadraticLoss.FromTarget([1, 2, 5], Metric.Identity(3))).Distinct;   // 4
    /// ExactStratumCount.Of(stratum, QuadraticLoss.FromTarget([1, 2, 5], Metric.Bombieri(3))).Distinct;   // 2
    /// </code>
    /// </example>
    public static ExactCount Of(CriticalStratum stratum, QuadraticLoss loss, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (!Covers(stratum)) throw new ArgumentException($"The stratum {stratum} leaves {UnknownsLeft(stratum)} unknowns; the elimination is for fewer.", nameof(stratum));
        if (loss.Size != stratum.EndToEndSize)
        {
            throw new ArgumentException($"The loss is about filters of {loss.Size}; the stratum has filters of {stratum.EndToEndSize} entries.", nameof(loss));
        }

        var equations = new StratumEquations(stratum, loss);
        if (equations.Unknowns == 0) return LinearSolution.Count(stratum, equations, token);
        return stratum.Blocks.Length > 1 && equations.Unknowns == 2
            ? CountByCurves(stratum, equations, token)
            : CountByElimination(stratum, equations, token);
    }

    // Coordinates can only be too special in ways that make the count too small or, for several curves, too large; almost none are. Two must agree.
    private static ExactCount CountByCurves(CriticalStratum stratum, StratumEquations equations, CancellationToken token)
    {
        ExactCount? known = null;
        for (var attempt = 0; attempt < MostAttempts / 2; attempt++)
        {
            var elimination = new CurveElimination(equations, attempt, token);
            if (elimination.HasCommonComponent) return ExactCount.Undecided(stratum, "There are infinitely many solutions: the eliminant vanishes identically.");
            var count = elimination.Count(stratum);
            if (count is null) continue;
            if (known is not null && known.Distinct == count.Distinct && known.Simple == count.Simple && known.Lost.SequenceEqual(count.Lost)) return count;
            known = count;
        }

        return ExactCount.Undecided(stratum, "No two coordinate systems were found whose eliminants agree.");
    }

    private static ExactCount CountByElimination(CriticalStratum stratum, StratumEquations equations, CancellationToken token)
    {
        // A solution at infinity of the coordinates lowers the degree of the eliminant; two solutions with one value of the parameter make it useless.
        // Almost all coordinates avoid both.
        var degree = (int)stratum.GenericCount;
        var undecided = ExactCount.Undecided(stratum, "No coordinates were found in which the solutions are finite.");
        for (var attempt = 0; attempt < MostAttempts + degree; attempt++)
        {
            var system = equations.Unknowns == 1
                ? RootElimination.Of(equations, attempt, token)
                : PairElimination.Of(equations, degree, attempt, token);
            if (system.Condition.IsZero) return ExactCount.Undecided(stratum, "There are infinitely many solutions: the eliminant vanishes identically.");
            if (system.Condition.Degree < degree) continue;
            var count = new EliminantReading(stratum, equations, system).Count(token);
            if (count.Complete.Kind == VerdictKind.Holds) return count;
            undecided = count;
            attempt += MostAttempts / 3;
        }

        return undecided;
    }

    private static int UnknownsLeft(CriticalStratum stratum) =>
        stratum.RootCount - stratum.Factors.Where(factor => factor.Multiplicity == 1).Select(factor => factor.Degree).DefaultIfEmpty(0).Max();
}

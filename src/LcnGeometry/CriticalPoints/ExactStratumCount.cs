using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Counts the critical functions on a stratum for given data exactly, independently of any numerical solver.</summary>
public static class ExactStratumCount
{
    /// <summary>Whether the elimination reaches a stratum: at most one unknown is left when one factor of simple roots and the scale are eliminated.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <returns>
    /// In one block: at most one root is multiple. In two blocks: the roots of one block are simple, and the other block has a single distinct root.
    /// </returns>
    public static bool Covers(CriticalStratum stratum)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        return UnknownsLeft(stratum) <= 1;
    }

    /// <summary>Counts the critical functions on a stratum for one quadratic loss.</summary>
    /// <param name="stratum">A stratum that is covered.</param>
    /// <param name="loss">The loss; its size is that of the end-to-end filter.</param>
    /// <param name="token">Stops a long elimination.</param>
    /// <returns>The number of distinct complex solutions on the open stratum, where the others went, and the real ones.</returns>
    /// <exception cref="ArgumentException">The stratum is not covered, or the loss has another size.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact for these very data, generic or not; when there are infinitely many solutions the answer is undecided and says so.</para>
    /// <para>
    /// <b>Method:</b> the filter is a power of the one unknown linear form times a form f that enters linearly. Cramer's rule leaves one
    /// polynomial in the parameter of the linear form. Its degree is the generic count; greatest common divisors tell roots at which f is infinite, zero or
    /// has repeated roots from solutions on the open stratum.
    /// </para>
    /// <para><b>Cost:</b> determinants of at most n + 1 rows with polynomial entries, and gcds of polynomials whose degree is the generic count.</para>
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
        if (!Covers(stratum)) throw new ArgumentException($"The stratum {stratum} leaves {UnknownsLeft(stratum)} unknowns; the elimination is for one.", nameof(stratum));
        var size = 1 + stratum.Blocks.Sum(block => (int)block.Step * block.Degree);
        if (loss.Size != size) throw new ArgumentException($"The loss is about filters of {loss.Size}; the stratum has filters of {size} entries.", nameof(loss));
        var equations = new StratumEquations(stratum, loss);
        return equations.Unknowns == 0 ? LinearSolution.Count(stratum, equations, token) : RootElimination.Count(stratum, equations, token);
    }

    private static int UnknownsLeft(CriticalStratum stratum) =>
        stratum.RootCount - stratum.Factors.Where(factor => factor.Multiplicity == 1).Select(factor => factor.Degree).DefaultIfEmpty(0).Max();
}

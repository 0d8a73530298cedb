using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The best filter that any network with a single block could represent over the complex numbers: the target, or its projection to filters in x^S.</summary>
internal static class UnconstrainedMinimizer
{
    /// <summary>The minimizer of the loss over all products of the given block with filters of one entry.</summary>
    public static ImmutableArray<Rational> Of(CriticalStratum stratum, QuadraticLoss loss, ImmutableArray<Rational> linear)
    {
        var (step, degree) = stratum.Blocks.IsEmpty ? (1, 0) : ((int)stratum.Blocks[0].Step, stratum.Blocks[0].Degree);
        if (step == 1) return loss.Target;
        var solution = LinearSystems.Solve(
            new Matrix<Rational>(degree + 1, degree + 1, (i, j) => loss.Q[i * step, j * step]), [.. Enumerable.Range(0, degree + 1).Select(i => linear[i * step])]);
        var filter = new Rational[loss.Size];
        for (var i = 0; i <= degree; i++) filter[i * step] = solution[i];
        return [.. filter];
    }
}

using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The one critical function of a stratum without repeated roots in at most one block: the minimizer of the loss on a linear space, exactly.</summary>
internal static class ExactMinimizer
{
    /// <summary>The minimizer; the target itself unless leading layers of one entry force zeros between the coefficients.</summary>
    internal static ImmutableArray<Rational> Of(Certificate certificate, CriticalStratum stratum)
    {
        var (step, degree) = Shape(stratum);
        var target = certificate.Target;
        if ((degree * step) + 1 == target.Length && step == 1) return target;
        var gradient = certificate.Q.Multiply([.. target]);
        var solution = LinearSystems.Solve(
            new Matrix<Rational>(degree + 1, degree + 1, (i, j) => certificate.Q[i * step, j * step]), [.. Enumerable.Range(0, degree + 1).Select(i => gradient[i * step])]);
        return [.. Enumerable.Range(0, target.Length).Select(i => i % step == 0 ? solution[i / step] : Rational.Zero)];
    }

    /// <summary>Whether the minimizer is not zero and its form in powers of x and y has simple roots only, those at 0 and at infinity included.</summary>
    internal static bool HasSimpleRoots(ImmutableArray<Rational> minimizer, CriticalStratum stratum)
    {
        var (step, degree) = Shape(stratum);
        var form = new Polynomial<Rational>([.. Enumerable.Range(0, degree + 1).Select(i => minimizer[i * step])]);
        if (form.IsZero || form.Degree < degree - 1) return false;
        return form.Degree < 2 || SquarefreeDecomposition.IsSquarefree(PolynomialContent.Of(form).Primitive);
    }

    private static (int Step, int Degree) Shape(CriticalStratum stratum) =>
        stratum.Blocks.IsEmpty ? (1, 0) : ((int)stratum.Blocks[0].Step, stratum.Blocks[0].Degree);
}

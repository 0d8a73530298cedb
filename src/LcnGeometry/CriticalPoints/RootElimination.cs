using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Strata with one unknown linear form left: everything is a polynomial in its parameter.</summary>
internal static class RootElimination
{
    /// <summary>Eliminates with a form whose coefficients are p and c p + 1, index = exponent of x.</summary>
    /// <param name="equations">The equations.</param>
    /// <param name="slope">The number c; it decides which form is at p = infinity.</param>
    /// <param name="token">Stops the computation.</param>
    public static EliminatedSystem Of(StratumEquations equations, int slope, CancellationToken token)
    {
        ImmutableArray<Polynomial<Polynomial<Integer>>> others = [new(Polynomial<Integer>.X, new Polynomial<Integer>(1, slope))];
        var linear = equations.LinearPart(others);
        if (linear.Rows == linear.Columns)
        {
            var (determinant, solution) = Cramer.SolveOverdetermined(linear, GeneralPosition.Vector(linear.Rows, slope), token);
            return System(determinant, solution);
        }

        // The two equations of the other block are p and -(c p + 1) times the same polynomial.
        var cramer = Cramer.Solve(linear, token);
        var residuals = equations.Residuals(equations.OtherBlocks.Single(), others, cramer.Numerator, cramer.Denominator);
        return System(Polynomial<Integer>.DivideExactly(residuals[1], Polynomial<Integer>.X), cramer);

        EliminatedSystem System(Polynomial<Integer> condition, Cramer<Polynomial<Integer>> solution) =>
            new(condition, solution.Numerator, solution.Denominator, others, [Polynomial<Integer>.One], linear, 1);
    }
}

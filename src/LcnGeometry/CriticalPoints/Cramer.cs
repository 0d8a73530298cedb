using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The solution of linear equations as a quotient of determinants, over any domain.</summary>
/// <param name="Numerator">One determinant per unknown.</param>
/// <param name="Denominator">Their common denominator; zero where the solution is at infinity or not unique.</param>
internal sealed record Cramer<T>(ImmutableArray<T> Numerator, T Denominator);

internal static class Cramer
{
    /// <summary>Solves as many equations as unknowns, given with their right-hand sides as last column.</summary>
    public static Cramer<T> Solve<T>(Matrix<T> augmented, CancellationToken token)
        where T : IIntegralDomain<T>
    {
        var size = augmented.Rows;
        return new Cramer<T>(
            [.. Enumerable.Range(0, size).Select(j => Determinant(augmented, column => column == j ? size : column, token))],
            Determinant(augmented, column => column, token));
    }

    /// <summary>
    /// For one equation more than unknowns: the determinant of all equations with their right-hand sides, whose zeros are where a solution exists, and there
    /// the solution. It is read off the kernel, which is the adjugate applied to a vector that should be in general position.
    /// </summary>
    public static (T Condition, Cramer<T> Solution) SolveOverdetermined<T>(Matrix<T> augmented, ImmutableArray<Integer> direction, CancellationToken token)
        where T : IIntegralDomain<T>
    {
        var size = augmented.Rows;
        T[] kernel = [.. Enumerable.Range(0, size).Select(replaced => FractionFree.Determinant(
            new Matrix<T>(size, size, (i, j) => j == replaced ? T.FromInteger(direction[i]) : augmented[i, j]), token))];
        return (FractionFree.Determinant(augmented, token), new Cramer<T>([.. kernel[..^1]], -kernel[^1]));
    }

    private static T Determinant<T>(Matrix<T> augmented, Func<int, int> column, CancellationToken token)
        where T : IIntegralDomain<T> =>
        FractionFree.Determinant(new Matrix<T>(augmented.Rows, augmented.Rows, (i, j) => augmented[i, column(j)]), token);
}

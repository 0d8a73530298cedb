using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

public class RandomDataTests
{
    private static readonly CriticalSystemSolver Solver = new();

    // A positive definite form with small entries and a small target are generic enough for every pattern up to degree 5.
    [Fact]
    public void Random_data_are_answered_completely() => PropertyRun.Trials(100, random =>
    {
        var n = random.Between(2, 5);
        var parts = random.Pick([.. GenericCounts.Partitions(n)]);
        var map = RandomMaps.OfPattern(parts);
        var (form, linear) = Draw(random, n + 1);
        var answer = Solver.Solve(map, form, linear, GenericCounts.OfPattern(parts));
        Assert.True(answer.IsComplete, $"[{string.Join(',', parts)}]: {answer.Boxes.Length} of {answer.Expected}, {string.Join(", ", answer.Lost)}");
        SolverChecks.IsSound(answer, form, linear, exact: 1);
        Assert.True(SolverChecks.HasPairs(answer.Boxes));
        Assert.Equal(answer.Expected % 2, answer.Boxes.Count(b => b.IsReal) % 2);
    });

    [Theory]
    [InlineData(6, new[] { 2, 2 }, new[] { 1 }, new[] { 1 })]
    [InlineData(10, new[] { 3, 2 }, new[] { 1, 1 }, new[] { 1 })]
    [InlineData(39, new[] { 3, 3 }, new[] { 1, 1 }, new[] { 1, 1 })]
    public void Strided_data_are_answered_completely(int expected, int[] sizes, int[] first, int[] second) => PropertyRun.Trials(2, random =>
    {
        Assert.Equal(sizes.Select(k => k - 1), new[] { first.Sum(), second.Sum() });
        var map = RandomMaps.OfBlocks((1, first), (2, second));
        var (form, linear) = Draw(random, map.Size);
        var answer = Solver.Solve(map, form, linear, expected);
        Assert.True(answer.IsComplete, $"{map}: {answer.Boxes.Length} of {answer.Expected}");
        SolverChecks.IsSound(answer, form, linear, exact: 1);
        Assert.True(SolverChecks.HasPairs(answer.Boxes));
    });

    [Fact]
    public void Three_strided_layers_are_answered_completely() => PropertyRun.Trials(2, random =>
    {
        var map = RandomMaps.OfBlocks((1, [1]), (2, [1]), (4, [1]));
        var (form, linear) = Draw(random, map.Size);
        var answer = Solver.Solve(map, form, linear, 34);
        Assert.True(answer.IsComplete);
        SolverChecks.IsSound(answer, form, linear, exact: 1);
    });

    [Fact]
    public void Data_that_make_no_sense_are_refused()
    {
        var map = RandomMaps.OfPattern(2);
        var identity = Matrix<Rational>.Identity(3);
        Assert.Throws<ArgumentException>(() => Solver.Solve(map, Matrix<Rational>.Identity(2), [1, 2, 3], 4));
        Assert.Throws<ArgumentException>(() => Solver.Solve(map, identity, [1, 2], 4));
        Assert.Throws<ArgumentException>(() => Solver.Solve(map, identity, default, 4));
        Assert.Throws<ArgumentException>(() => Solver.Solve(map, new Matrix<Rational>(3, 3, (i, j) => i - (2 * j)), [1, 2, 3], 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Solver.Solve(map, identity, [1, 2, 3], 0));
        Assert.Throws<ArgumentNullException>(() => Solver.Solve(null!, identity, [1, 2, 3], 4));
        Assert.Throws<ArgumentNullException>(() => Solver.Solve(map, null!, [1, 2, 3], 4));
    }

    // A multiple of a solution is one as well: none is isolated.
    [Fact]
    public void A_zero_target_has_no_isolated_solution()
    {
        var answer = Solver.Solve(RandomMaps.OfPattern(3, 2, 1), new TestRandom(3).NextForm(7), [0, 0, 0, 0, 0, 0, 0], 116);
        Assert.Empty(answer.Boxes);
        Assert.Equal(new LostPaths(PathLoss.Zero, 116), Assert.Single(answer.Lost));
    }

    [Fact]
    public void A_stopped_search_can_be_begun_again()
    {
        var solver = new CriticalSystemSolver();
        var map = RandomMaps.OfPattern(2, 2);
        var (form, linear) = Draw(new TestRandom(3), 5);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => solver.Solve(map, form, linear, 13, source.Token));
        Assert.True(solver.Solve(map, form, linear, 13).IsComplete);
    }

    internal static (Matrix<Rational> Form, ImmutableArray<Rational> Linear) Draw(TestRandom random, int size)
    {
        var form = random.NextForm(size);
        return (form, form.Multiply(random.NextVector(size).AsSpan()));
    }
}

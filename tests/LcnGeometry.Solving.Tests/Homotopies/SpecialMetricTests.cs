using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

/// <summary>Metrics that are not generic: solutions are missing, and it must be said where they went.</summary>
public class SpecialMetricTests
{
    private static readonly CriticalSystemSolver Solver = new();

    // The right column is that of Lee and Sturmfels, Duality of multiple root loci; checked by elimination in the theory.
    [Theory]
    [InlineData(2, new[] { 2 })]
    [InlineData(3, new[] { 2, 1 })]
    [InlineData(3, new[] { 3 })]
    [InlineData(4, new[] { 2, 1, 1 })]
    [InlineData(7, new[] { 2, 2 })]
    [InlineData(4, new[] { 3, 1 })]
    [InlineData(4, new[] { 4 })]
    [InlineData(5, new[] { 5 })]
    [InlineData(5, new[] { 2, 1, 1, 1 })]
    public void In_the_Bombieri_metric_the_known_number_stays(int count, int[] parts) => PropertyRun.Trials(1, random =>
    {
        var n = parts.Sum();
        var form = Matrix<Rational>.Diagonal([.. Enumerable.Range(0, n + 1).Select(i => Rational.One / Binomial(n, i))]);
        var (answer, linear) = Solve(RandomMaps.OfPattern(parts), form, random.NextVector(n + 1), GenericCounts.OfPattern(parts));
        Assert.Equal(count, answer.Boxes.Length);
        SolverChecks.IsSound(answer, form, linear, exact: 1);
        Assert.True(SolverChecks.HasPairs(answer.Boxes));
        Assert.Equal(new LostPaths(PathLoss.Infinity, answer.Expected - count), Assert.Single(answer.Lost));
    });

    [Fact]
    public void The_identity_is_generic_for_forms_of_degree_at_most_four() => PropertyRun.Trials(1, random =>
    {
        for (var n = 2; n <= 4; n++)
        {
            foreach (var parts in GenericCounts.Partitions(n))
            {
                var form = Matrix<Rational>.Identity(n + 1);
                var (answer, linear) = Solve(RandomMaps.OfPattern(parts), form, random.NextVector(n + 1), GenericCounts.OfPattern(parts));
                Assert.True(answer.IsComplete, $"[{string.Join(',', parts)}]: {answer.Boxes.Length} of {answer.Expected}");
                SolverChecks.IsSound(answer, form, linear, exact: 1);
            }
        }
    });

    // Eliminants recorded in the theory; (3,2) with stride 2 has 10 solutions, 2 of them real.
    [Theory]
    [InlineData(2, 2, 6, new[] { 1 }, new[] { 1 })]
    [InlineData(10, 2, 10, new[] { 1, 1 }, new[] { 1 })]
    public void Strided_layers_in_the_identity_metric_with_a_counting_target(int count, int real, int expected, int[] first, int[] second)
    {
        var map = RandomMaps.OfBlocks((1, first), (2, second));
        var form = Matrix<Rational>.Identity(map.Size);
        var (answer, linear) = Solve(map, form, [.. Enumerable.Range(1, map.Size).Select(i => (Rational)i)], expected);
        Assert.Equal(count, answer.Boxes.Length);
        Assert.Equal(real, answer.Boxes.Count(b => b.IsReal));
        SolverChecks.IsSound(answer, form, linear);
    }

    // When all exponents differ, functions are tensors of rank one and the identity is the Frobenius norm: the numbers of singular vector
    // tuples by S. Friedland, G. Ottaviani, The number of singular vector tuples and uniqueness of best rank-one approximation of tensors.
    [Theory]
    [InlineData(2, 6, "1:1 2:1")]
    [InlineData(2, 10, "1:1,1 3:1")]
    [InlineData(2, 10, "1:1 2:1,1")]
    [InlineData(6, 34, "1:1 2:1 4:1")]
    [InlineData(3, 39, "1:1,1 3:1,1")]
    public void Tensors_of_rank_one_have_as_many_critical_points_as_there_are_singular_vectors(int count, int expected, string shape) => PropertyRun.Trials(1, random =>
    {
        var map = RandomMaps.Parse(shape);
        var form = Matrix<Rational>.Identity(map.Size);
        var (answer, linear) = Solve(map, form, random.NextVector(map.Size), expected);
        Assert.Equal(count, answer.Boxes.Length);
        SolverChecks.IsSound(answer, form, linear, exact: 2);
        Assert.True(SolverChecks.HasPairs(answer.Boxes));
    });

    [Fact]
    public void Two_layers_of_size_three_with_stride_two_keep_23_of_39_in_the_identity_metric() => PropertyRun.Trials(1, random =>
    {
        var map = RandomMaps.OfBlocks((1, [1, 1]), (2, [1, 1]));
        var form = Matrix<Rational>.Identity(map.Size);
        var (answer, linear) = Solve(map, form, random.NextVector(map.Size), 39);
        Assert.Equal(23, answer.Boxes.Length);
        SolverChecks.IsSound(answer, form, linear, exact: 1);
    });

    [Fact]
    public void The_places_of_lost_paths_do_not_change_from_run_to_run()
    {
        var form = Matrix<Rational>.Diagonal([1, new(1, 3), new(1, 3), 1]);
        ImmutableArray<Rational> target = [3, -1, 4, 1];
        var (first, _) = Solve(RandomMaps.OfPattern(2, 1), form, target, 7);
        for (var run = 0; run < 3; run++)
        {
            var again = new CriticalSystemSolver().Solve(RandomMaps.OfPattern(2, 1), form, [.. form.Multiply(target.AsSpan())], 7);
            Assert.Equal(first.Lost.AsEnumerable(), again.Lost.AsEnumerable());
            Assert.Equal(first.Boxes.SelectMany(b => b.Coordinates), again.Boxes.SelectMany(b => b.Coordinates));
        }
    }

    private static (SolutionSet Answer, ImmutableArray<Rational> Linear) Solve(ProductMap map, Matrix<Rational> form, ImmutableArray<Rational> target, int expected)
    {
        ImmutableArray<Rational> linear = [.. form.Multiply(target.AsSpan())];
        return (Solver.Solve(map, form, linear, expected), linear);
    }

    private static int Binomial(int n, int k) => k == 0 ? 1 : Binomial(n, k - 1) * (n - k + 1) / k;
}
